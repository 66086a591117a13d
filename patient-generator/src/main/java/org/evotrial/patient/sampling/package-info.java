/**
 * Random variates whose parameters change with every draw: binomial, Poisson, gamma, normal, geometric, exponential.
 *
 * <p>Every sampler is a pure function of its arguments and of the generator that it is given; none allocates, none keeps
 * state, and all use {@link org.evotrial.spi.StrictFunctions}, so that the same stream gives the same variate on every
 * platform. Nothing here knows of cells or patients.
 */
@NullMarked
package org.evotrial.patient.sampling;

import org.jspecify.annotations.NullMarked;
