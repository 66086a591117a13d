package org.evotrial.statistics.bayes.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.AdaptiveQuadrature;
import org.evotrial.statistics.bayes.GammaPoisson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GammaSumTest {
    private static void assertRelative(double ours, double expected, double tolerance) {
        assertThat(ours / expected).as("%s, %s", ours, expected).isCloseTo(1, Offset.offset(tolerance));
    }

    /** Equal rates: the shapes add. */
    @Test
    void equalRatesGiveOneGammaDistribution() {
        for (double shape : new double[] {0.002, 0.3, 1, 4.5, 60, 3000}) {
            GammaSum sum = new GammaSum(List.of(new GammaPoisson(0.3 * shape, 7), new GammaPoisson(0.7 * shape, 7)));
            GammaPoisson one = new GammaPoisson(shape, 7);
            for (double p : new double[] {1e-12, 1e-3, 0.2, 0.5, 0.9, 0.999, 1 - 1e-12}) {
                double x = one.quantile(p);
                if (x > 1e-250) {
                    assertRelative(sum.probabilityBelow(x), one.probabilityBelow(x), 2e-11);
                    assertRelative(sum.probabilityAbove(x), one.probabilityAbove(x), 2e-11);
                    assertThat(sum.logDensity(x)).isCloseTo(one.logDensity(x), Offset.offset(1e-10));
                }
            }
            assertRelative(sum.quantile(0.975), one.quantile(0.975), 1e-9);
        }
    }

    /** Exponential terms: P(H > x) = sum of exp(-r_i x) prod over j of r_j / (r_j - r_i). */
    @Test
    void exponentialTermsAgreeWithTheirClosedForm() {
        double[] rates = {0.5, 2, 9, 1000};
        GammaSum sum = new GammaSum(List.of(
                new GammaPoisson(1, 0.5), new GammaPoisson(1, 2), new GammaPoisson(1, 9), new GammaPoisson(1, 1000)));
        for (double x : new double[] {2.6, 5, 20, 200}) {
            double expected = 0;
            for (double rate : rates) {
                double term = Math.exp(-rate * x);
                for (double other : rates) {
                    term *= other == rate ? 1 : other / (other - rate);
                }
                expected += term;
            }
            assertRelative(sum.probabilityAbove(x), expected, 1e-11);
        }
    }

    // By mpmath 1.3.0: convolution of the density of the first with the tail of the second.
    @ParameterizedTest
    @CsvSource({
        "12.5, 40, 3.2, 4, 0.6, true, 0.09618270378913133",
        "1.5, 10, 7.2, 300, 0.05, true, 0.08770966914111503",
        "12.5, 40, 3.2, 4, 3.5, false, 4.0315325655610285e-4",
        "1.5, 10, 7.2, 300, 1.2, false, 3.157896438693790e-5"
    })
    void agreesWithConvolution(double a1, double r1, double a2, double r2, double x, boolean below, double expected) {
        GammaSum sum = new GammaSum(List.of(new GammaPoisson(a1, r1), new GammaPoisson(a2, r2)));
        assertRelative(below ? sum.probabilityBelow(x) : sum.probabilityAbove(x), expected, 1e-11);
    }

    @Test
    void aTermThatHardlyWeighsChangesNothing() {
        GammaPoisson main = new GammaPoisson(20, 30);
        GammaSum sum = new GammaSum(List.of(main, new GammaPoisson(5, 1e14)));
        assertThat(sum.probabilityBelow(0.6)).isCloseTo(main.probabilityBelow(0.6), Offset.offset(1e-11));
    }

    @Test
    void tailsDensityAndQuantilesBelongTogether() {
        GammaSum sum =
                new GammaSum(List.of(new GammaPoisson(0.4, 3), new GammaPoisson(7, 20), new GammaPoisson(150, 400)));
        double inside = AdaptiveQuadrature.integral(x -> StrictMath.exp(sum.logDensity(x)), 0.6, 1.1, 1e-12);
        assertThat(sum.probabilityBelow(1.1) - sum.probabilityBelow(0.6)).isCloseTo(inside, Offset.offset(1e-10));
        for (double p : new double[] {1e-4, 0.3, 0.5, 0.9, 0.9999}) {
            assertThat(sum.probabilityBelow(sum.quantile(p))).isCloseTo(p, Offset.offset(1e-9));
        }
        assertThat(sum.mean()).isCloseTo(0.4 / 3 + 0.35 + 0.375, Offset.offset(1e-14));
        assertThat(sum.variance()).isCloseTo(0.4 / 9 + 7.0 / 400 + 150.0 / 160000, Offset.offset(1e-14));
    }

    @Test
    void theEndsOfTheSupportAreCertain() {
        GammaSum sum = new GammaSum(List.of(new GammaPoisson(1, 3), new GammaPoisson(1, 20)));
        assertThat(sum.probabilityBelow(0)).isEqualTo(0);
        assertThat(sum.probabilityAbove(-1)).isEqualTo(1);
        assertThat(sum.probabilityBelow(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(sum.probabilityAbove(Double.POSITIVE_INFINITY)).isEqualTo(0);
        assertThat(sum.logDensity(-1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new GammaSum(List.of(new GammaPoisson(1e-4, 1), new GammaPoisson(1e-4, 2))).quantile(0.5))
                .isEqualTo(0);
    }

    @Test
    void rejectsNoTerms() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GammaSum(List.of()));
    }
}
