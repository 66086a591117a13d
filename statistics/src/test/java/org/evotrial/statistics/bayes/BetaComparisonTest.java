package org.evotrial.statistics.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Base R's integrals are compared by the verification (baseR_beta_superiority.csv). */
class BetaComparisonTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    @Test
    void quadratureAgreesWithTheFiniteSumForWholeShapes() {
        for (int a1 = 1; a1 <= 200; a1 += 37) {
            for (double b1 : new double[] {0.5, 1, 17.25, 300}) {
                for (double a2 : new double[] {0.5, 3, 40}) {
                    BetaBinomial first = new BetaBinomial(a1, b1);
                    BetaBinomial second = new BetaBinomial(a2, 11);
                    assertThat(BetaComparison.probabilityGreater(first, second, 0))
                            .as("%s, %s", first, second)
                            .isCloseTo(BetaComparison.probabilityGreaterBySum(first, second), Offset.offset(3e-12));
                }
            }
        }
    }

    // P(U > V + d) = (1 - d)^2 / 2 for uniform U, V and d >= 0.
    @ParameterizedTest
    @CsvSource({"0, .5", ".2, .32", ".999, 5e-7", "-.2, .68", "1, 0", "2, 0", "-1, 1", "-7, 1"})
    void marginsShiftUniformDistributions(double margin, double expected) {
        assertThat(BetaComparison.probabilityGreater(BetaBinomial.uniform(), BetaBinomial.uniform(), margin))
                .isCloseTo(expected, EXACT);
    }

    // By SciPy 1.17.1 (quad of beta.pdf * beta.cdf, relative tolerance 1e-12); the first by mpmath 1.3.0.
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 0.5, 3.5, 0.0, 0.8062151327857319",
        "2000.5, 8000.5, 1950.5, 8050.5, 0.0, 0.8127487080824122",
        "10.5, 30.5, 5.5, 35.5, 0.05, 0.8022190463458733",
        "1.5, 40.5, 9.5, 30.5, -0.2, 0.5061017512773909"
    })
    void agreesWithScipyForFractionalShapes(
            double a1, double b1, double a2, double b2, double margin, double expected) {
        assertThat(BetaComparison.probabilityGreater(new BetaBinomial(a1, b1), new BetaBinomial(a2, b2), margin))
                .isCloseTo(expected, Offset.offset(1e-11));
    }

    @Test
    void smallShapesKeepTheirSymmetry() {
        BetaBinomial first = new BetaBinomial(16.1, 0.1);
        BetaBinomial second = new BetaBinomial(0.1, 0.1);
        assertThat(BetaComparison.probabilityGreater(first, second, 0)
                        + BetaComparison.probabilityGreater(second, first, 0))
                .isCloseTo(1, EXACT);
    }

    @Test
    void tinyProbabilitiesKeepTheirDigits() {
        // sum formula: B(1, 401) terms; P(p1 > p2) with p1 ~ Beta(1, 400), p2 ~ Beta(60, 1) is 60 B(60, 401)
        BetaBinomial first = new BetaBinomial(1, 400);
        BetaBinomial second = new BetaBinomial(60, 1);
        double exact = BetaComparison.probabilityGreaterBySum(first, second);
        assertThat(exact).isBetween(1e-80, 1e-70);
        assertThat(BetaComparison.probabilityGreater(first, second, 0) / exact).isCloseTo(1, Offset.offset(1e-9));
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        BetaComparison.probabilityGreater(BetaBinomial.uniform(), BetaBinomial.uniform(), Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> BetaComparison.probabilityGreaterBySum(new BetaBinomial(1.5, 1), BetaBinomial.uniform()))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BetaBinomial(0, 1))
                .withMessage("The alpha (0.0) must be positive and finite.");
    }
}
