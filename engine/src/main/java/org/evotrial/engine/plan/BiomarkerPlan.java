package org.evotrial.engine.plan;

import java.io.Serializable;

/**
 * A biomarker that an assay reports.
 *
 * @param label biomarker and assay, for tables
 * @param assay index of the assay
 * @param channel index of the channel within the assay
 * @param biomarker index among the disease's biomarkers
 * @param limitOfDetection smallest variant allele fraction in plasma that the assay can be expected to call
 */
public record BiomarkerPlan(String label, int assay, int channel, int biomarker, double limitOfDetection)
        implements Serializable {}
