package org.evotrial.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;

/** Numbers of rpact are checked by the verification of rpact_samplesize_rates.csv and rpact_power_rates.csv. */
class RateComparisonTest {
    @Test
    void agreesWithTheWorkedFormulaForEqualArms() {
        // Per arm (1.96 sqrt(2 * .35 * .65) + 1.2816 sqrt(.3 * .7 + .4 * .6))^2 / .01 with unrounded quantiles.
        double root = 1.959963984540054 * Math.sqrt(2 * 0.35 * 0.65) + 1.2815515655446004 * Math.sqrt(0.45);
        assertThat(new RateComparison(0.4, 0.3, 1).subjects(0.025, 0.9))
                .isCloseTo(2 * root * root / 0.01, Offset.offset(1e-9));
    }

    @Test
    void theDriftOfTheSampleSizeGivesThePower() {
        for (double ratio : new double[] {0.5, 1, 3}) {
            RateComparison rates = new RateComparison(0.55, 0.4, ratio);
            double drift = rates.drift(rates.subjects(0.01, 0.8), 0.01);
            assertThat(StandardNormal.survival(StandardNormal.upperQuantile(0.01) - drift))
                    .isCloseTo(0.8, Offset.offset(1e-12));
        }
    }

    @Test
    void hasNoDriftWithoutDifferenceAndTheOppositeOneForTheOppositeDifference() {
        assertThat(new RateComparison(0.3, 0.3, 2).drift(100, 0.025)).isZero();
        assertThat(new RateComparison(0.3, 0.45, 1).drift(200, 0.025))
                .isCloseTo(-new RateComparison(0.45, 0.3, 1).drift(200, 0.025), Offset.offset(1e-13));
    }

    @Test
    void rejectsRatesWithoutVarianceAndNamesThem() {
        assertThatThrownBy(() -> new RateComparison(1, 0.3, 1)).hasMessageContaining("experimental rate (1.0)");
        assertThatThrownBy(() -> new RateComparison(0.3, 0, 1)).hasMessageContaining("control rate (0.0)");
        assertThatThrownBy(() -> new RateComparison(0.3, 0.2, 0)).hasMessageContaining("allocationRatio (0.0)");
        RateComparison worse = new RateComparison(0.2, 0.3, 1);
        assertThatThrownBy(() -> worse.subjects(0.025, 0.9)).hasMessageContaining("must be above the control rate");
        RateComparison better = new RateComparison(0.3, 0.2, 1);
        assertThatThrownBy(() -> better.subjects(0.5, 0.9)).hasMessageContaining("oneSidedAlpha (0.5)");
        assertThatThrownBy(() -> better.subjects(0.025, 0.02)).hasMessageContaining("power (0.02)");
        assertThatThrownBy(() -> better.drift(0, 0.025)).hasMessageContaining("subjects (0.0)");
    }
}
