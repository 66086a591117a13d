package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws of large populations of several states: how they vary together, and their rare states. */
class ManyFamiliesTest {
    private static final int DRAWS = 30_000;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 30, 0, 0});

    /** Means, and covariances of all pairs, of the numbers that come of the founders: a shift of .05 deviations is found. */
    private void assertMeansAndCovariances(BranchingStep step, int m, double... founders) {
        double[] mean = new double[m];
        double[][] exact = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                mean[j] += founders[i] * step.mean(i, j);
                for (int k = 0; k < m; k++) {
                    exact[j][k] += founders[i] * step.covariance(i, j, k);
                }
            }
        }
        double[] sums = new double[m];
        double[][] products = new double[m][m];
        double[][] squares = new double[m][m];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] cells = founders.clone();
            step.sample(cells, 0, random);
            for (int j = 0; j < m; j++) {
                sums[j] += cells[j] - mean[j];
                for (int k = 0; k < m; k++) {
                    double product = (cells[j] - mean[j]) * (cells[k] - mean[k]);
                    products[j][k] += product;
                    squares[j][k] += product * product;
                }
            }
        }
        for (int j = 0; j < m; j++) {
            // a state that hardly ever holds a cell has no estimates
            for (int k = 0; k < m && mean[j] >= 1; k++) {
                if (mean[k] < 1) {
                    continue;
                }
                double covariance = products[j][k] / DRAWS;
                double deviation = Math.sqrt(squares[j][k] / DRAWS - covariance * covariance);
                GoodnessOfFit.assertMean(sums[j] / DRAWS, Math.sqrt(exact[j][j]), DRAWS, 0);
                GoodnessOfFit.assertMean(covariance, deviation, DRAWS, exact[j][k]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 4000, 10", "3, 5000, 21", "4, 20000, 14", "5, 8000, 7"})
    void statesOfManyFamiliesVaryTogetherAsInTheProcess(int types, double founders, double days) {
        BranchingModel model = BranchingModel.random(types, 1, days, random);
        BranchingStep step = model.phases().get(0).set(new BranchingStep(types), days);
        double[] start = new double[types];
        start[0] = founders;
        start[types - 1] = founders;
        assertMeansAndCovariances(step, types, start);
    }

    /** Without divisions the numbers are multinomial: variance n p (1 - p) below the mean, covariance -n p q. */
    @Test
    void cellsThatDoNotDivideAreSharedOut() {
        double[] transitions = {0, .03, .01, .02, 0, 0, 0, .05, 0};
        BranchingStep step = new BranchingStep(3)
                .set(3, new double[3], new double[] {.01, .02, .005}, transitions, new double[9], 14);
        for (int j = 0; j < 3; j++) {
            double p = step.mean(0, j);
            assertThat(step.variance(0, j)).isCloseTo(p * (1 - p), within(1e-12));
            assertThat(step.covariance(0, j, (j + 1) % 3)).isCloseTo(-p * step.mean(0, (j + 1) % 3), within(1e-12));
        }
        assertMeansAndCovariances(step, 3, 5000, 0, 2000);
    }

    /**
     * Poisson streams of 1e9 x 1e-6 and, from the other side, 1e9 x 3e-6 a day for 20 days, each clone with E[N^2] = 1 + 2 b t: .1
     * divisions and deaths a day.
     */
    @ParameterizedTest
    @CsvSource({"0, 20000", "1, 60000"})
    void aRareStateFedByAHugePopulationHasMeanAndVariance(int founder, double expected) {
        BranchingStep step = new BranchingStep(2)
                .set(
                        2,
                        new double[] {.1, .1},
                        new double[] {.1, .1},
                        new double[] {0, 1e-6, 3e-6, 0},
                        new double[4],
                        20);
        int other = 1 - founder;
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] cells = {0, 0};
            cells[founder] = 1e9;
            step.sample(cells, 0, random);
            assertThat(cells[founder]).isEqualTo(1e9 * step.mean(founder, founder));
            sum += cells[other] - expected;
            squares += (cells[other] - expected) * (cells[other] - expected);
        }
        double variance = 3 * expected;
        // the mean differs by the share 4e-5 that leaves within the step
        GoodnessOfFit.assertMean(sum / DRAWS, Math.sqrt(variance), DRAWS, 1e9 * step.mean(founder, other) - expected);
        GoodnessOfFit.assertMean(squares / DRAWS / variance, Math.sqrt(2), DRAWS, 1);
    }

    @Test
    void drawsDoNotDependOnTheRoomForMoreStates() {
        BranchingModel.Phase phase =
                BranchingModel.random(4, 1, 21, random).phases().get(0);
        BranchingStep room = phase.set(new BranchingStep(9), 21);
        BranchingStep exact = phase.set(new BranchingStep(4), 21);
        for (double founders : new double[] {1, 30, 5000, 1e5, 1e9}) {
            UniformRandomProvider first = new Philox4x64(new long[] {2026, 11, 21, 31, 0, 0});
            UniformRandomProvider second = new Philox4x64(new long[] {2026, 11, 21, 31, 0, 0});
            for (int draw = 0; draw < 50; draw++) {
                double[] one = {founders, 0, founders, 3};
                double[] other = {founders, 0, founders, 3};
                room.sample(one, 0, first);
                exact.sample(other, 0, second);
                assertThat(one).containsExactly(other);
            }
        }
    }
}
