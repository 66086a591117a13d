/**
 * Pure numerics of trial designs: what the sub-packages share (the standard normal distribution, confidence intervals,
 * checks of arguments).
 *
 * <p>Nothing in this module knows of a trial, a patient or a configuration file; randomness is an argument. Functions
 * take primitives and arrays, are deterministic, and reject what they do not accept.
 */
@NullMarked
package org.evotrial.statistics;

import org.jspecify.annotations.NullMarked;
