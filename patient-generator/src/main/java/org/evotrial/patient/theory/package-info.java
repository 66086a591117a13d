/**
 * Resistance theory: closed forms for tumours that grow from one cell and are treated, and the backward equation that is
 * exact where they are not. Used to verify the simulator and by whoever wants the number without simulating.
 *
 * <p>Pure functions of rates. Nothing here draws a random number, keeps a patient or knows drugs; nothing that simulates may
 * depend on this package, so that the two stay independent.
 */
@NullMarked
package org.evotrial.patient.theory;

import org.jspecify.annotations.NullMarked;
