/**
 * What makes rates depend on the state of a lesion: competition for its capacity (logistic, Gompertz, Lotka-Volterra) and the
 * immune response. Each kernel advances over one step and gives the averages of the rates over it, so that a stochastic
 * solver can hold them constant meanwhile. {@link org.evotrial.patient.environment.AdaptiveTherapy} solves the published
 * models of adaptive therapy with the same kernel.
 *
 * <p>The kernels know genotypes by number, cells, rates per day. They do not know drugs, organs, visits or random numbers.
 */
@NullMarked
package org.evotrial.patient.environment;

import org.jspecify.annotations.NullMarked;
