/**
 * The file of a calibration as records, with its reader, and what a calibration leaves behind: which parameters of a
 * disease are fitted to which published figures. Nothing is simulated here.
 */
@NullMarked
package org.evotrial.model.calibration;

import org.jspecify.annotations.NullMarked;
