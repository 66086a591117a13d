package org.evotrial.patient.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Measurement;
import org.junit.jupiter.api.Test;

/** Scans of one patient after the other, from cells to sums; what one scan shows of diameters is {@link RecistImagingTest}'s. */
class ScannedPatientTest {
    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 14, 0, 0});
    private final Measurement result = new Measurement(ImagingChannel.values().length);
    private final FixedDisease disease = new FixedDisease(1);

    /** Cells of a sphere of so many millimetres at 1e6 per cubic millimetre. */
    private static double cells(double millimetres) {
        return Math.PI / 6 * millimetres * millimetres * millimetres * 1e6;
    }

    private static FixedTumour tumour(double... millimetres) {
        FixedTumour tumour = new FixedTumour();
        for (int i = 0; i < millimetres.length; i++) {
            tumour.lesion(
                    i % 2 == 0 ? FixedDisease.LUNG : FixedDisease.BRAIN, new double[][] {{cells(millimetres[i])}});
        }
        return tumour;
    }

    private AssaySampler sampler(RecistImaging imaging) {
        AssaySampler sampler = imaging.compile(disease, "/assays/imaging").newSampler(disease);
        sampler.begin();
        return sampler;
    }

    private double value(ImagingChannel channel) {
        return result.value(channel.ordinal());
    }

    @Test
    void diametersAreThoseOfSpheresOfABillionCellsPerCubicCentimetre() {
        // 1e9 cells are a cubic centimetre: 10 (6/pi)^(1/3) = 12.407 mm
        assertThat(ScannedLesions.diameter(1e9)).isCloseTo(12.4070098, within(1e-7));
        assertThat(ScannedLesions.diameter(cells(30))).isCloseTo(30, within(1e-12));
        assertThat(ScannedLesions.diameter(0.0)).isZero();
    }

    @Test
    void theFirstScanChoosesTheTargetsAndLaterOnesFollowThem() {
        AssaySampler sampler = sampler(new RecistImaging(0, 0, 0, 0, 2, 10, false, null));
        sampler.sample(tumour(40, 20, 4, 8), random, result);
        assertThat(value(ImagingChannel.TARGET_SUM)).isCloseTo(60, within(1e-9));
        assertThat(value(ImagingChannel.CNS_SUM)).isCloseTo(20, within(1e-9));
        assertThat(value(ImagingChannel.NEW_LESIONS)).isZero();
        // the third was too small to see and is 12 mm; the fourth has not doubled; a fifth has come in the lung
        sampler.sample(tumour(30, 15, 12, 15.9, 11), random, result);
        assertThat(value(ImagingChannel.TARGET_SUM)).isCloseTo(45, within(1e-9));
        assertThat(value(ImagingChannel.CNS_SUM)).isCloseTo(15, within(1e-9));
        assertThat(value(ImagingChannel.NEW_LESIONS)).isEqualTo(2);
        assertThat(value(ImagingChannel.NEW_CNS_LESIONS)).isZero();
        assertThat(result.positive(ImagingChannel.NEW_LESIONS.ordinal())).isTrue();
        assertThat(result.positive(ImagingChannel.NEW_CNS_LESIONS.ordinal())).isFalse();
        sampler.sample(tumour(30, 15, 12, 16.1, 11, 10.1), random, result);
        assertThat(value(ImagingChannel.NEW_LESIONS)).isEqualTo(4);
        assertThat(value(ImagingChannel.NEW_CNS_LESIONS)).isEqualTo(2);
        assertThat(result.positive(ImagingChannel.NEW_CNS_LESIONS.ordinal())).isTrue();
    }

    @Test
    void anotherPatientHasOtherTargetsAndNothingRemembered() {
        AssaySampler sampler = sampler(new RecistImaging(0, 0, 0, 0, 2, 10, false, null));
        sampler.sample(tumour(40, 3), random, result);
        sampler.sample(tumour(40, 30), random, result);
        assertThat(value(ImagingChannel.NEW_LESIONS)).isEqualTo(1);
        sampler.begin();
        sampler.sample(tumour(12, 30), random, result);
        assertThat(value(ImagingChannel.TARGET_SUM)).isCloseTo(42, within(1e-9));
        assertThat(value(ImagingChannel.NEW_LESIONS)).isZero();
    }

    @Test
    void thePatientKeepsTheReaderOfTheFirstScan() {
        AssaySampler sampler = sampler(new RecistImaging(0, 0, .1, 0, 2, 10, false, null));
        double before = 1;
        for (int patient = 0; patient < 50; patient++) {
            sampler.begin();
            sampler.sample(tumour(40), random, result);
            double reader = value(ImagingChannel.TARGET_SUM) / 40;
            sampler.sample(tumour(20), random, result);
            assertThat(value(ImagingChannel.TARGET_SUM) / 20).isCloseTo(reader, within(1e-12));
            assertThat(reader).isNotEqualTo(before);
            before = reader;
        }
    }
}
