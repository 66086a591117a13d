/**
 * Monte Carlo sampling of posteriors for which closed forms and quadrature are out of reach, with the diagnostics that say
 * whether to believe it. Randomness is an argument. Nothing else of the Bayesian packages draws random numbers.
 */
@NullMarked
package org.evotrial.statistics.bayes.sampling;

import org.jspecify.annotations.NullMarked;
