/**
 * Adaptive designs: combination tests over stages, conditional error, closed combination tests with treatment or
 * population selection, multi-arm multi-stage bounds, and compact simulations of such trials.
 *
 * <p>What is decided within one stage (intersections, closure, graphs) belongs to {@link
 * org.evotrial.statistics.multiplicity}; boundaries of one hypothesis to {@link
 * org.evotrial.statistics.groupsequential}. No patients, no calendar time.
 */
@NullMarked
package org.evotrial.statistics.adaptive;

import org.jspecify.annotations.NullMarked;
