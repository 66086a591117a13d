/**
 * What a run leaves behind: the waist of the product. Everything after a simulation (report, gate, comparison) works from
 * these records, also for a run that was computed elsewhere. Written as {@code results.json} and {@code provenance.json};
 * only the latter may differ between two runs of the same file and seed.
 */
@NullMarked
package org.evotrial.model.result;

import org.jspecify.annotations.NullMarked;
