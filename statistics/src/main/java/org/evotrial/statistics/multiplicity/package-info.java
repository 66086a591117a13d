/**
 * Tests of several hypotheses at once: Dunnett's distribution, tests of intersections, the closure principle, stepwise
 * and graphical procedures, gatekeeping.
 *
 * <p>Functions of p-values and z statistics of one analysis. Combining the stages of a trial belongs to {@link
 * org.evotrial.statistics.adaptive}; the boundaries of a single hypothesis over looks to {@link
 * org.evotrial.statistics.groupsequential}. Nothing here simulates or sees data of patients.
 */
@NullMarked
package org.evotrial.statistics.multiplicity;

import org.jspecify.annotations.NullMarked;
