/** Single replicates and patients in full: the example trials and patients of a report, and what a replay prints. */
@NullMarked
package org.evotrial.engine.trace;

import org.jspecify.annotations.NullMarked;
