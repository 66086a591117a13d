package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.survival.LogRankWeights.FlemingHarrington;
import org.evotrial.statistics.survival.LogRankWeights.ModestlyWeighted;
import org.junit.jupiter.api.Test;

class WeightedLogRankTestTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);
    private static final double[] TIME = {1, 2, 3, 4, 5, 6};
    private static final boolean[] EVENT = {true, true, true, true, false, true};
    private static final int[] GROUP = {0, 0, 1, 0, 1, 1};

    @Test
    void modestWeightsAreThoseOfTheDefinition() {
        // Pooled S(t-) is 1, 5/6, 4/6, 3/6 at 1 to 4 and 2/6 at 6; S(3) = 3/6, so weights are 1, 6/5, 6/4, 2, 2.
        WeightedLogRankTest test = new WeightedLogRankTest(new ModestlyWeighted(3)).compute(risks());
        double expected = 3 / 6.0 + 1.2 * 3 / 5.0 + 1.5 * (3 / 4.0 - 1) + 2 * (2 / 3.0) + 2 * (1 - 1);
        double variance = 0.25 + 1.44 * 6 / 25.0 + 2.25 * 3 / 16.0 + 4 * 2 / 9.0;
        assertThat(test.difference(0)).isCloseTo(expected, ROUNDING);
        assertThat(test.variance(0)).isCloseTo(variance, ROUNDING);
        assertThat(test.z(0)).isCloseTo(expected / Math.sqrt(variance), ROUNDING);
    }

    @Test
    void aDelayOfZeroIsTheLogRankTest() {
        LogRankTest plain = new LogRankTest(6).compute(risks());
        WeightedLogRankTest both =
                new WeightedLogRankTest(new ModestlyWeighted(0), LogRankWeights.CONSTANT).compute(risks());
        assertThat(both.z(0)).isCloseTo(plain.z(), ROUNDING);
        assertThat(both.z(1)).isCloseTo(plain.z(), ROUNDING);
        assertThat(both.correlation(0, 1)).isCloseTo(1, ROUNDING);
    }

    @Test
    void correlationsAreThoseOfTheMiddleWeights() {
        // w_a w_b of (0, 1) and (1, 0) is the square of the weight (1/2, 1/2).
        WeightedLogRankTest tests = new WeightedLogRankTest(
                        new FlemingHarrington(0, 1), new FlemingHarrington(1, 0), new FlemingHarrington(0.5, 0.5))
                .compute(risks());
        assertThat(tests.correlation(0, 1))
                .isCloseTo(tests.variance(2) / Math.sqrt(tests.variance(0) * tests.variance(1)), ROUNDING);
        assertThat(tests.correlation(1, 0)).isEqualTo(tests.correlation(0, 1));
    }

    @Test
    void eachStratumHasWeightsOfItsOwn() {
        double[] time = {1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6};
        boolean[] event = {true, true, true, true, false, true, true, true, true, true, false, true};
        int[] group = {0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1};
        int[] stratum = {0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3};
        WeightedLogRankTest test = new WeightedLogRankTest(new ModestlyWeighted(3), new FlemingHarrington(0.3, 2));
        test.compute(risks());
        double[] once = {test.difference(0), test.difference(1)};
        test.compute(new TwoArmRiskTable(0).fillStratified(time, event, group, stratum, 12));
        assertThat(test.difference(0)).isCloseTo(2 * once[0], ROUNDING);
        assertThat(test.difference(1)).isCloseTo(2 * once[1], ROUNDING);
    }

    @Test
    void oneStatisticIsItsOwnMaximum() {
        WeightedLogRankTest test = new WeightedLogRankTest(LogRankWeights.CONSTANT).compute(risks());
        assertThat(MaxCombo.oneSided(test).pValue()).isCloseTo(test.oneSidedPValue(0), ROUNDING);
        assertThat(MaxCombo.twoSided(test).pValue())
                .isCloseTo(2 * StandardNormal.survival(Math.abs(test.z(0))), ROUNDING);
        WeightedLogRankTest thrice = new WeightedLogRankTest(
                        LogRankWeights.CONSTANT, LogRankWeights.CONSTANT, LogRankWeights.CONSTANT)
                .compute(risks());
        assertThat(MaxCombo.oneSided(thrice).pValue()).isCloseTo(test.oneSidedPValue(0), Offset.offset(1e-8));
    }

    @Test
    void withoutInformationNothingIsRejected() {
        WeightedLogRankTest tests = new WeightedLogRankTest(
                new FlemingHarrington(0, 1), new FlemingHarrington(1, 0), new ModestlyWeighted(2));
        boolean[] none = new boolean[6];
        assertNothing(tests.compute(new TwoArmRiskTable(6).fill(TIME, none, GROUP, 6)));
        assertNothing(tests.compute(new TwoArmRiskTable(6).fill(TIME, EVENT, new int[6], 6)));
        assertNothing(tests.compute(new TwoArmRiskTable(0)));
        boolean[] all = {true, true, true, true, true, true};
        assertNothing(tests.compute(new TwoArmRiskTable(6).fill(new double[6], all, GROUP, 6)));
        // A single event has weight 0 in the test of late differences, which then drops out of the maximum.
        boolean[] one = {true, false, false, false, false, false};
        tests.compute(new TwoArmRiskTable(6).fill(TIME, one, GROUP, 6));
        assertThat(tests.informative(0)).isFalse();
        assertThat(MaxCombo.oneSided(tests).statistic()).isEqualTo(tests.z(1));
    }

    @Test
    void rejectsBadArguments() {
        assertThatThrownBy(() -> new FlemingHarrington(-1, 0)).hasMessageContaining("rho (-1.0)");
        assertThatThrownBy(() -> new ModestlyWeighted(Double.NaN)).hasMessageContaining("delay (NaN)");
        assertThatThrownBy(WeightedLogRankTest::new).hasMessageContaining("number of weights (0)");
        assertThatThrownBy(() -> new WeightedLogRankTest(s -> -1).compute(risks()))
                .hasMessageContaining("weight (-1.0)");
    }

    private static void assertNothing(WeightedLogRankTest tests) {
        for (int a = 0; a < tests.tests(); a++) {
            assertThat(tests.z(a)).isZero();
            assertThat(tests.informative(a)).isFalse();
        }
        assertThat(MaxCombo.oneSided(tests)).isEqualTo(new MaxCombo(0, 0.5));
        assertThat(MaxCombo.twoSided(tests)).isEqualTo(new MaxCombo(0, 1));
    }

    private static TwoArmRiskTable risks() {
        return new TwoArmRiskTable(6).fill(TIME, EVENT, GROUP, 6);
    }
}
