/**
 * Assays of an evolving tumour. An assay is a configuration record ({@link org.evotrial.patient.assay.TumourAssay}) that
 * compiles to a sampler of patients ({@link org.evotrial.patient.assay.AssaySampler}), which sees a
 * {@link org.evotrial.patient.assay.TumourView} and nothing else: nothing here changes a tumour. A new assay is a record, a
 * sampler and a line in the plugin.
 */
@NullMarked
package org.evotrial.patient.assay;

import org.jspecify.annotations.NullMarked;
