/**
 * Recomputes the numbers of reference packages: tables of facts, one check per file, differences and tolerances.
 *
 * <p>A check builds on the public functions of this module and on nothing else, and never knows which rows a file holds.
 * No statistics of its own lives here.
 */
@NullMarked
package org.evotrial.statistics.verification;

import org.jspecify.annotations.NullMarked;
