/**
 * Drugs: what a treatment file says, and what the drugs of a regimen do to cells: concentration, effect, combination, dosing.
 *
 * <p>Nothing here knows numbers of cells or clones.
 */
@NullMarked
package org.evotrial.patient.drug;

import org.jspecify.annotations.NullMarked;
