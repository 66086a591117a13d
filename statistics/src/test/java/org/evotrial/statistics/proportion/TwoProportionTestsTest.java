package org.evotrial.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evotrial.statistics.ConfidenceInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of SciPy are checked by the verification of scipy_fisher_exact.csv. */
class TwoProportionTestsTest {
    /** Admissions to Berkeley by department, men first: Bickel, Hammel and O'Connell 1975, doi:10.1126/science.187.4175.398. */
    private static final List<TwoProportions> BERKELEY = List.of(
            new TwoProportions(512, 825, 89, 108),
            new TwoProportions(353, 560, 17, 25),
            new TwoProportions(120, 325, 202, 593),
            new TwoProportions(138, 417, 131, 375),
            new TwoProportions(53, 191, 94, 393),
            new TwoProportions(22, 373, 24, 341));

    @Test
    void fisherTastesTea() {
        // Fisher 1935: 3 of 4 right gives (16 + 1) / 70, both sides 34 / 70.
        TwoProportions tea = new TwoProportions(3, 4, 1, 4);
        assertThat(FisherExactTest.upperPValue(tea)).isCloseTo(17 / 70.0, within(1e-14));
        assertThat(FisherExactTest.twoSidedPValue(tea)).isCloseTo(34 / 70.0, within(1e-14));
    }

    @Test
    void fishersTestOfOneOutcomeIsCertain() {
        for (TwoProportions data : List.of(
                new TwoProportions(0, 10, 0, 10),
                new TwoProportions(10, 10, 4, 4),
                new TwoProportions(0, 0, 3, 5),
                new TwoProportions(0, 0, 0, 0))) {
            assertThat(FisherExactTest.upperPValue(data)).isCloseTo(1, within(1e-12));
            assertThat(FisherExactTest.lowerPValue(data)).isCloseTo(1, within(1e-12));
            assertThat(FisherExactTest.twoSidedPValue(data)).isCloseTo(1, within(1e-12));
        }
    }

