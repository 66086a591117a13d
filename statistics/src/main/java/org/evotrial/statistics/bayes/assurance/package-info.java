/**
 * The predictive probability that a future confirmatory trial succeeds (assurance): its power averaged over what is
 * believed. Closed forms and enumeration. Power at a fixed effect is the limit of certainty.
 */
@NullMarked
package org.evotrial.statistics.bayes.assurance;

import org.jspecify.annotations.NullMarked;
