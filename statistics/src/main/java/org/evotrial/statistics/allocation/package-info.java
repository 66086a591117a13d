/**
 * Who gets which arm: permuted blocks, biased coins, minimisation, and response-adaptive rules with burn-in, limits and a
 * protected control.
 *
 * <p>Random numbers are arguments. Nothing here knows patients: strata and factor levels are numbers from 0.
 */
@NullMarked
package org.evotrial.statistics.allocation;

import org.jspecify.annotations.NullMarked;
