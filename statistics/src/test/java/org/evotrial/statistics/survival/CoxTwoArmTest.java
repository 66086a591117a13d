package org.evotrial.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CoxTwoArmTest {
    private static final boolean[] ALL = {true, true, true, true};
    private static final double[] TIMES = {1, 2, 3, 4};

    @Test
    void solvesASmallScoreEquationInClosedForm() {
        // Risk sets (2, 2), (1, 2), (1, 1) with events of a control, an experimental, a control subject; r = exp(beta).
        CoxTwoArm cox = CoxTwoArm.of(TIMES, new boolean[] {true, true, true, false}, new int[] {0, 1, 0, 1});
        double r = cox.hazardRatio();
        assertThat(1 - 2 * r / (2 + 2 * r) - 2 * r / (1 + 2 * r) - r / (1 + r)).isCloseTo(0, Offset.offset(1e-12));
        // Rearranged: (1 + 2 r)(1 - r) = 2 r (1 + r), so 4 r^2 + r - 1 = 0.
        assertThat(r).isCloseTo((Math.sqrt(17) - 1) / 8, Offset.offset(1e-12));
        assertThat(cox.status()).isEqualTo(CoxTwoArm.Status.ESTIMATED);
    }

    @Test
    void breaksTiesByEfron() {
        // One tied pair, one of each group, all four at risk: 1 - r/(1+r) - 1.5r/(1.5+1.5r) = 0 at r = 1.
        double[] time = {1, 1, 2, 2};
        CoxTwoArm cox = CoxTwoArm.of(time, new boolean[] {true, true, false, false}, new int[] {0, 1, 0, 1});
        assertThat(cox.logHazardRatio()).isCloseTo(0, Offset.offset(1e-13));
        // Information 1/4 + 1/4.
        assertThat(cox.standardError()).isCloseTo(Math.sqrt(2), Offset.offset(1e-12));
        assertThat(cox.interval(0.95).contains(1)).isTrue();
    }

    @Test
    void tiesByBreslowAndForDiscreteTimesFollowTheirDefinitions() {
        // One tied pair of both groups among two controls and three experimental subjects, r = exp(beta).
        double[] time = {1, 1, 2, 2, 2};
        boolean[] event = {true, true, false, false, false};
        TwoArmRiskTable risks = new TwoArmRiskTable(5).fill(time, event, new int[] {0, 1, 0, 1, 1}, 5);
        // Breslow: 1 = 2 * 3 r / (2 + 3 r), so r = 2/3.
        assertThat(CoxTwoArm.of(risks, Ties.BRESLOW).hazardRatio()).isCloseTo(2.0 / 3, Offset.offset(1e-12));
        // Discrete: weights C(3, k) C(2, 2 - k) r^k = 1, 6 r, 3 r^2, and 1 = (6 r + 6 r^2) / (1 + 6 r + 3 r^2): 3 r^2 =
        // 1.
        CoxTwoArm discrete = CoxTwoArm.of(risks, Ties.DISCRETE);
        assertThat(discrete.hazardRatio()).isCloseTo(Math.sqrt(1 / 3.0), Offset.offset(1e-12));
        // Variance 2 * P(K = 0) = 2 / (2 + 6 r).
        assertThat(discrete.standardError()).isCloseTo(Math.sqrt(1 + 3 * Math.sqrt(1 / 3.0)), Offset.offset(1e-12));
    }

    @Test
    void discreteTimesAreMonotoneWhereAsManyDiedAsCould() {
        double[] tied = {1, 1, 2, 2};
        boolean[] event = {true, true, false, false};
        // Of one experimental subject and three controls the experimental one and a control die: 0 or 1 could have.
        TwoArmRiskTable risks = new TwoArmRiskTable(4).fill(tied, event, new int[] {1, 0, 0, 0}, 4);
        assertThat(CoxTwoArm.of(risks, Ties.DISCRETE).logHazardRatio()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(CoxTwoArm.of(risks, Ties.EFRON).status()).isEqualTo(CoxTwoArm.Status.ESTIMATED);
        // All die together: nothing else could have happened.
        risks.fill(new double[4], ALL, new int[] {0, 1, 0, 1}, 4);
        assertNoInformation(CoxTwoArm.of(risks, Ties.DISCRETE));
    }

    @Test
    void discreteTimesDoNotOverflow() {
        int n = 4000;
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            time[i] = i < 1500 ? 1 : 2;
            event[i] = i < 1500;
            group[i] = i % 2;
        }
        CoxTwoArm fit = CoxTwoArm.of(new TwoArmRiskTable(n).fill(time, event, group, n), Ties.DISCRETE);
        // By symmetry no effect; the variance of K is that of the hypergeometric distribution.
        assertThat(fit.logHazardRatio()).isCloseTo(0, Offset.offset(1e-10));
        double variance = 1500 * 0.25 * 2500 / 3999.0;
        assertThat(fit.standardError()).isCloseTo(1 / Math.sqrt(variance), Offset.offset(1e-9));
    }

    @Test
    void reportsAMonotoneLikelihoodInsteadOfANumber() {
        CoxTwoArm harm = CoxTwoArm.of(TIMES, new boolean[] {true, true, false, false}, new int[] {1, 1, 0, 0});
        assertThat(harm.status()).isEqualTo(CoxTwoArm.Status.MONOTONE_LIKELIHOOD);
        assertThat(harm.logHazardRatio()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(harm.interval(0.95).lower()).isZero();
        CoxTwoArm benefit = CoxTwoArm.of(TIMES, ALL, new int[] {0, 0, 1, 1});
        assertThat(benefit.logHazardRatio()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(benefit.hazardRatio()).isZero();
    }

    @Test
    void reportsDataWithoutInformation() {
        assertNoInformation(CoxTwoArm.of(TIMES, new boolean[4], new int[] {0, 1, 0, 1}));
        assertNoInformation(CoxTwoArm.of(TIMES, ALL, new int[4]));
        assertNoInformation(CoxTwoArm.of(new double[0], new boolean[0], new int[0]));
    }

    @Test
    void findsTheMaximumOfAnExtremeEffect() {
        int n = 2000;
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            time[i] = i + 1;
            event[i] = true;
            // One experimental event among the first thousand, which are else controls.
            group[i] = i >= 1000 || i == 500 ? 1 : 0;
        }
        CoxTwoArm cox = CoxTwoArm.of(time, event, group);
        assertThat(cox.status()).isEqualTo(CoxTwoArm.Status.ESTIMATED);
        assertThat(cox.logHazardRatio()).isLessThan(-5);
        assertThat(scoreWithoutTies(group, cox.hazardRatio())).isCloseTo(0, Offset.offset(1e-9));
    }

    @Test
    void rejectsArraysOfDifferentLengths() {
        assertThatThrownBy(() -> CoxTwoArm.of(TIMES, new boolean[3], new int[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event");
    }

    private static void assertNoInformation(CoxTwoArm cox) {
        assertThat(cox.status()).isEqualTo(CoxTwoArm.Status.NO_INFORMATION);
        assertThat(cox.logHazardRatio()).isNaN();
        assertThat(cox.standardError()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static double scoreWithoutTies(int[] groupByTime, double ratio) {
        double score = 0;
        for (int i = 0; i < groupByTime.length; i++) {
            double experimental = 0;
            for (int j = i; j < groupByTime.length; j++) {
                experimental += groupByTime[j];
            }
            double control = groupByTime.length - i - experimental;
            score += groupByTime[i] - experimental * ratio / (control + experimental * ratio);
        }
        return score;
    }
}
