package org.evotrial.model.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Many virtual patients followed until death or the end of follow-up: {@code population.json}.
 *
 * @param formatVersion version of this format
 * @param cohort disease, treatment and assessments
 * @param confidence confidence of the intervals
 * @param channels plasma biomarkers, in the order of every patient's baseline sample
 * @param patients one per patient, in order
 * @param estimates response, times, detection, with their Monte Carlo errors
 * @param mechanisms what progressed, line by line
 * @param curves event-free probability of PFS and OS with their intervals
 * @param targets published figures to compare with; empty if none were given
 * @param patientCommand the command that shows one of the patients, without naming which
 * @param configuration the effective configuration, all defaults and library files filled in
 */
public record PopulationResult(
        String formatVersion,
        CohortSummary cohort,
        double confidence,
        List<Channel> channels,
        List<Member> patients,
        List<Estimate> estimates,
        List<LineMechanisms> mechanisms,
        List<Curve> curves,
        List<PublishedTarget> targets,
        String patientCommand,
        JsonNode configuration) {
    /** Name of the file. */
    public static final String FILE = "population.json";

    /** Version of the format. */
    public static final String FORMAT_VERSION = "1";

    /** A plasma biomarker: its name, the assay that reports it, and the smallest fraction that the assay can be expected to call. */
    public record Channel(String biomarker, String assay, double limitOfDetection) {}

    /**
     * One patient of the population. Days since the start of treatment; NaN for what did not happen.
     *
     * @param patient number, from 0
     * @param bestResponse {@code CR}, {@code PR}, {@code SD}, {@code PD} or {@code NE} on the first line
     * @param baselineMillimetres measured sum of the target lesions' diameters at baseline
     * @param bestChange smallest relative change of the sum on the first line before progression, -1 to infinity; NaN
     *     without a scan after baseline or without target lesions
     * @param scanDays days of the first line's scans
     * @param changes relative changes of the sum from baseline at those scans
     * @param lines periods of treatment
     * @param responseDay first objective response
     * @param progressions progressions that were recorded on a line
     * @param deathDay death
     * @param lastDay end of follow-up
     * @param baselineVaf measured plasma fraction of every biomarker at baseline, in the order of the channels; NaN
     *     if the sample failed
     * @param baselineDetected whether each was called
     */
    public record Member(
            int patient,
            String bestResponse,
            double baselineMillimetres,
            double bestChange,
            List<Double> scanDays,
            List<Double> changes,
            List<PatientTrace.TreatmentPeriod> lines,
            double responseDay,
            List<Progression> progressions,
            double deathDay,
            double lastDay,
            List<Double> baselineVaf,
            List<Boolean> baselineDetected) {}

    /**
     * A progression on a line of treatment.
     *
     * @param day when it was recorded
     * @param line number of the line, from 1
     * @param lineage lineage with most cells in progressing lesions
     */
    public record Progression(double day, int line, String lineage) {}

    /**
     * What progressed on one line of treatment.
     *
     * @param line number of the line, from 1
     * @param regimen its regimen
     * @param progressions number of progressions
     * @param shares one per lineage that progressed in anyone, the most frequent first
     */
    public record LineMechanisms(int line, String regimen, int progressions, List<Estimate> shares) {}

    /** Reads the file of a folder. */
    public static PopulationResult read(Path folder) throws IOException {
        return StoredRun.read(folder.resolve(FILE), PopulationResult.class);
    }

    /** Writes the file into a folder, which is created if necessary. */
    public void write(Path folder) throws IOException {
        StoredRun.write(folder.resolve(FILE), this);
    }
}
