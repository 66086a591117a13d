/**
 * Single-arm phase II designs with a binary endpoint: Simon's two stages, predictive probabilities, Bayesian optimal
 * boundaries, go and no-go decisions. Operating characteristics are enumerated exactly, never simulated.
 *
 * <p>What a trial does with its patients does not live here, nor do designs with a control arm.
 */
@NullMarked
package org.evotrial.statistics.phasetwo;

import org.jspecify.annotations.NullMarked;
