package org.evotrial.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;

class RegressionTest {
    /** A 2 x 2 table as rows: exposure in column 1. */
    private static double[][] tableDesign(int... cells) {
        double[][] design = new double[cells[0] + cells[1] + cells[2] + cells[3]][];
        for (int i = 0; i < design.length; i++) {
            design[i] = new double[] {1, i < cells[0] + cells[1] ? 1 : 0};
        }
        return design;
    }

    private static double[] tableResponse(int... cells) {
        double[] response = new double[cells[0] + cells[1] + cells[2] + cells[3]];
        for (int i = 0; i < response.length; i++) {
            boolean exposed = i < cells[0] + cells[1];
            response[i] = exposed ? (i < cells[0] ? 1 : 0) : (i < cells[0] + cells[1] + cells[2] ? 1 : 0);
        }
        return response;
    }

    @Test
    void leastSquaresAgreeWithCommonsMath() {
        UniformRandomProvider random = new SplitMix64(3);
        double[][] covariates = new double[30][3];
        double[][] design = new double[30][4];
        double[] response = new double[30];
        for (int i = 0; i < 30; i++) {
            design[i][0] = 1;
            for (int a = 0; a < 3; a++) {
                covariates[i][a] = 100 * a + random.nextDouble();
                design[i][a + 1] = covariates[i][a];
            }
            response[i] = 5 + covariates[i][1] + StandardNormal.quantile(random.nextDouble());
        }
        OLSMultipleLinearRegression reference = new OLSMultipleLinearRegression();
        reference.newSampleData(response, covariates);
        RegressionFit fit = LinearRegression.fit(design, response);
        for (int a = 0; a < 4; a++) {
            double scale = Math.abs(reference.estimateRegressionParameters()[a]);
            assertThat(fit.coefficient(a)).isCloseTo(reference.estimateRegressionParameters()[a], within(1e-7 * scale));
            assertThat(fit.standardError(a) / reference.estimateRegressionParametersStandardErrors()[a])
                    .isCloseTo(1, within(1e-7));
        }
        assertThat(fit.degreesOfFreedom()).isEqualTo(26);
    }

    @Test
    void twoGroupsGiveStudentsTest() {
        // Student 1908, extra hours of sleep: t = -1.8608 with 18 degrees of freedom, p = .07919 (R's t.test(sleep)).
        double[] sleep = {
            0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0, 1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4
        };
        double[][] design = new double[20][];
        for (int i = 0; i < 20; i++) {
            design[i] = new double[] {1, i < 10 ? 0 : 1};
        }
        RegressionFit fit = LinearRegression.fit(design, sleep);
        assertThat(fit.coefficient(1) / fit.standardError(1)).isCloseTo(1.8608, within(5e-5));
        assertThat(2 * fit.upperPValue(1)).isCloseTo(0.07919, within(5e-6));
        // R: 95 percent interval -3.363874 to 0.203874 for the opposite difference.
        assertThat(fit.interval(1, 0.95).lower()).isCloseTo(-0.203874, within(5e-7));
        assertThat(fit.interval(1, 0.95).upper()).isCloseTo(3.363874, within(5e-7));
    }

