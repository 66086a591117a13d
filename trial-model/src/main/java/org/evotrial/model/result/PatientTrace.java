package org.evotrial.model.result;

import java.util.Collections;
import java.util.List;

/**
 * The course of one virtual patient with the truth behind it, on a common grid of days.
 *
 * @param label why this patient is shown, for example {@code switched early by plasma}
 * @param arm arm
 * @param replicate replicate
 * @param patient index of the patient in the replicate
 * @param lineages names of the lineages
 * @param parents for each lineage the index of the one in which its first cell arose; -1 for founders, for lineages that never had
 *     a cell and for phenotypes
 * @param days the grid, days since randomisation
 * @param lesions one series per lesion
 * @param targetSumMillimetres true sum of longest diameters on the grid
 * @param assays what the assays saw
 * @param treatments periods of treatment in order
 * @param events what happened, in order
 */
public record PatientTrace(
        String label,
        String arm,
        int replicate,
        int patient,
        List<String> lineages,
        List<Integer> parents,
        List<Double> days,
        List<LesionSeries> lesions,
        List<Double> targetSumMillimetres,
        List<AssaySeries> assays,
        List<TreatmentPeriod> treatments,
        List<PatientEvent> events) {
    /** A stored trace that does not say who descends from whom has founders only. */
    public PatientTrace {
        if (parents == null) {
            parents = Collections.nCopies(lineages.size(), -1);
        }
    }

    /**
     * Cells of every lineage in one lesion.
     *
     * @param centralNervousSystem whether it lies there
     * @param cells {@code cells.get(lineage).get(gridPoint)}
     */
    public record LesionSeries(boolean centralNervousSystem, List<List<Double>> cells) {}

    /**
     * What an assay reported for one channel.
     *
     * @param assay the assay
     * @param channel the channel
     * @param unit {@code VAF} or {@code mm}
     * @param days days of sampling of evaluable samples
     * @param values values
     * @param positive calls
     */
    public record AssaySeries(
            String assay,
            String channel,
            String unit,
            List<Double> days,
            List<Double> values,
            List<Boolean> positive) {}

    /** A period on one regimen, days since randomisation. */
    public record TreatmentPeriod(String regimen, double fromDay, double toDay) {}

    /** Something that happened: the day and a sentence. */
    public record PatientEvent(double day, String what) {}
}
