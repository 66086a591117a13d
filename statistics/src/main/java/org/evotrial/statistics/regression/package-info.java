/**
 * Regression: linear by least squares, logistic by maximum likelihood or Firth's penalty. For analyses, not for loops that
 * run once per patient: it allocates.
 *
 * <p>Design matrices are arrays of rows without an intercept of their own. What they mean is the caller's business.
 */
@NullMarked
package org.evotrial.statistics.regression;

import org.jspecify.annotations.NullMarked;
