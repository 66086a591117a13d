/**
 * Analyses: which hypotheses, which tests, which boundaries, which decisions, which estimates. At a look an analysis is a
 * pass over the columns of the trial's data; the numerics are those of {@code org.evotrial.statistics}.
 */
@NullMarked
package org.evotrial.design.analysis;

import org.jspecify.annotations.NullMarked;
