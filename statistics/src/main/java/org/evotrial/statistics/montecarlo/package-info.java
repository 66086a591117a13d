/**
 * The error of simulated performance measures: Monte Carlo standard errors and intervals (Morris, White and Crowther
 * 2019, doi:10.1002/sim.8086), mergeable accumulators, numbers of replicates, stopping rules, and certified bounds of an error
 * probability over a region of parameters.
 *
 * <p>No simulation and no random numbers: only what is made of the results.
 */
@NullMarked
package org.evotrial.statistics.montecarlo;

import org.jspecify.annotations.NullMarked;
