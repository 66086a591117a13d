package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two slow references agree with each other and with closed forms. */
class BackwardGeneratingFunctionTest {
    private static final int RUNS = 20_000;

    @ParameterizedTest
    @CsvSource({".14, .13, 21", ".25, .18, 100", ".2, .2, 30", ".1, .6, 14"})
    void oneTypeIsKendallsLaw(double birth, double death, double days) {
        // Kendall (1948): extinct by t with probability d (E-1)/(b E - d), b t/(1 + b t) at b = d
        double e = Math.exp((birth - death) * days);
        double exact = birth == death ? birth * days / (1 + birth * days) : death * (e - 1) / (birth * e - death);
        assertThat(new BackwardGeneratingFunction(oneType(birth, death, days)).extinction()[0])
                .isCloseTo(exact, within(1e-12));
    }

    @Test
    void twoPhasesOfOneTypeComposeAsFunctions() {
        // extinct after both: the first phase's linear-fractional function at the second's extinction probability
        BranchingModel.Phase grown = oneType(.2, .1, 15).phases().get(0);
        BranchingModel.Phase treated = oneType(.1, .3, 12).phases().get(0);
        double second = .3 * (Math.exp(-2.4) - 1) / (.1 * Math.exp(-2.4) - .3);
        double e = Math.exp(1.5);
        double alpha = .1 * (e - 1) / (.2 * e - .1);
        double beta = 2 * alpha;
        double exact = alpha + (1 - alpha) * (1 - beta) * second / (1 - beta * second);
        assertThat(new BackwardGeneratingFunction(new BranchingModel(List.of(grown, treated))).extinction()[0])
                .isCloseTo(exact, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 10, 1", "3, 1, 12, 2", "3, 3, 15, 3", "4, 2, 12, 4", "5, 2, 8, 5"})
    void randomModelsAgreeWithTheSimulationOfEvents(int types, int phases, double days, int seed) {
        // finds a shift of a probability of .5 by .028 with power .999
        UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 20, seed, 0});
        BranchingModel model = BranchingModel.random(types, phases, days, random);
        BackwardGeneratingFunction exact = new BackwardGeneratingFunction(model);
        EventByEventBranching slow = new EventByEventBranching(model);
        for (int founder = 0; founder < 2; founder++) {
            long extinct = 0;
            long withoutLast = 0;
            int[] founders = new int[types];
            founders[founder] = 1;
            for (int run = 0; run < RUNS; run++) {
                int[] cells = slow.simulate(founders, random);
                int sum = 0;
                for (int n : cells) {
                    sum += n;
                }
                extinct += sum == 0 ? 1 : 0;
                withoutLast += cells[types - 1] == 0 ? 1 : 0;
            }
            GoodnessOfFit.assertShare(extinct, RUNS, exact.extinction()[founder]);
            double without = exact.withoutType(types - 1)[founder];
            if (without > 1 - 1e-12) {
                assertThat(withoutLast).as("no way to the last type").isEqualTo(RUNS);
            } else {
                GoodnessOfFit.assertShare(withoutLast, RUNS, without);
            }
        }
    }

    @Test
    void aModelWithAnotherMutationRateIsFound() {
        UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 21, 0, 0});
        double exact = new BackwardGeneratingFunction(mutating(.05)).withoutType(1)[0];
        EventByEventBranching slow = new EventByEventBranching(mutating(.08));
        long without = 0;
        for (int run = 0; run < RUNS; run++) {
            without += slow.simulate(new int[] {1, 0}, random)[1] == 0 ? 1 : 0;
        }
        long found = without;
        assertThatThrownBy(() -> GoodnessOfFit.assertShare(found, RUNS, exact)).isInstanceOf(AssertionError.class);
    }

    private static BranchingModel mutating(double u) {
        return new BranchingModel(List.of(new BranchingModel.Phase(
                15, new double[] {.2, .2}, new double[] {.1, .1}, new double[][] {{0, u}, {0, 0}}, new double[2][2])));
    }

    static BranchingModel oneType(double birth, double death, double days) {
        return new BranchingModel(List.of(new BranchingModel.Phase(
                days, new double[] {birth}, new double[] {death}, new double[1][1], new double[1][1])));
    }
}