    @Test
    void theLogisticCoefficientOfATableIsItsLogOddsRatio() {
        RegressionFit fit = LogisticRegression.fit(tableDesign(12, 8, 5, 20), tableResponse(12, 8, 5, 20));
        assertThat(fit.coefficient(1)).isCloseTo(Math.log(12.0 * 20 / (8 * 5)), within(1e-9));
        assertThat(fit.standardError(1)).isCloseTo(Math.sqrt(1 / 12.0 + 1 / 8.0 + 1 / 5.0 + 1 / 20.0), within(1e-9));
        double logLikelihood = 12 * Math.log(0.6) + 8 * Math.log(0.4) + 5 * Math.log(0.2) + 20 * Math.log(0.8);
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(1e-9));
    }

    @Test
    void agreesWithTheTransmissionsOfMtcars() {
        // R: glm(am ~ wt, binomial, mtcars) prints 12.040 (4.510) and -4.024 (1.436); its standard errors rest on the
        // weights
        // of the last step but one.
        double[] weight = {
            2.620, 2.875, 2.320, 3.215, 3.440, 3.460, 3.570, 3.190, 3.150, 3.440, 3.440, 4.070, 3.730, 3.780, 5.250,
                    5.424,
            5.345, 2.200, 1.615, 1.835, 2.465, 3.520, 3.435, 3.840, 3.845, 1.935, 2.140, 1.513, 3.170, 2.770, 3.570,
                    2.780
        };
        String manual = "11100000000000000111000001111111";
        double[][] design = new double[32][];
        double[] response = new double[32];
        for (int i = 0; i < 32; i++) {
            design[i] = new double[] {1, weight[i]};
            response[i] = manual.charAt(i) - '0';
        }
        RegressionFit fit = LogisticRegression.fit(design, response);
        assertThat(fit.coefficient(0)).isCloseTo(12.040, within(5e-4));
        assertThat(fit.standardError(0)).isCloseTo(4.510, within(2e-3));
        assertThat(fit.coefficient(1)).isCloseTo(-4.024, within(5e-4));
        assertThat(fit.standardError(1)).isCloseTo(1.436, within(1e-3));
    }

    @Test
    void firthAddsHalfAPatientToEachCell() {
        for (int[] cells : new int[][] {{12, 8, 5, 20}, {9, 0, 5, 20}, {7, 0, 0, 7}}) {
            RegressionFit fit = LogisticRegression.firth(tableDesign(cells), tableResponse(cells));
            double expected = Math.log((cells[0] + 0.5) * (cells[3] + 0.5) / ((cells[1] + 0.5) * (cells[2] + 0.5)));
            assertThat(fit.coefficient(1)).isCloseTo(expected, within(1e-8));
        }
    }

    @Test
    void separationIsRejectedAndNotFitted() {
        assertThatThrownBy(() -> LogisticRegression.fit(tableDesign(9, 0, 5, 20), tableResponse(9, 0, 5, 20)))
                .hasMessageContaining("separate the responses");
        assertThatThrownBy(() -> LogisticRegression.fit(tableDesign(0, 9, 0, 20), tableResponse(0, 9, 0, 20)))
                .hasMessageContaining("separate the responses");
    }

    @Test
    void separationIsFoundWhateverTheUnitOfTheCovariate() {
        double[] complete = {0, 0, 0, 1, 1, 1};
        double[] quasi = {0, 0, 1, 0, 1, 1};
        double[] covariate = {1, 2, 3, 3, 4, 5};
        for (double unit : new double[] {1e-6, 1, 1e6}) {
            double[][] design = new double[6][];
            double[][] apart = new double[6][];
            for (int i = 0; i < 6; i++) {
                design[i] = new double[] {1, unit * covariate[i]};
                apart[i] = new double[] {1, unit * i};
            }
            assertThatThrownBy(() -> LogisticRegression.fit(apart, complete)).hasMessageContaining("separate");
            assertThatThrownBy(() -> LogisticRegression.fit(design, quasi)).hasMessageContaining("separate");
        }
    }

    /** The score equations hold at the maximum, and it is one although the last observation is far from all others. */
    @Test
    void anExtremeCovariateIsNoSeparation() {
        double[] covariate = {1, 2, 3, 4, 5, 6, 7, 8, 1000};
        double[] response = {0, 0, 1, 0, 1, 0, 1, 1, 1};
        double[][] design = new double[9][];
        for (int i = 0; i < 9; i++) {
            design[i] = new double[] {1, covariate[i]};
        }
        RegressionFit fit = LogisticRegression.fit(design, response);
        double sum = 0;
        double product = 0;
        for (int i = 0; i < 9; i++) {
            double p = 1 / (1 + Math.exp(-fit.coefficient(0) - fit.coefficient(1) * covariate[i]));
            sum += response[i] - p;
            product += (response[i] - p) * covariate[i];
        }
        assertThat(fit.coefficient(1)).isBetween(0.3, 1.5);
        assertThat(sum).isCloseTo(0, within(1e-9));
        assertThat(product).isCloseTo(0, within(1e-8));
    }

    @Test
    void dependentColumnsAreRejectedByNumber() {
        double[][] design = {{1, 2, 4}, {1, 3, 6}, {1, 5, 10}, {1, 6, 12}};
        assertThatThrownBy(() -> LinearRegression.fit(design, new double[] {1, 2, 3, 5}))
                .hasMessage("The column (2) of the design must not depend linearly on those before it.");
        double[][] empty = {{1, 0}, {1, 0}, {1, 0}};
        assertThatThrownBy(() -> LinearRegression.fit(empty, new double[] {1, 2, 3}))
                .hasMessageContaining("The column (1)");
        assertThatThrownBy(() -> LogisticRegression.fit(design, new double[] {1, 0, 1, 0}))
                .hasMessageContaining("The column (2)");
    }

    @Test
    void rejectsDataThatAreNotAdmissible() {
        assertThatThrownBy(() -> LinearRegression.fit(new double[][] {{1}, {1}}, new double[] {1, Double.NaN}))
                .hasMessage("The response (NaN) must be finite.");
        assertThatThrownBy(() -> LinearRegression.fit(new double[][] {{1}}, new double[] {1}))
                .hasMessageStartingWith("The number of observations (1) must be in [2, ");
        assertThatThrownBy(() -> LogisticRegression.fit(new double[][] {{1}, {1}}, new double[] {1, 2}))
                .hasMessage("The response (2.0) must be 0 or 1.");
    }

    /** Balanced groups: Var(e) is the mean square within, and the intercept's variance the mean square between over n. */
    @Test
    void remlOfBalancedGroupsIsTheAnalysisOfVariance() {
        double[][] values = {{1, 2, 4}, {6, 7, 5}, {3, 2, 2.5}, {9, 8, 10}};
        double[][] design = new double[12][];
        double[] response = new double[12];
        int[] groups = new int[12];
        double grand = 0;
        for (int i = 0; i < 12; i++) {
            design[i] = new double[] {1};
            response[i] = values[i / 3][i % 3];
            groups[i] = 10 - i / 3;
            grand += response[i] / 12;
        }
        double between = 0;
        for (double[] group : values) {
            double mean = (group[0] + group[1] + group[2]) / 3;
            between += 3 * (mean - grand) * (mean - grand) / 3;
        }
        RegressionFit fit = RandomInterceptRegression.fit(design, response, groups);
        assertThat(fit.coefficient(0)).isCloseTo(grand, within(1e-9));
        assertThat(fit.standardError(0)).isCloseTo(Math.sqrt(between / 12), within(1e-5));
    }

    @Test
    void remlIsLeastSquaresWhereGroupsDoNotDiffer() {
        double[][] design = {{1, 0}, {1, 1}, {1, 0}, {1, 1}, {1, 0}, {1, 1}};
        double[] response = {1, 3, 3, 5, 2, 4.5};
        RegressionFit alike = RandomInterceptRegression.fit(design, new double[] {1, 3, 3, 5, 2, 4}, 0, 1, 1, 0, 1, 1);
        RegressionFit plain = LinearRegression.fit(design, new double[] {1, 3, 3, 5, 2, 4});
        assertThat(alike.coefficient(1)).isCloseTo(plain.coefficient(1), within(1e-6));
        assertThat(RandomInterceptRegression.fit(design, response, 0, 0, 0, 0, 0, 0)
                        .coefficient(1))
                .isCloseTo(LinearRegression.fit(design, response).coefficient(1), within(1e-9));
    }

    /** One normal mean with a normal prior: everything is known. */
    @Test
    void theNormalPosteriorIsConjugate() {
        double[][] design = {{1}, {1}, {1}};
        double[] response = {1, 2, 6};
        RegressionFit fit = new PenalisedRegression(design, response).linear(2, new double[][] {{0.5}});
        double information = 3 / 2.0 + 0.5;
        assertThat(fit.coefficient(0)).isCloseTo(9 / 2.0 / information, within(1e-14));
        assertThat(fit.covariance(0, 0)).isCloseTo(1 / information, within(1e-14));
        // The responses are N(0, 2 I + 2 J): their density without constants and without log(.5) / 2.
        double quadratic = 41 / 2.0 - 81 / 4.0 / information;
        double expected = -0.5 * (3 * Math.log(2) + quadratic + Math.log(information));
        assertThat(fit.logLikelihood()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void theLogisticPosteriorTendsToTheMaximumLikelihood() {
        double[][] design = tableDesign(12, 8, 5, 20);
        double[] response = tableResponse(12, 8, 5, 20);
        RegressionFit vague = new PenalisedRegression(design, response).logistic(new double[][] {{1e-9, 0}, {0, 1e-9}});
        RegressionFit likelihood = LogisticRegression.fit(design, response);
        assertThat(vague.coefficient(1)).isCloseTo(likelihood.coefficient(1), within(1e-7));
        assertThat(vague.standardError(1)).isCloseTo(likelihood.standardError(1), within(1e-7));
        RegressionFit tight = new PenalisedRegression(design, response).logistic(new double[][] {{1e-9, 0}, {0, 1e9}});
        assertThat(tight.coefficient(1)).isCloseTo(0, within(1e-6));
        assertThat(tight.coefficient(0)).isCloseTo(Math.log(17 / 28.0), within(1e-6));
    }
}
