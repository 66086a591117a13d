/**
 * Binomial proportions: intervals, exact tests, differences of two proportions. Valid at 0 and at n successes of n.
 */
@NullMarked
package org.evotrial.statistics.proportion;

import org.jspecify.annotations.NullMarked;
