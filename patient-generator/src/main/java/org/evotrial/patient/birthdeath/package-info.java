/**
 * Exact kernels of cell populations: one birth-death step, mutants arising during a step, clones that existed before
 * treatment, one step of cells of several states, and switching between two phenotypes.
 *
 * <p>The kernels know rates per day and numbers of cells. They do not know drugs, lesions, organs or visits.
 */
@NullMarked
package org.evotrial.patient.birthdeath;

import org.jspecify.annotations.NullMarked;
