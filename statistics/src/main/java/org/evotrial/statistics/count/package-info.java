/** Counts of events of two groups with exposures: rates and their ratio. Times of events live in the package on survival. */
@NullMarked
package org.evotrial.statistics.count;

import org.jspecify.annotations.NullMarked;
