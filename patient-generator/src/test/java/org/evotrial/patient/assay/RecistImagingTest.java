package org.evotrial.patient.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Measurement;
import org.junit.jupiter.api.Test;

class RecistImagingTest {
    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 9, 0, 0});
    private final Measurement result = new Measurement(ImagingChannel.values().length);
    private final RecistImaging exact = new RecistImaging(0, 0, 0, 0, 2, 10, null);

    private static ScannedLesions lesions(double... diameters) {
        ScannedLesions scan = new ScannedLesions(20);
        for (double diameter : diameters) {
            scan.add(diameter, false);
        }
        scan.chooseTargets();
        return scan;
    }

    private double value(ImagingChannel channel) {
        return result.value(channel.ordinal());
    }

    @Test
    void theFiveLargestMeasurableLesionsAreTargets() {
        ScannedLesions scan = lesions(12, 9, 30, 11, 25, 14, 40);
        exact.read(scan, 1, random, result);
        // 40 + 30 + 25 + 14 + 12; 11 is the sixth, 9 is not measurable
        assertThat(value(ImagingChannel.TARGET_SUM)).isCloseTo(121, within(1e-9));
        assertThat(scan.isTarget(3)).isFalse();
        assertThat(scan.isTarget(1)).isFalse();
    }

    @Test
    void lesionsOfTheCentralNervousSystemAreSummedApart() {
        ScannedLesions scan = new ScannedLesions(3);
        scan.add(20, false);
        scan.add(15, true);
        scan.add(3, true);
        scan.chooseTargets();
        scan.setDiameter(2, 10);
        exact.read(scan, 1, random, result);
        assertThat(value(ImagingChannel.TARGET_SUM)).isCloseTo(35, within(1e-9));
        assertThat(value(ImagingChannel.CNS_SUM)).isCloseTo(15, within(1e-9));
        assertThat(value(ImagingChannel.NEW_CNS_LESIONS)).isEqualTo(1);
    }

    @Test
    void aNewLesionIsCountedFromTenMillimetresAndRemembered() {
        ScannedLesions scan = lesions(20, 4);
        scan.setDiameter(1, 9.9);
        exact.read(scan, 1, random, result);
        assertThat(value(ImagingChannel.NEW_LESIONS)).isZero();
        scan.setDiameter(1, 10);
        exact.read(scan, 1, random, result);
        assertThat(value(ImagingChannel.NEW_LESIONS)).isEqualTo(1);
        scan.setDiameter(1, 1);
        exact.read(scan, 1, random, result);
        assertThat(value(ImagingChannel.NEW_LESIONS)).isEqualTo(1);
    }

    @Test
    void aVisibleNonTargetLesionMustDoubleToFifteenMillimetres() {
        ScannedLesions scan = lesions(20, 8);
        scan.setDiameter(1, 15.9);
        exact.read(scan, 1, random, result);
        assertThat(value(ImagingChannel.NEW_LESIONS)).isZero();
        scan.setDiameter(1, 16);
        exact.read(scan, 1, random, result);
        assertThat(value(ImagingChannel.NEW_LESIONS)).isEqualTo(1);
    }

    @Test
    void lesionsTooSmallToSeeCountAsZero() {
        ScannedLesions scan = lesions(20);
        scan.setDiameter(0, 1.9);
        exact.read(scan, 1, random, result);
        assertThat(value(ImagingChannel.TARGET_SUM)).isZero();
    }

    @Test
    void errorsHaveTheirVariationAndTheReaderIsOneFactor() {
        RecistImaging noisy = new RecistImaging(0, 0, .05, .04, 2, 10, null);
        ScannedLesions scan = lesions(20);
        int draws = 100_000;
        double sum = 0;
        double squares = 0;
        double readers = 0;
        for (int i = 0; i < draws; i++) {
            noisy.read(scan, 1.1, random, result);
            double relative = value(ImagingChannel.TARGET_SUM) / 22 - 1;
            sum += relative;
            squares += relative * relative;
            double reader = noisy.drawReader(random) - 1;
            readers += reader * reader;
        }
        GoodnessOfFit.assertMean(sum / draws, .04, draws, 0);
        GoodnessOfFit.assertMean(squares / draws / .0016, Math.sqrt(2), draws, 1);
        GoodnessOfFit.assertMean(readers / draws / .0025, Math.sqrt(2), draws, 1);
    }

    @Test
    void failedScansAreNotEvaluableAndRememberNothing() {
        RecistImaging failing = new RecistImaging(0, 1, 0, 0, 2, 10, null);
        ScannedLesions scan = lesions(20, 3);
        scan.setDiameter(1, 30);
        failing.read(scan, 1, random, result);
        assertThat(result.evaluable()).isFalse();
        assertThat(scan.isRemembered(1)).isFalse();
    }
}
