/**
 * Means of two groups: Student's and Welch's test, analysis of covariance. Tests of ranks live in
 * {@link org.evotrial.statistics.ordinal}.
 */
@NullMarked
package org.evotrial.statistics.continuous;

import org.jspecify.annotations.NullMarked;
