package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Survival of families where {@link BranchingStepTest}'s random models do not lead: no productions, long times, tiny chances. */
class FamilySurvivalTest {
    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 29, 0, 0});

    @ParameterizedTest
    @CsvSource({"2, 21", "3, 100", "5, 14", "10, 28"})
    void withoutProductionsItSolvesTheBackwardEquation(int types, double days) {
        for (int repeat = 0; repeat < 3; repeat++) {
            BranchingModel.Phase any =
                    BranchingModel.random(types, 1, days, random).phases().get(0);
            BranchingModel.Phase phase = new BranchingModel.Phase(
                    days, any.birth(), any.death(), new double[types][types], any.transition());
            double[] exact = new BackwardGeneratingFunction(new BranchingModel(List.of(phase))).extinction();
            BranchingStep step = phase.set(new BranchingStep(types), days);
            for (int i = 0; i < types; i++) {
                assertThat(step.survivalProbability(i)).isCloseTo(1 - exact[i], within(1e-11));
            }
        }
    }

    /** Kendall 1948: (b - d) / (b - d e^(-(b-d)t)), from 1 at d = 0 to 1 - d/b in the long run. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 56, 3000})
    void statesThatDoNotExchangeSurviveAsIfAlone(double days) {
        double[] births = {.1, .3, .2, .2};
        double[] deaths = {0, .1, .21, .2};
        int[][] orders = {{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 0, 3, 1}};
        for (int[] order : orders) {
            double[] b = new double[4];
            double[] d = new double[4];
            for (int i = 0; i < 4; i++) {
                b[i] = births[order[i]];
                d[i] = deaths[order[i]];
            }
            BranchingStep step = new BranchingStep(4).set(4, b, d, new double[16], new double[16], days);
            for (int i = 0; i < 4; i++) {
                double net = b[i] - d[i];
                double exact = net == 0 ? 1 / (1 + b[i] * days) : net / (b[i] - d[i] * Math.exp(-net * days));
                assertThat(step.survivalProbability(i)).isCloseTo(exact, within(1e-11 * exact));
            }
        }
    }

    /** 1 - d/b of each; the second cannot die out. After 10,000 days means overflow, chances of survival do not. */
    @ParameterizedTest
    @ValueSource(doubles = {1000, 10_000})
    void familiesThatGrowSettleAtTheirChanceForEver(double days) {
        double[] births = {.3, .1, .2};
        double[] deaths = {.1, 0, .15};
        BranchingStep step = new BranchingStep(3).set(3, births, deaths, new double[9], new double[9], days);
        assertThat(step.survivalProbability(0)).isCloseTo(2 / 3.0, within(1e-11));
        assertThat(step.survivalProbability(1)).isEqualTo(1);
        assertThat(step.survivalProbability(2)).isCloseTo(.25, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {24, 7, 1e-3, 100})
    void doesNotDependOnTheUnitOfTime(double unitsPerDay) {
        double[] births = {.3, .1, .02};
        double[] deaths = {.2, .2, .02};
        double[] transitions = {0, 5, .1, 5, 0, 0, .01, 0, 0};
        double[] productions = {0, .2, 0, 0, 0, 0, .1, 0, 0};
        BranchingStep days = new BranchingStep(3).set(3, births, deaths, transitions, productions, 21);
        BranchingStep units = new BranchingStep(3)
                .set(
                        3,
                        per(births, unitsPerDay),
                        per(deaths, unitsPerDay),
                        per(transitions, unitsPerDay),
                        per(productions, unitsPerDay),
                        21 * unitsPerDay);
        for (int i = 0; i < 3; i++) {
            double survival = days.survivalProbability(i);
            assertThat(units.survivalProbability(i)).isCloseTo(survival, within(1e-10 * survival));
            for (int j = 0; j < 3; j++) {
                double mean = days.mean(i, j);
                assertThat(units.mean(i, j)).isCloseTo(mean, within(2e-12 * mean));
                double square = days.covariance(i, j, j) + mean * mean;
                assertThat(units.covariance(i, j, j)).isCloseTo(days.covariance(i, j, j), within(1e-9 * square));
            }
        }
    }

    private static double[] per(double[] perDay, double unitsPerDay) {
        double[] rates = new double[perDay.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = perDay[i] / unitsPerDay;
        }
        return rates;
    }

    @Test
    void chancesTooSmallForPrecisionAreNeverAboveTheMean() {
        // e^-40 and e^-80 = 4e-18 and 2e-35 cells are expected of one cell; then e^-60 and e^-120 = 9e-27 and 8e-53
        for (double days : new double[] {40, 60}) {
            BranchingStep step = new BranchingStep(2)
                    .set(2, new double[] {0, .1}, new double[] {1, 2.1}, new double[4], new double[4], days);
            assertThat(step.survivalProbability(0)).isCloseTo(Math.exp(-days), within(1e-10 * Math.exp(-days)));
            assertThat(step.survivalProbability(1))
                    .isPositive()
                    .isLessThanOrEqualTo(step.meanFamily(1))
                    .isLessThanOrEqualTo(Math.exp(-2 * days) * (1 + 1e-10));
        }
    }

    @Test
    void whatIsAskedFirstIsAnsweredAsWell() {
        double[] rates = {.2, .1};
        double[] transitions = {0, .1, .05, 0};
        BranchingStep all = new BranchingStep(2).set(2, rates, rates, transitions, new double[4], 10);
        all.survivalProbability(0);
        assertThat(all.covariance(0, 0, 1)).isNotZero();
        assertThat(fresh().meanFamily(0)).isEqualTo(all.meanFamily(0)).isPositive();
        assertThat(fresh().cellDays(0, 1)).isEqualTo(all.cellDays(0, 1)).isPositive();
        assertThat(fresh().mean(0, 1)).isEqualTo(all.mean(0, 1)).isPositive();
        assertThat(fresh().covariance(0, 0, 1)).isEqualTo(all.covariance(0, 0, 1));
        double[] cells = {10, 20};
        fresh().advanceMean(cells, 0);
        assertThat(cells)
                .containsExactly(10 * all.mean(0, 0) + 20 * all.mean(1, 0), 10 * all.mean(0, 1) + 20 * all.mean(1, 1));
        BranchingStep one = new BranchingStep(1).set(1, rates, rates, new double[1], new double[1], 10);
        assertThat(one.survivalProbability(0)).isCloseTo(1 / 3.0, within(1e-15));
    }

    private static BranchingStep fresh() {
        double[] rates = {.2, .1};
        return new BranchingStep(2).set(2, rates, rates, new double[] {0, .1, .05, 0}, new double[4], 10);
    }
}
