package org.evotrial.statistics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DunnettDistributionTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-13);
    private static final Percentage RELATIVE = Percentage.withPercentage(1e-9);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 10, 30})
    void withCorrelationOneHalfAllAreNegativeWithProbabilityOneInMPlusOne(int m) {
        // The control is the largest of m + 1 exchangeable means.
        assertThat(DunnettDistribution.equicorrelated(m, 0.5).cumulative(new double[m]))
                .isCloseTo(1.0 / (m + 1), ROUNDING);
    }

    @Test
    void orthantsOfThreeFollowSheppardsFormula() {
        double[] b = {0.3, 0.9, -0.6};
        double angles = Math.asin(b[0] * b[1]) + Math.asin(b[0] * b[2]) + Math.asin(b[1] * b[2]);
        assertThat(DunnettDistribution.ofLoadings(b).cumulative(0, 0, 0))
                .isCloseTo(0.125 + angles / (4 * Math.PI), ROUNDING);
    }

    // mpmath 1.3.0, quad with 25 digits of the same one-dimensional integral.
    @Test
    void upperTailsAreThoseOfMpmath() {
        double h = Math.sqrt(0.5);
        assertThat(DunnettDistribution.ofLoadings(h, h, h).upperTail(2, 2, 2))
                .isCloseTo(0.057466548505471331, RELATIVE);
        assertThat(DunnettDistribution.ofLoadings(h, h).upperTail(6, 6)).isCloseTo(1.9727859312687003e-9, RELATIVE);
        assertThat(DunnettDistribution.ofLoadings(0.3, 0.9, -0.6).upperTail(1, 2, -0.5))
                .isCloseTo(0.76831785649499323, RELATIVE);
        assertThat(DunnettDistribution.equicorrelated(4, 0.9).maximumUpperTail(8))
                .isCloseTo(2.2937088550340468e-15, RELATIVE);
    }

    // mpmath 1.3.0, findroot.
    @ParameterizedTest
    @CsvSource({
        "2, 0.05, 1.916331944687616",
        "3, 0.05, 2.062083932923209",
        "4, 0.05, 2.160333281155511",
        "2, 0.025, 2.212135092984915",
        "4, 0.025, 2.441774920545466"
    })
    void criticalValuesAreThoseOfMpmath(int m, double alpha, double critical) {
        DunnettDistribution dunnett = DunnettDistribution.ofSampleSizes(50, sizes(m));
        assertThat(dunnett.criticalValue(alpha)).isCloseTo(critical, Offset.offset(1e-11));
        assertThat(dunnett.maximumUpperTail(dunnett.criticalValue(alpha))).isCloseTo(alpha, ROUNDING);
    }

    @Test
    void withoutCorrelationItIsTheProductOfNormals() {
        DunnettDistribution independent = DunnettDistribution.equicorrelated(3, 0);
        double none = StandardNormal.cumulative(0.4) * StandardNormal.cumulative(-1) * StandardNormal.cumulative(2);
        assertThat(independent.cumulative(0.4, -1, 2)).isCloseTo(none, ROUNDING);
        assertThat(independent.upperTail(0.4, -1, 2)).isCloseTo(1 - none, ROUNDING);
        double p = StandardNormal.survival(7);
        assertThat(independent.maximumUpperTail(7)).isCloseTo(3 * p - 3 * p * p, RELATIVE);
    }

    @Test
    void aMarginalHasTheOthersIntegratedOut() {
        DunnettDistribution all = DunnettDistribution.ofLoadings(0.2, 0.7, 0.95);
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(all.marginal(0b101).upperTail(1.2, 0.3)).isCloseTo(all.upperTail(1.2, infinity, 0.3), ROUNDING);
        assertThat(all.upperTail(1, Double.NEGATIVE_INFINITY, 1)).isCloseTo(1, ROUNDING);
    }

    @Test
    void nearlyPerfectCorrelationIsResolved() {
        assertThat(DunnettDistribution.equicorrelated(2, 0.999_999).maximumUpperTail(2))
                .isBetween(StandardNormal.survival(2), 1.002 * StandardNormal.survival(2));
    }

    @Test
    void rejectsWhatIsNoDistributionOrBound() {
        assertThatThrownBy(() -> DunnettDistribution.ofLoadings(0.5, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(1.0) must be in (-1, 1)");
        assertThatThrownBy(DunnettDistribution::ofLoadings).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> DunnettDistribution.ofSampleSizes(0, 10)).hasMessageContaining("positive");
        assertThatThrownBy(() -> DunnettDistribution.ofSampleSizes(10, 10, 0)).hasMessageContaining("positive");
        assertThatThrownBy(() -> DunnettDistribution.equicorrelated(2, 1)).hasMessageContaining("[0, 1)");
        DunnettDistribution two = DunnettDistribution.equicorrelated(2, 0.5);
        assertThatThrownBy(() -> two.cumulative(1)).hasMessageContaining("number of bounds (1)");
        assertThatThrownBy(() -> two.upperTail(1, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> two.criticalValue(0)).hasMessageContaining("(0, 1)");
    }

    private static double[] sizes(int m) {
        double[] sizes = new double[m];
        Arrays.fill(sizes, 50);
        return sizes;
    }
}
