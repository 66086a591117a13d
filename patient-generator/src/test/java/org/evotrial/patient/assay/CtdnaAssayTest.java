package org.evotrial.patient.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.Measurement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CtdnaAssayTest {
    private static final int DRAWS = 50_000;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 8, 0, 0});
    private final Measurement result = new Measurement(1);

    /** Background fixed at 950 per mL: with 4 mL and efficiency .5 there are 1900 +- 31 reads. */
    private static CtdnaAssay fixed(
            double error, int reads, @Nullable Double level, int mutations, int minimumMutations) {
        return new CtdnaAssay(
                List.of("T790M"),
                0,
                0,
                4,
                1e6,
                950 * .0066 / 1e6,
                .0066,
                .5,
                error,
                1e5,
                reads,
                0,
                0,
                level,
                mutations,
                minimumMutations,
                false,
                null,
                null);
    }

    private static CtdnaAssay assay(double failure, double error, int reads, double limit, double falsePositive) {
        return new CtdnaAssay(
                List.of("T790M"),
                7,
                failure,
                4,
                1.86,
                3.38,
                .0066,
                .5,
                error,
                1e5,
                reads,
                limit,
                falsePositive,
                null,
                1,
                1,
                false,
                null,
                null);
    }

    @Test
    void meanBackgroundIsThatOfThePublication() {
        // Avanzini et al. 2020: 6.29 ng/mL / .0066 ng = 953 genome equivalents per mL
        assertThat(assay(0, 0, 1, 0, 0).meanBackgroundPerMillilitre()).isBetween(952.0, 953.0);
    }

    @Test
    void withOneMutantReadEnoughDetectionIsPoisson() {
        // .3 mutant genome equivalents per mL, 4 mL, half of them read: P(at least one) = 1 - e^-.6
        GoodnessOfFit.assertShare(positives(assay(0, 0, 1, 0, 0), .3), DRAWS, 1 - Math.exp(-.6));
    }

    @Test
    void threeReadsAreAskedForWhereTheRuleSaysThree() {
        // Poisson(2): P(at least 3) = 1 - e^-2 (1 + 2 + 2)
        GoodnessOfFit.assertShare(positives(assay(0, 0, 3, 0, 0), 1), DRAWS, 1 - 5 * Math.exp(-2));
    }

    @Test
    void withoutTumourCallsComeFromErrorsAndFalsePositivesAlone() {
        assertThat(positives(assay(0, 0, 1, 0, 0), 0)).isZero();
        GoodnessOfFit.assertShare(positives(assay(0, 0, 1, 0, .01), 0), DRAWS, .01);
        // gamma background: E[(1 - 1e-5)^reads] with reads = 4 x .5 x Gamma(1.86) x 3.38/.0066 is (1 + 1e-5 x
        // 1024.2)^-1.86
        double none = Math.pow(1 + 1e-5 * 4 * .5 * 3.38 / .0066, -1.86);
        GoodnessOfFit.assertShare(positives(assay(0, 1e-5, 1, 0, 0), 0), DRAWS, 1 - none);
    }

    @Test
    void aDetectionLimitMakesCallsRarer() {
        long without = positives(assay(0, 0, 1, 0, 0), 2);
        long with = positives(assay(0, 0, 1, .005, 0), 2);
        assertThat(with).isLessThan(without / 2).isPositive();
    }

    @Test
    void failedSamplesHaveNoValues() {
        CtdnaAssay assay = assay(.1, 0, 1, 0, 0);
        long failed = 0;
        for (int i = 0; i < DRAWS; i++) {
            assay.sample(new double[] {50}, new double[1], 50, random, result);
            failed += result.evaluable() ? 0 : 1;
            assertThat(result.evaluable() || (Double.isNaN(result.value(0)) && !result.positive(0)))
                    .isTrue();
        }
        GoodnessOfFit.assertShare(failed, DRAWS, .1);
    }

    @Test
    void theVariantAlleleFractionIsUnbiasedAtAFixedBackground() {
        // shape 1e6 makes the background constant at 950 per mL; 50 mutant per mL in 1000: .05
        CtdnaAssay assay = new CtdnaAssay(
                List.of("T790M"),
                0,
                0,
                4,
                1e6,
                950 * .0066 / 1e6,
                .0066,
                .5,
                0,
                1e5,
                1,
                0,
                0,
                null,
                1,
                1,
                false,
                null,
                null);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            assay.sample(new double[] {50}, new double[1], 50, random, result);
            sum += result.value(0);
        }
        // Poisson(100) mutant of 2000 reads: sd .005; the number of reads varies by 1.6 %, a bias of 1e-5
        assertThat(sum / DRAWS).isBetween(.05 - 1.3e-4, .05 + 1.5e-4);
    }

    @Test
    void aBinomialLevelKeepsFalsePositivesBelowIt() {
        // 3800 molecules, half of them read: Binomial(3800, 5e-5) errors; a call needs k reads with tail at most .01
        CtdnaAssay assay = fixed(1e-4, 1, .01, 1, 1);
        double mean = 3800 * .5e-4;
        // P(2 or more) = .0160 and P(3 or more) = .00103: three are needed at 1900 reads
        double tail = 1 - Math.exp(-mean) * (1 + mean + mean * mean / 2);
        assertThat(BinomialTail.exceeds(2, 1900, 1e-4, .01)).isFalse();
        assertThat(BinomialTail.exceeds(3, 1900, 1e-4, .01)).isTrue();
        GoodnessOfFit.assertShare(positives(assay, 0), DRAWS, tail);
        assertThat(assay.limitOfDetection()).isCloseTo(3 / 1900.0, within(1e-12));
    }

    @Test
    void severalMutationsAreCalledTogether() {
        // 16 mutations of which 2 must be seen, .05 mutant equivalents per mL: Poisson(.1) reads each
        double one = 1 - Math.exp(-.1);
        double expected = 1 - Math.pow(1 - one, 16) - 16 * one * Math.pow(1 - one, 15);
        GoodnessOfFit.assertShare(positives(fixed(0, 1, null, 16, 2), .05), DRAWS, expected);
    }

    /** Samples of 3,800 molecules, half of them read, at most so many; errors and mutations per biomarker as given. */
    private double meanVaf(double error, double mostReads, int mutations, double mutantPerMillilitre) {
        CtdnaAssay assay = new CtdnaAssay(
                List.of("T790M"),
                0,
                0,
                4,
                1e6,
                950 * .0066 / 1e6,
                .0066,
                .5,
                error,
                mostReads,
                1,
                0,
                0,
                null,
                mutations,
                1,
                false,
                null,
                null);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            assay.sample(new double[] {mutantPerMillilitre}, new double[1], mutantPerMillilitre, random, result);
            sum += result.value(0);
        }
        return sum / DRAWS;
    }

    @Test
    void theFractionIsTheMeanOverTheMutationsAndErrorsFallOnNormalReads() {
        // 950 mutant among 1,900 per mL: .5, and errors on the other half. Poisson(1900) of 3,800 +- 44 reads: sd .0081
        // of
        // the mean of four and .0129 of one, 4.9 of them over sqrt(50,000), and a bias of 7e-5 by the number of reads
        assertThat(meanVaf(0, 1e5, 4, 950)).isCloseTo(.5, within(2.5e-4));
        assertThat(meanVaf(.02, 1e5, 1, 950)).isCloseTo(.51, within(3.5e-4));
    }

    @Test
    void notMoreThanTheMostReadsAreRead() {
        // 1,000 of 3,800 + 4 x .5 molecules are read: Poisson(2 x 1000/3802) mutant reads instead of Poisson(1)
        CtdnaAssay all = fixed(0, 1, null, 1, 1);
        CtdnaAssay few = new CtdnaAssay(
                List.of("T790M"),
                0,
                0,
                4,
                1e6,
                950 * .0066 / 1e6,
                .0066,
                .5,
                0,
                1000,
                1,
                0,
                0,
                null,
                1,
                1,
                false,
                null,
                null);
        GoodnessOfFit.assertShare(positives(all, .5), DRAWS, 1 - Math.exp(-1));
        GoodnessOfFit.assertShare(positives(few, .5), DRAWS, 1 - Math.exp(-2000 / 3802.0));
        // Poisson(500) of 1,000 +- 29 reads: sd .027, bias 4e-4
        assertThat(meanVaf(0, 1000, 1, 950)).isCloseTo(.5, within(1e-3));
        assertThat(few.limitOfDetection()).isEqualTo(1e-3);
    }

    @Test
    void variantsOfNormalCellsAreCalledWhateverTheTumour() {
        CtdnaAssay assay = fixed(0, 1, null, 1, 1);
        long count = 0;
        for (int i = 0; i < DRAWS; i++) {
            assay.sample(new double[1], new double[] {5e-4}, 0, random, result);
            count += result.positive(0) ? 1 : 0;
        }
        // 950 x 4 x .5 x 5e-4 = .95 reads
        GoodnessOfFit.assertShare(count, DRAWS, 1 - Math.exp(-.95));
    }

    @Test
    void aBinomialTailAgreesWithTheBetaFunction() {
        for (int k = 1; k < 40; k++) {
            double tail = BinomialTail.atLeast(k, 20_000, 2e-4);
            boolean upper = k > 4;
            assertThat(BinomialTail.exceeds(k, 20_000, 2e-4, Math.min(.25, tail * (1 + 1e-9))))
                    .isEqualTo(upper && tail <= .25);
            assertThat(BinomialTail.exceeds(k, 20_000, 2e-4, tail * (1 - 1e-9)))
                    .as("%s", k)
                    .isFalse();
        }
    }

    @Test
    void tailsAtTheirEnds() {
        assertThat(BinomialTail.atLeast(0, 3, .5)).isEqualTo(1);
        assertThat(BinomialTail.atLeast(3, 3, .5)).isCloseTo(.125, within(1e-15));
        assertThat(BinomialTail.atLeast(4, 3, .5)).isZero();
        assertThat(BinomialTail.atLeast(1, 3, 0)).isZero();
        assertThat(BinomialTail.atLeast(3, 3, 1)).isEqualTo(1);
        assertThat(BinomialTail.exceeds(3, 3, .5, .12)).isFalse();
        assertThat(BinomialTail.exceeds(3, 3, .5, .13)).isTrue();
        assertThat(BinomialTail.exceeds(1, 100, 0, 1e-9)).isTrue();
        assertThat(BinomialTail.exceeds(0, 100, 0, .25)).isFalse();
    }

    @Test
    void moreMutationsMayNotBeAskedForThanAreFollowed() {
        assertThatThrownBy(() -> fixed(0, 1, null, 2, 3))
                .hasMessageContaining("(3) must be at most those followed (2)");
    }

    private long positives(CtdnaAssay assay, double mutantPerMillilitre) {
        long count = 0;
        for (int i = 0; i < DRAWS; i++) {
            assay.sample(new double[] {mutantPerMillilitre}, new double[1], mutantPerMillilitre, random, result);
            count += result.positive(0) ? 1 : 0;
        }
        return count;
    }
}
