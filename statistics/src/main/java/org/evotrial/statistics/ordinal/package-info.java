/** Ordered outcomes of two groups, compared by ranks. What their categories mean does not live here. */
@NullMarked
package org.evotrial.statistics.ordinal;

import org.jspecify.annotations.NullMarked;
