package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoxRegressionTest {
    private static final Offset<Double> NEAR = Offset.offset(1e-9);

    /** Edmonson et al. 1979, the ovarian cancer trial that R's survival carries: days, event, age, treatment. */
    private static final double[] DAYS = {
        59, 115, 156, 421, 431, 448, 464, 475, 477, 563, 638, 744, 769, 770, 803, 855, 1040, 1106, 1129, 1206, 1227,
        268, 329, 353, 365, 377
    };

    private static final double[] AGE = {
        72.3315, 74.4932, 66.4658, 53.3644, 50.3397, 56.4301, 56.9370, 59.8548, 64.1753, 55.1781, 56.7562, 50.1096,
        59.6301, 57.0521, 39.2712, 43.1233, 38.8932, 44.6000, 53.9068, 44.2055, 59.5890, 74.5041, 43.1370, 63.2192,
        64.4247, 58.3096
    };
    private static final String DEATHS = "11101011011000000000011110";
    private static final String TREATMENT = "11121122121222111122211222";

    @Test
    void twoCovariatesAgreeWithCoxph() {
        // coxph(Surv(futime, fustat) ~ age + rx, ovarian), as printed in the documentation and vignettes of R's
        // survival.
        CoxRegression fit = CoxRegression.fit(DAYS, deaths(), ovarian(1));
        Offset<Double> printed = Offset.offset(5.1e-6);
        assertThat(fit.coefficient(0)).isCloseTo(0.14733, printed);
        assertThat(fit.standardError(0)).isCloseTo(0.04615, printed);
        assertThat(fit.coefficient(1)).isCloseTo(-0.80397, printed);
        assertThat(fit.standardError(1)).isCloseTo(0.63205, printed);
        assertThat(fit.likelihoodRatioStatistic()).isCloseTo(15.89, Offset.offset(0.005));
        assertThat(fit.waldStatistic()).isCloseTo(13.47, Offset.offset(0.005));
        assertThat(fit.scoreStatistic()).isCloseTo(18.56, Offset.offset(0.005));
        assertThat(fit.pValue(fit.likelihoodRatioStatistic())).isCloseTo(0.000355, Offset.offset(5e-7));
        assertThat(fit.hazardRatioInterval(1, 0.95).contains(1)).isTrue();
    }

    @Test
    void unitsOfACovariateDoNotMatter() {
        CoxRegression years = CoxRegression.fit(DAYS, deaths(), ovarian(1));
        CoxRegression other = CoxRegression.fit(DAYS, deaths(), ovarian(1e9));
        assertThat(other.coefficient(0) * 1e9).isCloseTo(years.coefficient(0), NEAR);
        assertThat(other.standardError(0) * 1e9).isCloseTo(years.standardError(0), NEAR);
        assertThat(other.robustStandardError(0) * 1e9).isCloseTo(years.robustStandardError(0), NEAR);
        assertThat(other.waldStatistic()).isCloseTo(years.waldStatistic(), NEAR);
    }

    @ParameterizedTest
    @EnumSource(
            value = Ties.class,
            names = {"EFRON", "BRESLOW"})
    void oneIndicatorIsTheTwoArmRegression(Ties ties) {
        // CoxTwoArm agrees with coxph, see SurvivalReferenceTest.
        Sample sample = new Sample(200, 7);
        CoxRegression fit = CoxRegression.fit(sample.time, sample.event, sample.indicator(), sample.stratum, ties);
        CoxTwoArm twoArms = CoxTwoArm.of(
                new TwoArmRiskTable(0).fillStratified(sample.time, sample.event, sample.group, sample.stratum, 200),
                ties);
        assertThat(fit.coefficient(0)).isCloseTo(twoArms.logHazardRatio(), NEAR);
        assertThat(fit.standardError(0)).isCloseTo(twoArms.standardError(), NEAR);
    }

    @Test
    void theScoreTestWithoutTiesIsTheLogRankTest() {
        Sample sample = new Sample(80, 3);
        for (int i = 0; i < 80; i++) {
            sample.time[i] += i * 1e-6;
        }
        CoxRegression fit =
                CoxRegression.fit(sample.time, sample.event, sample.indicator(), sample.stratum, Ties.EFRON);
        double z = new LogRankTest(0)
                .computeStratified(sample.time, sample.event, sample.group, sample.stratum, 80)
                .z();
        assertThat(fit.scoreStatistic()).isCloseTo(z * z, NEAR);
    }

    @Test
    void theRobustErrorIsTheSumOfSquaredInfluences() {
        // Breslow's ties: W_i written out, subject by subject and death by death.
        Sample sample = new Sample(60, 5);
        CoxRegression fit =
                CoxRegression.fit(sample.time, sample.event, sample.indicator(), sample.stratum, Ties.BRESLOW);
        double sum = 0;
        for (int i = 0; i < 60; i++) {
            double w = sample.scoreResidual(i, fit.coefficient(0));
            sum += w * w;
        }
        double variance = fit.covariance(0, 0);
        assertThat(fit.robustStandardError(0)).isCloseTo(variance * Math.sqrt(sum), NEAR);
        assertThat(fit.robustCovariance(0, 0)).isCloseTo(variance * variance * sum, NEAR);
    }

    @Test
    void theRobustErrorWithEfronsTiesIsThatOfDeathsInRandomOrder() {
        // Two deaths of both groups at 1 among four: b = 0, so the residuals follow by hand. Shares are 1/2 throughout;
        // 1/S0 is 1/4 + 1/3 for those who stay and 1/4 + 1/2 * 1/3 for those who die.
        double[] time = {1, 1, 2, 2};
        CoxRegression fit =
                CoxRegression.fit(time, new boolean[] {true, true, false, false}, new double[][] {{0}, {1}, {0}, {1}});
        double dying = 0.5 - 0.5 * (1 / 4.0 + 1 / 6.0);
        double staying = 0.5 * (1 / 4.0 + 1 / 3.0);
        assertThat(fit.coefficient(0)).isCloseTo(0, NEAR);
        assertThat(fit.standardError(0)).isCloseTo(Math.sqrt(2), NEAR);
        assertThat(fit.robustStandardError(0)).isCloseTo(2 * Math.sqrt(2 * (dying * dying + staying * staying)), NEAR);
    }

    @Test
    void aMonotoneLikelihoodHasAStatusAndTestsThatHold() {
        double[][] x = {{3, 1}, {2, 0}, {1, 1}, {0, 0}, {-1, 1}, {-2, 0}};
        double[] time = {1, 2, 3, 4, 5, 6};
        boolean[] all = {true, true, true, true, true, true};
        CoxRegression fit = CoxRegression.fit(time, all, x);
        assertThat(fit.status()).isEqualTo(CoxTwoArm.Status.MONOTONE_LIKELIHOOD);
        assertThat(fit.coefficient(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(fit.standardError(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(fit.robustStandardError(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(fit.hazardRatioInterval(0, 0.95).upper()).isEqualTo(Double.POSITIVE_INFINITY);
        // The likelihood rises to 1 from 1 / 6!.
        assertThat(fit.logLikelihood()).isCloseTo(0, Offset.offset(1e-5));
        assertThat(fit.likelihoodRatioStatistic()).isCloseTo(2 * Math.log(720), Offset.offset(1e-4));
        assertThatThrownBy(fit::waldStatistic).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void separatedGroupsAreMonotoneToo() {
        double[] time = {1, 2, 3, 4, 5, 6, 7, 8};
        boolean[] event = {true, true, false, true, false, false, true, true};
        double[][] x = {{0}, {0}, {0}, {0}, {1}, {1}, {1}, {1}};
        CoxRegression fit = CoxRegression.fit(time, event, x);
        assertThat(fit.status()).isEqualTo(CoxTwoArm.Status.MONOTONE_LIKELIHOOD);
        assertThat(fit.coefficient(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aLargeFiniteEffectIsEstimated() {
        int n = 2000;
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        int[] group = new int[n];
        double[][] x = new double[n][1];
        for (int i = 0; i < n; i++) {
            time[i] = i + 1;
            event[i] = true;
            group[i] = i >= 1000 || i == 500 ? 1 : 0;
            x[i][0] = group[i];
        }
        CoxRegression fit = CoxRegression.fit(time, event, x);
        assertThat(fit.status()).isEqualTo(CoxTwoArm.Status.ESTIMATED);
        assertThat(fit.coefficient(0))
                .isCloseTo(CoxTwoArm.of(time, event, group).logHazardRatio(), Offset.offset(1e-8));
    }

    @Test
    void withoutInformationThereIsNoEstimate() {
        double[][] x = {{0}, {1}, {2}};
        double[] time = {1, 2, 3};
        CoxRegression none = CoxRegression.fit(time, new boolean[3], x);
        assertThat(none.status()).isEqualTo(CoxTwoArm.Status.NO_INFORMATION);
        assertThat(none.coefficient(0)).isNaN();
        assertThat(none.standardError(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(none.pValue(none.likelihoodRatioStatistic())).isEqualTo(1);
        boolean[] all = {true, true, true};
        double[] tied = {1, 1, 1};
        assertThat(CoxRegression.fit(time, all, new double[][] {{5}, {5}, {5}}).status())
                .isEqualTo(CoxTwoArm.Status.NO_INFORMATION);
        assertThat(CoxRegression.fit(time, all, x, new int[] {1, 2, 3}, Ties.EFRON)
                        .status())
                .isEqualTo(CoxTwoArm.Status.NO_INFORMATION);
        assertThat(CoxRegression.fit(tied, all, x, new int[3], Ties.EFRON).coefficient(0))
                .isCloseTo(0, NEAR);
        assertThat(CoxRegression.fit(new double[0], new boolean[0], new double[0][])
                        .status())
                .isEqualTo(CoxTwoArm.Status.NO_INFORMATION);
    }

    @Test
    void rejectsBadArguments() {
        double[] time = {1, 2, 3};
        boolean[] all = {true, true, true};
        assertThatThrownBy(() -> CoxRegression.fit(time, all, new double[][] {{1, 2}, {2, 4}, {4, 8}}))
                .hasMessageContaining("linearly independent");
        assertThatThrownBy(() -> CoxRegression.fit(time, all, new double[][] {{1}, {2, 4}, {4}}))
                .hasMessageContaining("number of covariates of subject 1 (2)");
        assertThatThrownBy(() -> CoxRegression.fit(time, all, new double[][] {{1}, {Double.NaN}, {4}}))
                .hasMessageContaining("covariate (NaN)");
        assertThatThrownBy(() -> CoxRegression.fit(new double[] {1, -2, 3}, all, new double[][] {{1}, {2}, {4}}))
                .hasMessageContaining("time (-2.0)");
        assertThatThrownBy(() ->
                        CoxRegression.fit(time, all, new double[][] {{1}, {2}, {4}}, new int[3], Ties.DISCRETE))
                .hasMessageContaining("DISCRETE");
    }

    private static boolean[] deaths() {
        boolean[] event = new boolean[26];
        for (int i = 0; i < 26; i++) {
            event[i] = DEATHS.charAt(i) == '1';
        }
        return event;
    }

    private static double[][] ovarian(double unitsPerYear) {
        double[][] x = new double[26][];
        for (int i = 0; i < 26; i++) {
            x[i] = new double[] {AGE[i] * unitsPerYear, TREATMENT.charAt(i) - '0'};
        }
        return x;
    }

    /** Random subjects of two groups and three strata, with many ties. */
    private static final class Sample {
        final double[] time;
        final boolean[] event;
        final int[] group;
        final int[] stratum;

        Sample(int n, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            time = new double[n];
            event = new boolean[n];
            group = new int[n];
            stratum = new int[n];
            for (int i = 0; i < n; i++) {
                group[i] = i % 2;
                stratum[i] = random.nextInt(3);
                time[i] = Math.ceil(-10 * Math.log(1 - random.nextDouble()) * (1 + 0.5 * group[i]));
                event[i] = random.nextInt(4) > 0;
            }
        }

        double[][] indicator() {
            double[][] x = new double[group.length][1];
            for (int i = 0; i < group.length; i++) {
                x[i][0] = group[i];
            }
            return x;
        }

        double scoreResidual(int i, double beta) {
            double residual = event[i] ? group[i] - mean(i, beta) : 0;
            for (int j = 0; j < time.length; j++) {
                if (event[j] && stratum[j] == stratum[i] && time[j] <= time[i]) {
                    residual -= Math.exp(beta * group[i]) * (group[i] - mean(j, beta)) / total(j, beta, false);
                }
            }
            return residual;
        }

        private double mean(int j, double beta) {
            return total(j, beta, true) / total(j, beta, false);
        }

        private double total(int j, double beta, boolean experimentalOnly) {
            double sum = 0;
            for (int k = 0; k < time.length; k++) {
                if (stratum[k] == stratum[j] && time[k] >= time[j] && (group[k] == 1 || !experimentalOnly)) {
                    sum += Math.exp(beta * group[k]);
                }
            }
            return sum;
        }
    }
}
