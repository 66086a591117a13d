package org.evotrial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultivariateNormalTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Offset<Double> NEAR = Offset.offset(1e-11);
    private static final Offset<Double> ROUNDING = Offset.offset(1e-14);

    // mpmath 1.3.0 with 20 digits: quadrature of the conditional normal distribution.
    @ParameterizedTest
    @CsvSource({
        "1, -0.5, 0.3, 0.28313842024448095",
        "2, 2.1, 0.99, 0.97628020517868094",
        "-1.5, 0.7, -0.95, 0.00012553739278369264",
        "0, 1, 0.5, 0.46874295264516808",
        "-4, -3, 0.2, 4.4363175006006319e-7",
        "0.5, 0.5, 0.999, 0.68518078623309765"
    })
    void bivariateProbabilitiesAgreeWithMpmath(double h, double k, double correlation, double p) {
        assertThat(BivariateNormal.cumulative(h, k, correlation)).isCloseTo(p, ROUNDING);
        assertThat(BivariateNormal.cumulative(k, h, correlation)).isCloseTo(p, ROUNDING);
        assertThat(BivariateNormal.rectangle(-INFINITY, h, -INFINITY, k, correlation))
                .isCloseTo(p, ROUNDING);
        assertThat(BivariateNormal.rectangle(-h, INFINITY, -k, INFINITY, correlation))
                .isCloseTo(p, ROUNDING);
    }

    @Test
    void perfectCorrelationIsOneVariable() {
        assertThat(BivariateNormal.cumulative(0.3, 1, 1)).isCloseTo(StandardNormal.cumulative(0.3), ROUNDING);
        assertThat(BivariateNormal.cumulative(0.3, 1, -1))
                .isCloseTo(StandardNormal.cumulative(0.3) - StandardNormal.cumulative(-1), ROUNDING);
        assertThat(BivariateNormal.cumulative(-0.3, 0.2, -1)).isZero();
        assertThat(BivariateNormal.cumulative(INFINITY, 1, 0.4)).isEqualTo(StandardNormal.cumulative(1));
        assertThat(BivariateNormal.cumulative(-INFINITY, 1, 0.4)).isZero();
    }

    @Test
    void aTrivariateProbabilityAgreesWithMpmath() {
        // mpmath 1.3.0, 15 digits, two nested quadratures.
        double[][] r = {{1, 0.6, 0.3}, {0.6, 1, -0.2}, {0.3, -0.2, 1}};
        assertThat(MultivariateNormal.cumulative(new double[] {1, 1.5, 2}, r))
                .isCloseTo(0.798967321162498, Offset.offset(2e-15));
    }

    @Test
    void theTrivariateOrthantIsSheppards() {
        double[][] r = {{1, -0.3, 0.8}, {-0.3, 1, 0.2}, {0.8, 0.2, 1}};
        double expected = 0.125 + (Math.asin(-0.3) + Math.asin(0.8) + Math.asin(0.2)) / (4 * Math.PI);
        assertThat(MultivariateNormal.cumulative(new double[3], r)).isCloseTo(expected, NEAR);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void theOrthantOfCorrelationsOfOneHalfIsOneOverTheDimensionPlusOne(int d) {
        // X_i = (Y_i - Y_0) / sqrt(2): each of the d + 1 independent Y is the largest equally often.
        assertThat(MultivariateNormal.cumulative(new double[d], equicorrelated(d, 0.5)))
                .isCloseTo(1.0 / (d + 1), NEAR);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.9, 0.9999, 0.999999999, 1})
    void bothMethodsAgreeFromIndependenceToIdentity(double correlation) {
        double[] upper = {1, 1.1, 1.2, 1.3};
        double[] lower = {-2, -INFINITY, -1.5, -3};
        double[] loadings = new double[4];
        Arrays.fill(loadings, Math.sqrt(correlation));
        assertThat(MultivariateNormal.rectangle(lower, upper, equicorrelated(4, correlation)))
                .isCloseTo(MultivariateNormal.productCorrelation(lower, upper, loadings), NEAR);
    }

    @Test
    void bothMethodsAgreeForUnequalLoadings() {
        double[] loadings = {0.9, 0.7, -0.5, 0.95};
        double[][] correlation = equicorrelated(4, 1);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                correlation[i][j] = loadings[i] * loadings[j];
                correlation[j][i] = correlation[i][j];
            }
        }
        double[] lower = {-1, -2, -INFINITY, -0.5};
        double[] upper = {0.5, INFINITY, 1.2, 0.3};
        assertThat(MultivariateNormal.rectangle(lower, upper, correlation))
                .isCloseTo(MultivariateNormal.productCorrelation(lower, upper, loadings), NEAR);
    }

    @Test
    void aSingularMatrixIsAdmissible() {
        // Z = (X + Y) / sqrt(2), so the region is X <= 1, Y <= min(1.5, 0.2 sqrt(2) - X): one integral.
        double s = Math.sqrt(0.5);
        double[][] r = {{1, 0, s}, {0, 1, s}, {s, s, 1}};
        double expected = AdaptiveQuadrature.integral(
                x -> StandardNormal.density(x) * StandardNormal.cumulative(Math.min(1.5, 0.2 / s - x)), -9, 1, 1e-13);
        assertThat(MultivariateNormal.cumulative(new double[] {1, 1.5, 0.2}, r)).isCloseTo(expected, NEAR);
    }

    // Dunnett 1955, doi:10.1080/01621459.1955.10501294, table 1a (one-sided, infinite degrees of freedom): 1 % and 5 %.
    @ParameterizedTest
    @CsvSource({"2, 1.92, 0.95", "3, 2.06, 0.95", "5, 2.23, 0.95", "9, 2.42, 0.95", "3, 2.68, 0.99", "4, 2.77, 0.99"})
    void dunnettsTableIsReproduced(int comparisons, double critical, double level) {
        assertThat(dunnett(comparisons, critical - 0.005)).isLessThan(level);
        assertThat(dunnett(comparisons, critical + 0.005)).isGreaterThan(level);
    }

    @Test
    void rejectsWhatIsNoCorrelationMatrix() {
        double[][] indefinite = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}};
        assertThatThrownBy(() -> MultivariateNormal.cumulative(new double[3], indefinite))
                .hasMessageContaining("positive semi-definite");
        assertThatThrownBy(() -> MultivariateNormal.cumulative(new double[2], new double[][] {{1, 0.5}, {0.4, 1}}))
                .hasMessageContaining("(0.4)");
        assertThatThrownBy(() -> MultivariateNormal.cumulative(new double[7], equicorrelated(7, 0)))
                .hasMessageContaining("number of variables (7)");
        assertThatThrownBy(() -> MultivariateNormal.cumulative(new double[] {Double.NaN}, equicorrelated(1, 0)))
                .hasMessageContaining("NaN");
        assertThatThrownBy(
                        () -> MultivariateNormal.productCorrelation(new double[1], new double[] {1}, new double[] {2}))
                .hasMessageContaining("loading (2.0)");
        assertThatThrownBy(() -> BivariateNormal.cumulative(0, 0, 1.1)).hasMessageContaining("(1.1)");
    }

    @Test
    void anEmptyRectangleHasProbabilityZero() {
        assertThat(MultivariateNormal.rectangle(new double[] {1, 0}, new double[] {1, 2}, equicorrelated(2, 0.5)))
                .isZero();
        assertThat(MultivariateNormal.productCorrelation(
                        new double[] {1, -9}, new double[] {9, 0.5}, new double[] {1, 1}))
                .isZero();
    }

    @Test
    void theQuadratureIsExactForPolynomialsUpToDegree22() {
        assertThat(AdaptiveQuadrature.integral(x -> Math.pow(x, 22), 0, 1, 1)).isCloseTo(1.0 / 23, ROUNDING);
        assertThat(AdaptiveQuadrature.integral(Math::sqrt, 0, 4, 1e-12)).isCloseTo(16.0 / 3, NEAR);
        assertThat(AdaptiveQuadrature.integral(x -> 1, 3, 1, 1e-12)).isCloseTo(-2, ROUNDING);
    }

    private static double dunnett(int comparisons, double critical) {
        double[] lower = new double[comparisons];
        double[] upper = new double[comparisons];
        double[] loadings = new double[comparisons];
        Arrays.fill(lower, -INFINITY);
        Arrays.fill(upper, critical);
        Arrays.fill(loadings, Math.sqrt(0.5));
        return MultivariateNormal.productCorrelation(lower, upper, loadings);
    }

    private static double[][] equicorrelated(int d, double r) {
        double[][] matrix = new double[d][d];
        for (int i = 0; i < d; i++) {
            Arrays.fill(matrix[i], r);
            matrix[i][i] = 1;
        }
        return matrix;
    }
}
