/**
 * Group-sequential theory: error spending, critical values, futility and harm bounds, crossing probabilities by
 * recursive numerical integration; inference during and after the trial.
 *
 * <p>Everything here lives on the canonical joint distribution: statistics {@code Z_k ~ N(theta * sqrt(I_k), 1)} with
 * {@code Cov(Z_j, Z_k) = sqrt(I_j / I_k)} for {@code j <= k}. No data and no test statistics: those belong to
 * {@link org.evotrial.statistics.survival} and {@link org.evotrial.statistics.proportion}.
 */
@NullMarked
package org.evotrial.statistics.groupsequential;

import org.jspecify.annotations.NullMarked;
