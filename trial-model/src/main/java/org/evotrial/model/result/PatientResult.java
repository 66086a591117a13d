package org.evotrial.model.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One virtual patient followed until death or the end of follow-up: {@code patient.json}.
 *
 * @param formatVersion version of this format
 * @param cohort disease, treatment and assessments
 * @param patient number of the patient in the population of the same seed, from 0
 * @param course what happened, on a fine grid of days
 * @param lesions the lesions, aligned with those of the course
 * @param biomarkers true plasma fractions, on the days of the course
 * @param doses what was taken, on the days of the course
 * @param scans assessments of response
 * @param clones the clonal phylogeny: every lineage that had a cell
 * @param configuration the effective configuration, all defaults and library files filled in
 */
public record PatientResult(
        String formatVersion,
        CohortSummary cohort,
        int patient,
        PatientTrace course,
        List<Lesion> lesions,
        List<Biomarker> biomarkers,
        List<Dose> doses,
        List<Scan> scans,
        List<Clone> clones,
        JsonNode configuration) {
    /** Name of the file. */
    public static final String FILE = "patient.json";

    /** Version of the format. */
    public static final String FORMAT_VERSION = "1";

    /**
     * A lesion.
     *
     * @param organ where it lies
     * @param target whether imaging follows it as a target lesion
     * @param phenotypeCells {@code phenotypeCells.get(phenotype).get(gridPoint)}; empty if cells have only one phenotype
     */
    public record Lesion(String organ, boolean target, List<List<Double>> phenotypeCells) {}

    /**
     * The true plasma fraction of a biomarker.
     *
     * @param id the biomarker
     * @param limitOfDetection smallest fraction that the most sensitive assay can be expected to call; 0 if none reports it
     * @param vaf expected variant allele fraction on the days of the course
     */
    public record Biomarker(String id, double limitOfDetection, List<Double> vaf) {}

    /**
     * The dose of a treatment.
     *
     * @param treatment its name
     * @param relative mean dose since the day before on the grid, relative to full dose; NaN on the first day
     */
    public record Dose(String treatment, List<Double> relative) {}

    /**
     * A scan.
     *
     * @param day day of the scan
     * @param sumMillimetres measured sum of the target lesions' diameters
     * @param nadirMillimetres smallest sum since the current line of treatment began, this scan included
     * @param response {@code CR}, {@code PR}, {@code SD} or {@code PD} against the beginning of the current line; {@code
     *     baseline} for the first
     */
    public record Scan(double day, double sumMillimetres, double nadirMillimetres, String response) {}

    /**
     * A lineage of the phylogeny.
     *
     * @param lineage its name
     * @param parent the lineage in which its first cell arose; null for a founder
     * @param emergenceDay day of its first cell; 0 if it was there at baseline
     * @param baselineCells cells at baseline
     * @param peakCells most cells in the whole patient
     * @param peakDay when that was
     * @param lastCells cells at the end
     * @param biomarkers biomarkers of the disease that tell it from its parent
     * @param firstDetectedDay day of the first positive sample of those; NaN if there is none
     */
    public record Clone(
            String lineage,
            @Nullable String parent,
            double emergenceDay,
            double baselineCells,
            double peakCells,
            double peakDay,
            double lastCells,
            List<String> biomarkers,
            double firstDetectedDay) {}

    /** Reads the file of a folder. */
    public static PatientResult read(Path folder) throws IOException {
        return StoredRun.read(folder.resolve(FILE), PatientResult.class);
    }

    /** Writes the file into a folder, which is created if necessary. */
    public void write(Path folder) throws IOException {
        StoredRun.write(folder.resolve(FILE), this);
    }
}
