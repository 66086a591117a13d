package org.evotrial.model.result;

import java.util.List;

/**
 * What virtual patients were followed: disease, treatment and assessments, in words and names.
 *
 * @param disease name of the disease
 * @param title the disease in words
 * @param remarks sources and comments
 * @param policy how patients are treated, in a sentence
 * @param lines labels of the regimens in the order in which a patient can meet them
 * @param assays what is measured
 * @param lineages names of the tumour's lineages
 * @param phenotypes names of the phenotypes; empty if cells have only one
 * @param years longest follow-up
 * @param seed master seed
 * @param version version of evotrial, with its commit if that is known
 * @param command the command that shows it again
 */
public record CohortSummary(
        String disease,
        String title,
        List<String> remarks,
        String policy,
        List<String> lines,
        List<AssaySummary> assays,
        List<String> lineages,
        List<String> phenotypes,
        double years,
        long seed,
        String version,
        String command) {
    /**
     * An assay.
     *
     * @param id its name
     * @param everyWeeks interval between samples; NaN if it is not scheduled
     * @param turnAroundDays days from sampling until the result is known
     * @param imaging whether it feeds the response assessment
     * @param channels what it reports
     * @param units unit of each channel
     * @param limitOfDetection smallest variant allele fraction that it can be expected to call; 0 without biomarkers
     */
    public record AssaySummary(
            String id,
            double everyWeeks,
            double turnAroundDays,
            boolean imaging,
            List<String> channels,
            List<String> units,
            double limitOfDetection) {}
}
