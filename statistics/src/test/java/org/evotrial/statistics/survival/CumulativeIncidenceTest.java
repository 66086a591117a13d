package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.ConfidenceInterval;
import org.junit.jupiter.api.Test;

class CumulativeIncidenceTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    @Test
    void withoutCensoringItIsTheShareWithTheBinomialError() {
        double[] time = {1, 2, 2, 3, 4, 5, 6, 7, 8, 8};
        int[] cause = {1, 2, 1, 1, 2, 2, 1, 2, 1, 2};
        CumulativeIncidence estimate = CumulativeIncidence.of(time, cause, 1);
        double[] share = {0.1, 0.2, 0.3, 0.3, 0.3, 0.4, 0.4, 0.5};
        for (int t = 1; t <= 8; t++) {
            double p = share[t - 1];
            assertThat(estimate.incidence(t)).isCloseTo(p, ROUNDING);
            assertThat(estimate.standardError(t)).isCloseTo(Math.sqrt(p * (1 - p) / 10), ROUNDING);
        }
        assertThat(estimate.incidence(0.5)).isZero();
        assertThat(estimate.standardError(0.5)).isZero();
    }

    @Test
    void oneCauseIsOneMinusKaplanMeierWithGreenwoodsError() {
        Sample sample = new Sample(150, 4, 1);
        boolean[] event = new boolean[150];
        for (int i = 0; i < 150; i++) {
            event[i] = sample.cause[i] == 1;
        }
        KaplanMeier curve = KaplanMeier.of(sample.time, event);
        CumulativeIncidence estimate = CumulativeIncidence.of(sample.time, sample.cause, 1);
        for (double t : new double[] {1, 3, 7, 12}) {
            assertThat(estimate.incidence(t)).isCloseTo(1 - curve.survival(t), ROUNDING);
            assertThat(estimate.standardError(t)).isCloseTo(curve.standardError(t), ROUNDING);
            ConfidenceInterval mirrored = LandmarkSurvival.interval(curve, t, 0.9, SurvivalScale.LOG_LOG);
            assertThat(estimate.interval(t, 0.9).lower()).isCloseTo(1 - mirrored.upper(), ROUNDING);
            assertThat(estimate.interval(t, 0.9).upper()).isCloseTo(1 - mirrored.lower(), ROUNDING);
        }
    }

    @Test
    void errorsAreThoseOfTheProductIntegral() {
        // Andersen et al. 1993, section IV.4: P <- P (I + dA), Cov <- (I + dA)' Cov (I + dA) + S^2 Cov(dA), Greenwood
        // type.
        Sample sample = new Sample(120, 9, 2);
        CumulativeIncidence first = CumulativeIncidence.of(sample.time, sample.cause, 1);
        CumulativeIncidence second = CumulativeIncidence.of(sample.time, sample.cause, 2);
        for (double t : new double[] {1, 2, 5, 9, 40}) {
            double[] expected = sample.productIntegral(t);
            assertThat(first.incidence(t)).isCloseTo(expected[0], ROUNDING);
            assertThat(first.standardError(t)).isCloseTo(Math.sqrt(expected[1]), ROUNDING);
            assertThat(second.incidence(t)).isCloseTo(expected[2], ROUNDING);
            assertThat(second.standardError(t)).isCloseTo(Math.sqrt(expected[3]), ROUNDING);
        }
    }

    @Test
    void equalGroupsDoNotDiffer() {
        Sample sample = new Sample(60, 1, 2);
        CumulativeIncidence estimate = CumulativeIncidence.of(sample.time, sample.cause, 1);
        assertThat(CumulativeIncidence.differenceZ(estimate, estimate, 5)).isZero();
        CumulativeIncidence other = CumulativeIncidence.of(sample.time, sample.cause, 2);
        double z = CumulativeIncidence.differenceZ(estimate, other, 5);
        assertThat(z).isCloseTo(-CumulativeIncidence.differenceZ(other, estimate, 5), ROUNDING);
        assertThat(z > 0).isEqualTo(estimate.incidence(5) > other.incidence(5));
    }

    @Test
    void degenerateDataHaveADocumentedResult() {
        CumulativeIncidence none = CumulativeIncidence.of(new double[] {1, 2}, new int[2], 1);
        assertThat(none.incidence(9)).isZero();
        assertThat(none.interval(9, 0.95)).isEqualTo(new ConfidenceInterval(0, 1, 0.95));
        CumulativeIncidence all = CumulativeIncidence.of(new double[] {3, 3}, new int[] {1, 1}, 1);
        assertThat(all.incidence(3)).isEqualTo(1);
        assertThat(all.standardError(3)).isZero();
        assertThat(all.interval(3, 0.95)).isEqualTo(new ConfidenceInterval(0, 1, 0.95));
        assertThat(CumulativeIncidence.differenceZ(none, all, 4)).isZero();
    }

    @Test
    void rejectsBadArguments() {
        double[] time = {1, 2};
        assertThatThrownBy(() -> CumulativeIncidence.of(new double[0], new int[0], 1))
                .hasMessageContaining("number of subjects (0)");
        assertThatThrownBy(() -> CumulativeIncidence.of(time, new int[] {0, -1}, 1))
                .hasMessageContaining("cause (-1)");
        assertThatThrownBy(() -> CumulativeIncidence.of(time, new int[3], 1)).hasMessageContaining("causes given (3)");
        assertThatThrownBy(() -> CumulativeIncidence.of(time, new int[2], 0)).hasMessageContaining("wanted cause (0)");
        assertThatThrownBy(() -> CumulativeIncidence.of(time, new int[2], 1).incidence(Double.NaN))
                .hasMessageContaining("NaN");
    }

    /** Random subjects with tied times, censoring and several causes. */
    private static final class Sample {
        final double[] time;
        final int[] cause;

        Sample(int n, long seed, int causes) {
            SplittableRandom random = new SplittableRandom(seed);
            time = new double[n];
            cause = new int[n];
            for (int i = 0; i < n; i++) {
                time[i] = Math.ceil(-8 * Math.log(1 - random.nextDouble()));
                cause[i] = random.nextInt(causes + 1);
            }
        }

        /** Incidence and variance of both causes. */
        double[] productIntegral(double until) {
            RealMatrix p = new Array2DRowRealMatrix(new double[][] {{1, 0, 0}});
            RealMatrix covariance = new Array2DRowRealMatrix(3, 3);
            for (int t = 1; t <= until; t++) {
                double n = 0;
                double[] d = new double[3];
                for (int i = 0; i < time.length; i++) {
                    n += time[i] >= t ? 1 : 0;
                    d[cause[i]] += time[i] == t && cause[i] > 0 ? 1 : 0;
                }
                d[0] = 0;
                if (d[1] + d[2] == 0) {
                    continue;
                }
                double[] a = {-(d[1] + d[2]) / n, d[1] / n, d[2] / n};
                RealMatrix step =
                        new Array2DRowRealMatrix(new double[][] {{1 + a[0], a[1], a[2]}, {0, 1, 0}, {0, 0, 1}});
                RealMatrix noise = new Array2DRowRealMatrix(3, 3);
                double[] stay = {n - d[1] - d[2], d[1], d[2]};
                for (int h = 0; h < 3; h++) {
                    for (int j = 0; j < 3; j++) {
                        double s = p.getEntry(0, 0);
                        noise.setEntry(h, j, s * s * stay[j] * ((h == j ? n : 0) - stay[h]) / (n * n * n));
                    }
                }
                covariance =
                        step.transpose().multiply(covariance).multiply(step).add(noise);
                p = p.multiply(step);
            }
            return new double[] {
                p.getEntry(0, 1), covariance.getEntry(1, 1), p.getEntry(0, 2), covariance.getEntry(2, 2)
            };
        }
    }
}
