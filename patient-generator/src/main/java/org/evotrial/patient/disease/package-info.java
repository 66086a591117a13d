/**
 * What a disease file says: growth, lesions, organs, mechanisms of resistance, plasticity, immunity, shedding, mortality. One
 * record a block, each with the sources of its numbers in {@code remarks}; and the genotypes that follow from the mechanisms.
 *
 * <p>Nothing here has a state or draws a random number; {@code org.evotrial.patient.tumour} compiles and simulates it.
 */
@NullMarked
package org.evotrial.patient.disease;

import org.jspecify.annotations.NullMarked;
