/**
 * Posteriors of survival under hazards that are constant by interval: hazards, survival probabilities, hazard ratios. Closed
 * forms and one-dimensional quadrature. Estimates without a prior live in {@link org.evotrial.statistics.survival}.
 */
@NullMarked
package org.evotrial.statistics.bayes.survival;

import org.jspecify.annotations.NullMarked;