    // Newcombe 1998, Statistics in Medicine 17:873-890, table II, methods 5 (Mee) and 6 (Miettinen and Nurminen).
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0533, 0.3377, 0.0528, 0.3382",
        "9, 10, 3, 10, 0.1821, 0.8370, 0.1700, 0.8406",
        "5, 56, 0, 29, -0.0313, 0.1926, -0.0326, 0.1933"
    })
    void scoreIntervalsAgreeWithNewcombesTable(
            int x1, int n1, int x2, int n2, double mee1, double mee2, double miettinen1, double miettinen2) {
        TwoProportions data = new TwoProportions(x1, n1, x2, n2);
        ConfidenceInterval mee = DifferenceScoreTest.FARRINGTON_MANNING.interval(data, 0.95);
        ConfidenceInterval miettinen = DifferenceScoreTest.MIETTINEN_NURMINEN.interval(data, 0.95);
        assertThat(mee.lower()).isCloseTo(mee1, within(5.1e-5));
        assertThat(mee.upper()).isCloseTo(mee2, within(5.1e-5));
        assertThat(miettinen.lower()).isCloseTo(miettinen1, within(5.1e-5));
        assertThat(miettinen.upper()).isCloseTo(miettinen2, within(5.1e-5));
    }

    /** With (10, 10, 0, 10) under d: p2 = (1 - d) / 2 by symmetry, so the limit solves (1 - d)^2 = z^2 c (1 - d^2) / 20. */
    @Test
    void theIntervalOfTheLargestDifferenceHasAClosedForm() {
        TwoProportions data = new TwoProportions(10, 10, 0, 10);
        double z2 = Math.pow(ConfidenceInterval.normalQuantile(0.9), 2);
        double mee = (20 - z2) / (20 + z2);
        double c = z2 * 20 / 19;
        ConfidenceInterval interval = DifferenceScoreTest.FARRINGTON_MANNING.interval(data, 0.9);
        assertThat(interval.lower()).isCloseTo(mee, within(1e-12));
        assertThat(interval.upper()).isEqualTo(1);
        assertThat(DifferenceScoreTest.MIETTINEN_NURMINEN.interval(data, 0.9).lower())
                .isCloseTo((20 - c) / (20 + c), within(1e-12));
    }

    @Test
    void theStatisticOfNoDifferenceIsPearsons() {
        // Chi-square of (15, 5; 8, 12): 40 (15 * 12 - 5 * 8)^2 / (20 * 20 * 23 * 17).
        double z = DifferenceScoreTest.FARRINGTON_MANNING.statistic(new TwoProportions(15, 20, 8, 20), 0);
        assertThat(z * z).isCloseTo(40.0 * 140 * 140 / (20 * 20 * 23 * 17), within(1e-12));
        double corrected = DifferenceScoreTest.MIETTINEN_NURMINEN.statistic(new TwoProportions(15, 20, 8, 20), 0);
        assertThat(corrected * corrected).isCloseTo(z * z * 39 / 40, within(1e-12));
    }

    @Test
    void theRestrictedEstimateMaximisesTheLikelihood() {
        TwoProportions data = new TwoProportions(7, 12, 3, 20);
        for (double d : new double[] {-0.6, -0.1, 0.15, 0.7}) {
            double best = DifferenceScoreTest.restrictedSecond(data, d);
            for (double p = Math.max(0, -d) + 1e-4; p < Math.min(1, 1 - d); p += 1e-3) {
                assertThat(logLikelihood(data, p, d)).isLessThanOrEqualTo(logLikelihood(data, best, d) + 1e-12);
            }
        }
        assertThat(DifferenceScoreTest.restrictedSecond(new TwoProportions(1, 10, 0, 10), 0.3))
                .isLessThan(1e-15);
    }

    private static double logLikelihood(TwoProportions data, double p, double d) {
        return data.successes1() * Math.log(p + d)
                + (data.trials1() - data.successes1()) * Math.log(1 - p - d)
                + data.successes2() * Math.log(p)
                + (data.trials2() - data.successes2()) * Math.log(1 - p);
    }

    @Test
    void nonInferiorityWithinTheIntervalIsRejectedOutsideNot() {
        TwoProportions data = new TwoProportions(70, 100, 75, 100);
        for (DifferenceScoreTest test : DifferenceScoreTest.values()) {
            ConfidenceInterval interval = test.interval(data, 0.95);
            assertThat(test.upperPValue(data, interval.lower())).isCloseTo(0.025, within(1e-10));
            assertThat(test.twoSidedPValue(data, interval.upper())).isCloseTo(0.05, within(1e-10));
            assertThat(test.upperPValue(data, -0.3)).isLessThan(0.025);
        }
    }

    @Test
    void noResponsesAtAllAreNoEvidence() {
        for (DifferenceScoreTest test : DifferenceScoreTest.values()) {
            TwoProportions none = new TwoProportions(0, 10, 0, 20);
            assertThat(test.statistic(none, 0)).isZero();
            assertThat(test.upperPValue(none, 0)).isEqualTo(0.5);
            ConfidenceInterval interval = test.interval(none, 0.95);
            assertThat(interval.contains(0)).isTrue();
            assertThat(test.twoSidedPValue(none, interval.lower())).isCloseTo(0.05, within(1e-9));
        }
    }

    @Test
    void mantelHaenszelAgreesWithRsBerkeley() {
        // R: mantelhaen.test(UCBAdmissions) prints 1.4269, p .2323, odds ratio .9046968 (.7719074, 1.0603298).
        MantelHaenszel analysis = MantelHaenszel.of(BERKELEY);
        assertThat(analysis.chiSquare(true)).isCloseTo(1.4269, within(5e-5));
        assertThat(analysis.twoSidedPValue(true)).isCloseTo(0.2323, within(5e-5));
        assertThat(analysis.oddsRatio()).isCloseTo(0.9046968, within(5e-8));
        assertThat(analysis.oddsRatioInterval(0.95).lower()).isCloseTo(0.7719074, within(5e-8));
        assertThat(analysis.oddsRatioInterval(0.95).upper()).isCloseTo(1.0603298, within(5e-8));
    }

    @Test
    void oneStratumIsTheTestAndOddsRatioOfItsTable() {
        TwoProportions table = new TwoProportions(15, 20, 8, 25);
        MantelHaenszel analysis = MantelHaenszel.of(List.of(table));
        double expected = DifferenceScoreTest.MIETTINEN_NURMINEN.statistic(table, 0);
        assertThat(analysis.statistic()).isCloseTo(expected, within(1e-12));
        assertThat(analysis.chiSquare(false)).isCloseTo(expected * expected, within(1e-12));
        assertThat(analysis.oddsRatio()).isCloseTo(15.0 * 17 / (5 * 8), within(1e-12));
        // Woolf's standard error.
        double error = Math.sqrt(1 / 15.0 + 1 / 5.0 + 1 / 8.0 + 1 / 17.0);
        assertThat(Math.log(analysis.oddsRatioInterval(0.95).upper() / analysis.oddsRatio()))
                .isCloseTo(1.959963984540054 * error, within(1e-12));
    }

    @Test
    void strataWithoutInformationChangeNothing() {
        MantelHaenszel plain = MantelHaenszel.of(List.of(new TwoProportions(15, 20, 8, 25)));
        MantelHaenszel more = MantelHaenszel.of(List.of(
                new TwoProportions(15, 20, 8, 25),
                new TwoProportions(0, 0, 8, 25),
                new TwoProportions(0, 0, 0, 0),
                new TwoProportions(1, 1, 0, 0),
                new TwoProportions(0, 9, 0, 4),
                new TwoProportions(9, 9, 4, 4)));
        assertThat(more.statistic()).isCloseTo(plain.statistic(), within(1e-13));
        assertThat(more.oddsRatioInterval(0.95)).isEqualTo(plain.oddsRatioInterval(0.95));
        MantelHaenszel none = MantelHaenszel.of(List.of(new TwoProportions(0, 9, 0, 4)));
        assertThat(none.statistic()).isZero();
        assertThat(none.twoSidedPValue(true)).isEqualTo(1);
        assertThatThrownBy(none::oddsRatio).hasMessageStartingWith("There is no odds ratio");
        MantelHaenszel infinite = MantelHaenszel.of(List.of(new TwoProportions(9, 9, 0, 4)));
        assertThat(infinite.oddsRatio()).isInfinite();
        assertThatThrownBy(() -> infinite.oddsRatioInterval(0.95)).hasMessageContaining("Infinity");
    }

    @Test
    void rejectsWhatIsNoTable() {
        assertThatThrownBy(() -> new TwoProportions(3, 2, 0, 1)).hasMessageContaining("successes (3)");
        assertThatThrownBy(() -> new TwoProportions(0, 0, 0, 1).difference()).hasMessageContaining("(0, 1)");
        TwoProportions data = new TwoProportions(1, 2, 1, 3);
        assertThatThrownBy(() -> DifferenceScoreTest.MIETTINEN_NURMINEN.statistic(data, 1))
                .hasMessage("The difference (1.0) must be in (-1, 1).");
        assertThatThrownBy(() -> DifferenceScoreTest.MIETTINEN_NURMINEN.interval(data, 95))
                .hasMessageContaining("level (95.0)");
        assertThatThrownBy(() -> MantelHaenszel.of(List.of())).hasMessageContaining("strata (0)");
    }

    // mpmath 1.3.0: the root of the likelihood's derivative, 25 digits.
    @Test
    void scoreStatisticsAreThoseOfTheRestrictedEstimates() {
        DifferenceScoreTest test = DifferenceScoreTest.FARRINGTON_MANNING;
        assertThat(test.statistic(new TwoProportions(12, 40, 8, 40), -0.2)).isCloseTo(3.052546369129319, within(1e-9));
        assertThat(test.statistic(new TwoProportions(3, 17, 11, 29), 0.1)).isCloseTo(-2.101839649406706, within(1e-9));
        // Pooled: .1 / sqrt(.25 x .75 x 2 / 40).
        assertThat(test.statistic(new TwoProportions(12, 40, 8, 40), 0))
                .isCloseTo(0.1 / Math.sqrt(0.1875 / 20), within(1e-12));
        assertThat(test.statistic(new TwoProportions(0, 5, 0, 7), 0)).isZero();
    }
}
