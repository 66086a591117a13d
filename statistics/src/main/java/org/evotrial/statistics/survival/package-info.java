/**
 * Right-censored time-to-event data: log-rank tests, Cox regression of two arms, Kaplan-Meier estimates.
 *
 * <p>Kernels take arrays of the caller, do not modify them, and work in buffers of their own. No accrual, visits or
 * calendar of a trial beyond an entry time per subject.
 */
@NullMarked
package org.evotrial.statistics.survival;

import org.jspecify.annotations.NullMarked;
