/**
 * The tree of clones and what sequencing would see of it: cancer cell fractions, allele fractions, passengers as molecular clock.
 *
 * <p>Pure functions and values; nothing here simulates cells, draws from a patient's streams or adds measurement noise.
 */
@NullMarked
package org.evotrial.patient.phylogeny;

import org.jspecify.annotations.NullMarked;
