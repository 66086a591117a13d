/**
 * Platform trials: an arm against controls of which some were recruited before the arm was there, with and without adjustment
 * for time trends.
 *
 * <p>Analyses of finished data. Which arms a platform opens and closes is decided elsewhere.
 */
@NullMarked
package org.evotrial.statistics.nonconcurrent;

import org.jspecify.annotations.NullMarked;
