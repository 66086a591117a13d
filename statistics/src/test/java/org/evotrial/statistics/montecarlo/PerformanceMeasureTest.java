package org.evotrial.statistics.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PerformanceMeasureTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
    private static final double[] VALUES = {2.1, -0.4, 3.3, 1.9, 0.7, 2.8};

    @Test
    void aProportionHasTheBinomialErrorAndWilsonsInterval() {
        MonteCarloEstimate estimate = PerformanceMeasure.proportion(255, 10_000, 0.95);
        assertThat(estimate.value()).isEqualTo(0.0255);
        // Closed form: sqrt(.0255 * .9745 / 10000).
        assertThat(estimate.standardError()).isCloseTo(0.001576380347498, Offset.offset(1e-12));
        // SciPy 1.17.1: scipy_binomial.csv, row 255 of 10000.
        assertThat(estimate.interval().lower()).isCloseTo(0.022587782727039544, ROUNDING);
        assertThat(PerformanceMeasure.proportionExact(255, 10_000, 0.99)
                        .interval()
                        .upper())
                .isCloseTo(0.029842663437056032, Offset.offset(1e-11));
    }

    @Test
    void aProportionOfNoneOrAllStillHasAnInterval() {
        MonteCarloEstimate none = PerformanceMeasure.proportion(0, 10_000, 0.95);
        assertThat(none.standardError()).isZero();
        assertThat(none.interval().upper()).isCloseTo(0.00038399837067659573, ROUNDING);
        assertThat(PerformanceMeasure.proportion(20, 20, 0.95).interval().upper())
                .isEqualTo(1);
        assertThat(PerformanceMeasure.proportion(20, 20, 0.95).interval().lower())
                .isLessThan(0.85);
    }

    @Test
    void aMeanHasStudentsInterval() {
        // SciPy 1.17.1: stats.sem and stats.t.ppf of these values.
        MonteCarloEstimate mean = PerformanceMeasure.mean(moments(VALUES), 0.95);
        assertThat(mean.value()).isCloseTo(1.7333333333333334, ROUNDING);
        assertThat(mean.standardError()).isCloseTo(0.558967301766789, ROUNDING);
        assertThat(mean.interval().lower()).isCloseTo(0.2964621406969832, Offset.offset(1e-9));
        assertThat(mean.interval().upper()).isCloseTo(3.170204525969684, Offset.offset(1e-9));
        MonteCarloEstimate bias = PerformanceMeasure.bias(moments(VALUES), 1.5, 0.95);
        assertThat(bias.value()).isCloseTo(1.7333333333333334 - 1.5, ROUNDING);
        assertThat(bias.standardError()).isEqualTo(mean.standardError());
    }

    @Test
    void theEmpiricalStandardErrorAndTheMeanSquaredErrorFollowMorrisTable6() {
        // Morris et al. 2019, table 6, written out: EmpSE / sqrt(2 (n - 1)) and
        // sqrt(sum((squared error - MSE)^2) / (n (n - 1))).
        double s = moments(VALUES).standardDeviation();
        assertThat(PerformanceMeasure.empiricalStandardError(moments(VALUES), 0.95)
                        .standardError())
                .isCloseTo(s / Math.sqrt(10), ROUNDING);
        double truth = 1.5;
        SampleMoments squares = new SampleMoments();
        double mse = 0;
        for (double v : VALUES) {
            squares.add((v - truth) * (v - truth));
            mse += (v - truth) * (v - truth) / 6;
        }
        double spread = 0;
        for (double v : VALUES) {
            spread += Math.pow((v - truth) * (v - truth) - mse, 2);
        }
        MonteCarloEstimate estimate = PerformanceMeasure.mean(squares, 0.95);
        assertThat(estimate.value()).isCloseTo(mse, ROUNDING);
        assertThat(estimate.standardError()).isCloseTo(Math.sqrt(spread / 30), ROUNDING);
    }

    @Test
    void aQuantileLiesBetweenOrderStatisticsThatCoverIt() {
        double[] values = new double[100];
        for (int i = 0; i < 100; i++) {
            values[i] = 100 - i;
        }
        // Conover's and Hollander and Wolfe's table: ranks 40 and 61 of 100 for the median at 95 %.
        MonteCarloEstimate median = PerformanceMeasure.quantile(values, 0.5, 0.95);
        assertThat(median.value()).isEqualTo(50);
        assertThat(median.interval().lower()).isEqualTo(40);
        assertThat(median.interval().upper()).isEqualTo(61);
        assertThat(values[0]).isEqualTo(100);
        assertThat(PerformanceMeasure.quantile(values, 0.99, 0.95).interval().upper())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void aPairedDifferenceOfProportionsAgreesWithBonettAndPrice() {
        // R package statpsych, documented example of ci.prop.ps(.05, 12, 4, 26, 6): 0.2548067 to 0.6251933.
        MonteCarloEstimate difference = PerformanceMeasure.pairedProportionDifference(26, 4, 48, 0.95);
        assertThat(difference.value()).isCloseTo(22.0 / 48, ROUNDING);
        assertThat(difference.interval().lower()).isCloseTo(0.2548067, Offset.offset(5e-8));
        assertThat(difference.interval().upper()).isCloseTo(0.6251933, Offset.offset(5e-8));
        assertThat(PerformanceMeasure.pairedProportionDifference(0, 0, 1000, 0.95)
                        .interval()
                        .upper())
                .isGreaterThan(0);
    }

    @Test
    void thePairedErrorIsThatOfTheMeanOfDifferences() {
        SampleMoments differences = new SampleMoments();
        for (int i = 0; i < 48; i++) {
            differences.add(i < 26 ? 1 : i < 30 ? -1 : 0);
        }
        // The same variance but for the divisor n - 1 instead of n.
        assertThat(PerformanceMeasure.pairedProportionDifference(26, 4, 48, 0.95)
                        .standardError())
                .isCloseTo(PerformanceMeasure.mean(differences, 0.95).standardError() * Math.sqrt(47.0 / 48), ROUNDING);
    }

    @Test
    void oneReplicateLeavesAMeanUnboundedAndNoneIsRejected() {
        MonteCarloEstimate one = PerformanceMeasure.mean(moments(3), 0.95);
        assertThat(one.value()).isEqualTo(3);
        assertThat(one.standardError()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(one.interval().width()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> PerformanceMeasure.mean(new SampleMoments(), 0.95))
                .hasMessageContaining("(0)");
        assertThatThrownBy(() -> PerformanceMeasure.proportion(0, 0, 0.95)).hasMessageContaining("(0)");
        assertThatThrownBy(() -> PerformanceMeasure.quantile(new double[0], 0.5, 0.95))
                .hasMessageContaining("(0)");
        assertThatThrownBy(() -> PerformanceMeasure.quantile(new double[] {Double.NaN}, 0.5, 0.95))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> PerformanceMeasure.empiricalStandardError(moments(3), 0.95))
                .hasMessageContaining("(1)");
        assertThatThrownBy(() -> PerformanceMeasure.pairedProportionDifference(6, 5, 10, 0.95))
                .hasMessageContaining("[0, 4]");
    }

    @Test
    void momentsOfMergedBlocksAreThoseOfTheWhole() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        SampleMoments whole = new SampleMoments();
        SampleMoments merged = new SampleMoments();
        double[] values = new double[1000];
        for (int block = 0; block < 10; block++) {
            SampleMoments part = new SampleMoments();
            for (int i = 0; i < 100; i++) {
                double value = 1e6 + random.nextDouble();
                values[100 * block + i] = value;
                whole.add(value);
                part.add(value);
            }
            merged.merge(part);
        }
        merged.merge(new SampleMoments());
        double mean = 0;
        for (double v : values) {
            mean += (v - 1e6) / 1000;
        }
        double variance = 0;
        for (double v : values) {
            variance += (v - 1e6 - mean) * (v - 1e6 - mean) / 999;
        }
        for (SampleMoments moments : new SampleMoments[] {whole, merged}) {
            assertThat(moments.count()).isEqualTo(1000);
            assertThat(moments.mean()).isCloseTo(1e6 + mean, Offset.offset(1e-8));
            assertThat(moments.variance()).isCloseTo(variance, Offset.offset(1e-9));
            assertThat(moments.minimum()).isEqualTo(whole.minimum());
            assertThat(moments.maximum()).isEqualTo(whole.maximum());
        }
    }

    @Test
    void momentsRejectWhatIsNotFinite() {
        assertThatThrownBy(() -> new SampleMoments().add(Double.NaN)).hasMessageContaining("(NaN)");
        assertThatThrownBy(() -> new SampleMoments().add(Double.NEGATIVE_INFINITY))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> new SampleMoments().mean()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> moments(1).variance()).hasMessageContaining("at least 2");
    }

    private static SampleMoments moments(double... values) {
        SampleMoments moments = new SampleMoments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }
}
