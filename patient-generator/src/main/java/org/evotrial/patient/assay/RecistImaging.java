package org.evotrial.patient.assay;

import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.TypeId;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Measurement;
import org.jspecify.annotations.Nullable;

/**
 * Imaging for RECIST 1.1 (Eisenhauer et al. 2009, doi:10.1016/j.ejca.2008.10.026): longest diameters of the target lesions,
 * read by one reader per patient, and unequivocal new lesions. The engine turns the sums into responses.
 *
 * <p>A lesion that was not a target counts as new from {@code newLesionFromMillimetres} on if it could not be seen at
 * baseline; a small non-target lesion counts from half as much again on if it has doubled (unequivocal progression).
 *
 * @param turnAroundDays days until the reading is known
 * @param failureProbability probability that a scan cannot be evaluated
 * @param readerCv coefficient of variation of the reader's own bias, one per patient
 * @param scanCv coefficient of variation of one lesion's diameter from scan to scan
 * @param visibleFromMillimetres smaller lesions are recorded as 0 mm
 * @param newLesionFromMillimetres true diameter from which a new lesion is unequivocal
 * @param confirmsProgression whether progression counts only if the next evaluable scan shows it too
 * @param remarks sources
 */
@TypeId("recist-imaging")
@Description("Imaging for RECIST 1.1: target lesion diameters by one reader per patient, and new lesions.")
public record RecistImaging(
        @Description("Days until the reading is known.") @Default("0") @PositiveOrZero
        double turnAroundDays,

        @Description("Probability that a scan cannot be evaluated.") @Default("0") @Probability
        double failureProbability,

        @Default("0.05") @PositiveOrZero @Description("Variation of the bias between readers; one reader per patient.")
        double readerCv,

        @Default("0.04") @PositiveOrZero @Description("Variation of one lesion's diameter from scan to scan.")
        double scanCv,

        @Description("Smaller lesions are recorded as 0 mm.") @Default("2") @PositiveOrZero
        double visibleFromMillimetres,

        @Description("True diameter from which a new lesion is unequivocal.") @Default("10") @PositiveOrZero
        double newLesionFromMillimetres,

        @Default("false")
        @Description("Whether progression counts only if the next evaluable scan shows it too, and then from that day.")
        boolean confirmsProgression,

        @Nullable List<String> remarks)
        implements TumourAssay {
    @Override
    public List<String> channels() {
        return ImagingChannel.ids();
    }

    @Override
    public boolean imaging() {
        return true;
    }

    @Override
    public CompiledAssay compile(AssayedDisease disease, String pointer) {
        return sampled -> new RecistSampler(this, sampled);
    }

    /** Draws the bias of a patient's reader, a factor on every diameter with median 1. */
    public double drawReader(UniformRandomProvider random) {
        return Math.max(0, 1 + readerCv * Normal.draw(random));
    }

    /**
     * Reads one scan.
     *
     * @param scan the lesions as they are; its memory of new lesions is updated
     * @param reader bias of the patient's reader
     * @param random source of randomness
     * @param out receives the channels of {@link ImagingChannel}
     */
    public void read(ScannedLesions scan, double reader, UniformRandomProvider random, Measurement out) {
        boolean failed = random.nextDouble() < failureProbability;
        double sum = 0;
        double cnsSum = 0;
        int fresh = 0;
        int freshCns = 0;
        for (int i = 0; i < scan.count(); i++) {
            double diameter = scan.diameter(i);
            if (scan.isTarget(i)) {
                double error = 1 + scanCv * Normal.draw(random);
                double measured = diameter < visibleFromMillimetres ? 0 : Math.max(0, diameter * reader * error);
                sum += measured;
                cnsSum += scan.isCentralNervousSystem(i) ? measured : 0;
            } else if (!failed && unequivocal(diameter, scan.baselineDiameter(i))) {
                scan.remember(i);
            }
            if (scan.isRemembered(i)) {
                fresh++;
                freshCns += scan.isCentralNervousSystem(i) ? 1 : 0;
            }
        }
        out.reset(!failed);
        if (!failed) {
            out.set(ImagingChannel.TARGET_SUM.ordinal(), sum, false);
            out.set(ImagingChannel.CNS_SUM.ordinal(), cnsSum, false);
            out.set(ImagingChannel.NEW_LESIONS.ordinal(), fresh, fresh > 0);
            out.set(ImagingChannel.NEW_CNS_LESIONS.ordinal(), freshCns, freshCns > 0);
        }
    }

    private boolean unequivocal(double diameter, double baseline) {
        return baseline < ScannedLesions.VISIBLE_AT_BASELINE_MILLIMETRES
                ? diameter >= newLesionFromMillimetres
                : diameter >= 1.5 * newLesionFromMillimetres && diameter >= 2 * baseline;
    }
}
