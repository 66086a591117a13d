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

/**
 * The draws of the step: extinction, means and variances exact, whole laws close to those of single events.
 *
 * <p>With 40,000 draws a shift of a probability of .5 by .02 and one of a mean by .04 standard deviations is found with
 * power .999.
 */
class BranchingSampleTest {
    private static final int DRAWS = 40_000;

    /** A state that few draws hold, and those in large clones, has no estimate of its variance. */
    private static final double LEAST_PRESENCE = .05;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 23, 0, 0});
    private final BranchingStep step = new BranchingStep(10);

    @ParameterizedTest
    @CsvSource({
        "2, 2, 21",
        "2, 30, 14",
        "3, 2, 30",
        "4, 5, 21",
        "4, 2, 60",
        "6, 2, 14",
        "8, 40, 10",
        "2, 20000, 14",
        "3, 4000, 30",
        "6, 9000, 14"
    })
    void extinctionMeanAndVarianceAreThoseOfTheProcess(int types, int founders, double days) {
        for (int repeat = 0; repeat < 3; repeat++) {
            BranchingModel.random(types, 1, days, random).phases().get(0).set(step, days);
            assertMoments(types, founders, 1);
        }
    }

    @Test
    void aWrongMeanIsFound() {
        BranchingModel.random(3, 1, 21, random).phases().get(0).set(step, 21);
        assertThatThrownBy(() -> assertMoments(3, 4, 1.05)).isInstanceOf(AssertionError.class);
    }

    /** Founders in the first two states; {@code factor} scales the expected means. */
    private void assertMoments(int m, int founders, double factor) {
        double[] start = new double[m];
        start[0] = founders;
        start[1] = founders / 2;
        double[][] sums = new double[3][m + 1];
        long extinct = 0;
        double[] mean = new double[m + 1];
        double[] variance = new double[m + 1];
        double extinction = 1;
        for (int i = 0; i < 2; i++) {
            extinction *= Math.pow(1 - step.survivalProbability(i), start[i]);
            for (int j = 0; j < m; j++) {
                mean[j] += factor * start[i] * step.mean(i, j);
                variance[j] += start[i] * step.variance(i, j);
            }
            mean[m] += factor * start[i] * step.meanFamily(i);
            variance[m] += start[i] * step.familyVariance(i);
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] cells = start.clone();
            step.sample(cells, 0, random);
            double total = 0;
            for (int j = 0; j <= m; j++) {
                double n = j == m ? total : cells[j];
                assertThat(n).isEqualTo(Math.rint(n));
                total += n;
                double deviation = n - mean[j];
                sums[0][j] += deviation;
                sums[1][j] += deviation * deviation;
                sums[2][j] += deviation * deviation * deviation * deviation;
            }
            extinct += total == 0 ? 1 : 0;
        }
        if (extinction > 0) {
            GoodnessOfFit.assertShare(extinct, DRAWS, extinction);
        }
        for (int j = 0; j <= m; j++) {
            if (!(mean[j] * mean[j] / (variance[j] + mean[j] * mean[j]) >= LEAST_PRESENCE)) {
                continue;
            }
            GoodnessOfFit.assertMean(sums[0][j] / DRAWS, Math.sqrt(variance[j]), DRAWS, 0);
            double square = sums[1][j] / DRAWS;
            double spread = Math.sqrt(sums[2][j] / DRAWS - square * square);
            if (j < m) {
                GoodnessOfFit.assertMean(square, spread, DRAWS, variance[j]);
            } else {
                // families of several founders share their variation only approximately
                assertThat(square).isCloseTo(variance[m], within(.2 * variance[m] + 4.9 * spread / Math.sqrt(DRAWS)));
            }
        }
    }

    @Test
    void oneStateHasTheDrawsOfTheBirthDeathStep() {
        BirthDeathStep one = new BirthDeathStep().set(.2, .15, 21);
        step.set(1, new double[] {.2}, new double[] {.15}, new double[1], new double[1], 21);
        UniformRandomProvider other = new Philox4x64(new long[] {2026, 11, 21, 24, 0, 0});
        UniformRandomProvider same = new Philox4x64(new long[] {2026, 11, 21, 24, 0, 0});
        for (double n : new double[] {1, 3, 40, 5000, 1e5, 1e8}) {
            double[] cells = {7, n};
            step.sample(cells, 1, other);
            assertThat(cells).containsExactly(7, one.sample(n, same));
        }
    }

    @Test
    void statesThatDoNotExchangeFollowTheLinearFractionalLawEach() {
        step.set(2, new double[] {.2, .1}, new double[] {.1, .3}, new double[4], new double[4], 14);
        BirthDeathStep first = new BirthDeathStep().set(.2, .1, 14);
        BirthDeathStep second = new BirthDeathStep().set(.1, .3, 14);
        long[][] counts = new long[4][60];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] cells = {3, 20};
            step.sample(cells, 0, random);
            counts[0][(int) Math.min(59, cells[0])]++;
            counts[1][(int) Math.min(59, cells[1])]++;
            counts[2][(int) Math.min(59, first.sample(3, random))]++;
            counts[3][(int) Math.min(59, second.sample(20, random))]++;
        }
        GoodnessOfFit.assertSameLaw(counts[0], counts[2]);
        GoodnessOfFit.assertSameLaw(counts[1], counts[3]);
    }

    @Test
    void hugePopulationsTakeTheMeanAndRareStatesAreStillDrawn() {
        // 1e9 cells of state 0; a billionth of them a day become state 1: expected about 20
        double[] transitions = {0, 1e-9, 0, 0};
        step.set(2, new double[] {.1, .1}, new double[] {.1, .1}, transitions, new double[4], 20);
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] cells = {1e9, 0};
            step.sample(cells, 0, random);
            assertThat(cells[0]).isEqualTo(1e9 * step.mean(0, 0));
            double deviation = cells[1] - 1e9 * step.mean(0, 1);
            sum += deviation;
            squares += deviation * deviation;
        }
        double variance = 1e9 * step.variance(0, 1);
        // a Poisson stream of 1e9 x 1e-9 a day, each clone with E[N^2] = 1 + 2 b t: 20 + .2 x 200
        assertThat(variance).isCloseTo(60, within(1e-4));
        GoodnessOfFit.assertMean(sum / DRAWS, Math.sqrt(variance), DRAWS, 0);
        GoodnessOfFit.assertMean(squares / DRAWS, variance * Math.sqrt(8), DRAWS, variance);
    }

    @Test
    void hugePopulationsThatCollapseAreStillSampledExactly() {
        // 1e13 cells of which about six have living offspring; both states have the same rates
        step.set(2, new double[] {.1, .1}, new double[] {1.1, 1.1}, new double[] {0, .2, .1, 0}, new double[4], 28.1);
        double sum = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] cells = {1e13, 0};
            step.sample(cells, 0, random);
            sum += cells[0] + cells[1];
        }
        GoodnessOfFit.assertMean(sum / DRAWS, Math.sqrt(1e13 * 1.2 * Math.exp(-28.1)), DRAWS, 1e13 * Math.exp(-28.1));
    }

    @ParameterizedTest
    @CsvSource({"2, 10, 1", "3, 14, 2", "4, 21, 3"})
    void wholeLawsAreCloseToThoseOfSingleEvents(int types, double days, int seed) {
        UniformRandomProvider own = new Philox4x64(new long[] {2026, 11, 21, 25, seed, 0});
        BranchingModel model = BranchingModel.random(types, 1, days, own);
        model.phases().get(0).set(step, days);
        EventByEventBranching slow = new EventByEventBranching(model);
        int[] founders = new int[types];
        founders[0] = 4;
        int runs = 20_000;
        long[][] events = new long[types + 1][120];
        long[][] draws = new long[types + 1][120];
        for (int run = 0; run < runs; run++) {
            int[] simulated = slow.simulate(founders, own);
            double[] drawn = new double[types];
            drawn[0] = 4;
            step.sample(drawn, 0, own);
            int all = 0;
            double sum = 0;
            for (int j = 0; j < types; j++) {
                events[j][Math.min(119, simulated[j])]++;
                draws[j][(int) Math.min(119, drawn[j])]++;
                all += simulated[j];
                sum += drawn[j];
            }
            events[types][Math.min(119, all)]++;
            draws[types][(int) Math.min(119, sum)]++;
        }
        for (int j = 0; j <= types; j++) {
            // two samples of 20,000 of one law over 120 classes differ by less than .02 in total variation
            assertThat(totalVariation(events[j], draws[j], runs))
                    .as("state %d", j)
                    .isLessThan(.05);
        }
    }

    private static double totalVariation(long[] a, long[] b, double n) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]) / n;
        }
        return sum / 2;
    }

    /** Rare changes (clones), frequent ones (a mixture) and a drug under which one of two states dies, and the other recovers. */
    @ParameterizedTest
    @CsvSource({
        ".2, .15, .1, .1, .01, .005, 28",
        ".2, .1, .1, .1, .5, .3, 14",
        ".14, .43, .08, .07, .1, .02, 28",
        ".15, .1, .25, .2, .05, .1, 21"
    })
    void theStatesOfOneFamilyVaryTogetherAsInTheProcess(
            double firstBirth,
            double firstDeath,
            double secondBirth,
            double secondDeath,
            double there,
            double back,
            double days) {
        double[] births = {firstBirth, secondBirth};
        double[] deaths = {firstDeath, secondDeath};
        step.set(2, births, deaths, new double[] {0, there, back, 0}, new double[4], days);
        for (int founder = 0; founder < 2; founder++) {
            double sum = 0;
            double squares = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                double[] cells = {1 - founder, founder};
                step.sample(cells, 0, random);
                double product = (cells[0] - step.mean(founder, 0)) * (cells[1] - step.mean(founder, 1));
                sum += product;
                squares += product * product;
            }
            double covariance = sum / DRAWS;
            double deviation = Math.sqrt(squares / DRAWS - covariance * covariance);
            GoodnessOfFit.assertMean(covariance, deviation, DRAWS, step.covariance(founder, 0, 1));
        }
    }

    @Test
    void aStateThatIsAlmostGoneLeavesTheOthersTheirVariance() {
        // e^-16 of the first state stay in it; its number, nearly always 0, varies more in relation than any other
        double[] births = {.0978, .2394, .0739};
        double[] deaths = {.2301, .1604, .0528};
        double[] transitions = {0, .1377, 0, 0, 0, .2711, 0, 0, 0};
        double[] productions = {0, .0088, 0, 0, 0, 0, 0, .0107, 0};
        step.set(3, births, deaths, transitions, productions, 60);
        double[] sums = new double[4];
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] cells = {1, 0, 0};
            step.sample(cells, 0, random);
            for (int j = 1; j < 3; j++) {
                double deviation = cells[j] - step.mean(0, j);
                sums[j - 1] += deviation * deviation;
                sums[j + 1] += deviation * deviation * deviation * deviation;
            }
        }
        for (int j = 1; j < 3; j++) {
            double square = sums[j - 1] / DRAWS;
            double spread = Math.sqrt(sums[j + 1] / DRAWS - square * square);
            GoodnessOfFit.assertMean(square, spread, DRAWS, step.variance(0, j));
        }
    }

    @Test
    void nothingComesFromNothing() {
        BranchingModel.random(3, 1, 21, random).phases().get(0).set(step, 21);
        double[] cells = {9, 0, 0, 0, 9};
        step.sample(cells, 1, random);
        assertThat(cells).containsExactly(9, 0, 0, 0, 9);
    }

    @Test
    void aStemCellKeepsOneStemCell() {
        // state 0 neither divides nor dies but sheds differentiated cells: exactly one stem cell at every time
        BranchingModel.Phase phase = new BranchingModel.Phase(
                30, new double[] {.5, .1}, new double[] {0, .2}, new double[][] {{0, 1}, {0, 0}}, new double[2][2]);
        new BranchingModel(List.of(phase)).phases().get(0).set(step, 30);
        assertThat(step.survivalProbability(0)).isEqualTo(1);
        for (int draw = 0; draw < 1000; draw++) {
            double[] cells = {3, 5};
            step.sample(cells, 0, random);
            assertThat(cells[0]).isEqualTo(3);
        }
    }
}
