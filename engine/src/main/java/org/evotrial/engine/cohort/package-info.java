/**
 * Virtual patients who are followed outside any trial: one with everything that happened, or many with what is needed to
 * describe a population. They go through the same event loop as the patients of a trial; nothing here knows a file format.
 */
@NullMarked
package org.evotrial.engine.cohort;

import org.jspecify.annotations.NullMarked;
