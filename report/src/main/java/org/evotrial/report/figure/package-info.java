/**
 * How a number reads: rounding by its Monte Carlo error, percentages, intervals, and the words for metrics, arms and
 * endpoints. No markup and no layout.
 */
@NullMarked
package org.evotrial.report.figure;

import org.jspecify.annotations.NullMarked;
