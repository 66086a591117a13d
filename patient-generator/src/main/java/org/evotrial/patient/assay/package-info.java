/**
 * Assays of an evolving tumour: configuration records, each with the sampling and measurement noise of one sample. What is
 * measured arrives as numbers (genome equivalents per millilitre, diameters); nothing here knows cells or treatments.
 */
@NullMarked
package org.evotrial.patient.assay;

import org.jspecify.annotations.NullMarked;
