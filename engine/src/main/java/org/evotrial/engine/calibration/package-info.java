/**
 * Fits parameters of a disease to published figures: virtual patients on common random numbers, a least-squares fit from
 * several starts, identifiability, and a check on patients that the fit has not seen. Files are read elsewhere.
 */
@NullMarked
package org.evotrial.engine.calibration;

import org.jspecify.annotations.NullMarked;
