/**
 * Patients without a tumour: progression and death as an illness-death process with piecewise constant hazards, for
 * classical trials and for comparison with analytical results. Nothing here knows cells.
 */
@NullMarked
package org.evotrial.patient.parametric;

import org.jspecify.annotations.NullMarked;
