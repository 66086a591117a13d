/**
 * Planning of trials with a time-to-event endpoint: numbers of events, expected events by calendar time under accrual,
 * hazards and dropout, power and sample size. Deterministic expectations; nothing here looks at data or simulates.
 */
@NullMarked
package org.evotrial.statistics.survival.planning;

import org.jspecify.annotations.NullMarked;
