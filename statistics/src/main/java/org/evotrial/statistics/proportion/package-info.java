/**
 * Binomial proportions: intervals, exact tests, tests and intervals of the difference of two, strata, sample sizes. Valid at 0
 * and at n successes of n. Regression on covariates lives in {@link org.evotrial.statistics.regression}.
 */
@NullMarked
package org.evotrial.statistics.proportion;

import org.jspecify.annotations.NullMarked;
