/**
 * Recomputes the reference values of virtual patients: one check per file, built on the frame of {@code
 * org.evotrial.statistics.verification} and on the public classes of {@code org.evotrial.patient}.
 *
 * <p>It lies here because neither of the two modules may see the other. No biology and no statistics of its own: a check reads
 * the inputs of a row, asks the production class and compares.
 */
@NullMarked
package org.evotrial.cli.verification;

import org.jspecify.annotations.NullMarked;
