package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * States drawn by themselves against single events, where changes are rare, and against the exact means of the process.
 *
 * <p>With 30,000 draws a shift of a mean by .05 standard deviations and one of a variance by a tenth are found with power .999.
 */
class SeparateStatesTest {
    private static final int DRAWS = 30_000;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 26, 0, 0});

    /** Two states with rates of their own and one in which cells die; nothing is on the diagonal of the transitions. */
    private static final double[] BIRTHS = {.2, .15, .1};

    private static final double[] DEATHS = {.18, .1, .3};

    private static BranchingModel.Phase phase(double[][] transitions, double days) {
        return new BranchingModel.Phase(days, BIRTHS, DEATHS, new double[3][3], transitions);
    }

    private static double[] flat(double[][] matrix) {
        double[] flat = new double[9];
        for (int e = 0; e < 9; e++) {
            flat[e] = matrix[e / 3][e % 3];
        }
        return flat;
    }

    /** Draws from founders that lie behind one foreign number, which must stay. */
    private double[] draw(BranchingModel.Phase phase, BranchingStep step, SeparateStates separate, double... founders) {
        double[] cells = {7, founders[0], founders[1], founders[2]};
        separate.sample(cells, 1, BIRTHS, DEATHS, flat(phase.transition()), phase.days(), step, random);
        assertThat(cells[0]).isEqualTo(7);
        return new double[] {cells[1], cells[2], cells[3]};
    }

    @Test
    void rareChangesHaveTheLawOfSingleEvents() {
        // at most .028 changes per cell: that one family is in two states matters by less than .001 of each law
        BranchingModel.Phase phase = phase(new double[][] {{0, .002, .001}, {.001, 0, 0}, {.001, .001, 0}}, 14);
        assertLawOfSingleEvents(phase, phase);
    }

    @Test
    void changesOfTwiceTheRateAreFound() {
        BranchingModel.Phase phase = phase(new double[][] {{0, .002, .001}, {.001, 0, 0}, {.001, .001, 0}}, 14);
        BranchingModel.Phase other = phase(new double[][] {{0, .004, .002}, {.002, 0, 0}, {.002, .002, 0}}, 14);
        assertThatThrownBy(() -> assertLawOfSingleEvents(phase, other)).isInstanceOf(AssertionError.class);
    }

    private void assertLawOfSingleEvents(BranchingModel.Phase drawn, BranchingModel.Phase simulated) {
        BranchingStep step = drawn.set(new BranchingStep(3), drawn.days());
        EventByEventBranching slow = new EventByEventBranching(new BranchingModel(List.of(simulated)));
        SeparateStates separate = new SeparateStates(3);
        long[][] draws = new long[3][60];
        long[][] events = new long[3][60];
        for (int run = 0; run < DRAWS; run++) {
            double[] cells = draw(drawn, step, separate, 25, 0, 12);
            int[] exact = slow.simulate(new int[] {25, 0, 12}, random);
            for (int j = 0; j < 3; j++) {
                draws[j][(int) Math.min(59, cells[j])]++;
                events[j][Math.min(59, exact[j])]++;
            }
        }
        for (int j = 0; j < 3; j++) {
            GoodnessOfFit.assertSameLaw(draws[j], events[j]);
        }
    }

    @ParameterizedTest
    @CsvSource({"300, 20, 0", "30000, 2000, 10", "3e6, 100, 0", "0, 1e8, 5e7"})
    void rareChangesKeepMeanAndVarianceOfTheProcess(double first, double second, double third) {
        BranchingModel.Phase phase = phase(new double[][] {{0, .001, .0002}, {.0001, 0, .0003}, {0, .0001, 0}}, 14);
        BranchingStep step = phase.set(new BranchingStep(3), 14);
        SeparateStates separate = new SeparateStates(3);
        double[] founders = {first, second, third};
        double[][] sums = new double[3][3];
        for (int run = 0; run < DRAWS; run++) {
            double[] cells = draw(phase, step, separate, founders);
            for (int j = 0; j < 3; j++) {
                double deviation = cells[j] - mean(step, founders, j);
                sums[0][j] += deviation;
                sums[1][j] += deviation * deviation;
                sums[2][j] += Math.pow(deviation, 4);
            }
        }
        for (int j = 0; j < 3; j++) {
            double variance = 0;
            for (int i = 0; i < 3; i++) {
                variance += founders[i] * step.variance(i, j);
            }
            double square = sums[1][j] / DRAWS;
            if (founders[j] * step.mean(j, j) < BirthDeathStep.MEAN_FROM) {
                GoodnessOfFit.assertMean(sums[0][j] / DRAWS, Math.sqrt(variance), DRAWS, 0);
                // one source stands for all, and parents grow without chance: 2 % of the variance
                double spread = Math.sqrt(sums[2][j] / DRAWS - square * square) / Math.sqrt(DRAWS);
                assertThat(Math.abs(square - variance)).isLessThan(.02 * variance + 4.9 * spread);
            } else {
                assertThat(sums[0][j] / DRAWS).isLessThan(1e-3 * mean(step, founders, j));
            }
        }
    }

    private static double mean(BranchingStep step, double[] founders, int to) {
        double mean = 0;
        for (int i = 0; i < 3; i++) {
            mean += founders[i] * step.mean(i, to);
        }
        return mean;
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 0", "40, 10, 3", "20000, 500, 100"})
    void changesIntoAStateThatDiesOutKeepEveryMean(double first, double second, double third) {
        // half of the cells of the first two states enter the third; few come back
        BranchingModel.Phase phase = phase(new double[][] {{0, .001, .03}, {.001, 0, .04}, {.002, .004, 0}}, 14);
        BranchingStep step = phase.set(new BranchingStep(3), 14);
        SeparateStates separate = new SeparateStates(3);
        double[] founders = {first, second, third};
        assertThat(separate.suit(BIRTHS, DEATHS, flat(phase.transition()), 14, step, founders, 0))
                .isTrue();
        double[][] sums = new double[2][3];
        for (int run = 0; run < DRAWS; run++) {
            double[] cells = draw(phase, step, separate, founders);
            for (int j = 0; j < 3; j++) {
                sums[0][j] += cells[j];
                sums[1][j] += cells[j] * cells[j];
            }
        }
        for (int j = 0; j < 3; j++) {
            double mean = sums[0][j] / DRAWS;
            double deviation = Math.sqrt(sums[1][j] / DRAWS - mean * mean);
            GoodnessOfFit.assertMean(mean, deviation, DRAWS, mean(step, founders, j));
        }
    }

    private static final double[] TWO = {.1, .1};

    private static boolean suits(double[] deaths, double there, double back, double days, double first, double second) {
        double[] transitions = {0, there, back, 0};
        BranchingStep step = new BranchingStep(2).set(2, TWO, deaths, transitions, new double[4], days);
        return new SeparateStates(2).suit(TWO, deaths, transitions, days, step, new double[] {first, second}, 0);
    }

    /** Three states of .1 divisions a day; the second, in which cells die, leads on into the third. */
    private static boolean suitsChain(double there, double on, double... cells) {
        double[] births = {.1, .1, .1};
        double[] deaths = {.1, .2, .1};
        double[] transitions = {0, there, 0, 0, 0, on, 0, 0, 0};
        BranchingStep step = new BranchingStep(3).set(3, births, deaths, transitions, new double[9], 14);
        return new SeparateStates(3).suit(births, deaths, transitions, 14, step, cells, 1);
    }

    @Test
    void suitsNoStateThatIsOftenEnteredAndOftenLeftAgain() {
        assertThat(suitsChain(.02, .001, 9, 5, 0, 0)).isTrue();
        assertThat(suitsChain(.02, .02, 9, 5, 0, 0)).as("passed through").isFalse();
        assertThat(suitsChain(.001, .02, 9, 5, 0, 0)).as("rarely entered").isTrue();
        assertThat(suitsChain(.001, .02, 9, 5, 5, 0)).as("left").isFalse();
        assertThat(suitsChain(.02, .02, 9, 0, 0, 5)).as("nobody there").isTrue();
    }

    @Test
    void suitsRareChangesAndChangesIntoStatesThatDieOut() {
        // rare is up to .1 changes per cell and step, dying out e^-.3 or less of the cells left in the state
        double[] critical = {.1, .1};
        assertThat(suits(critical, 0, 0, 1000, 5, 5)).isTrue();
        assertThat(suits(critical, .01, 0, 10, 5, 0)).isTrue();
        assertThat(suits(critical, .01, 0, 10.1, 5, 0)).isFalse();
        assertThat(suits(new double[] {.2, .12}, .01, 0, 14, 5, 0)).isFalse();
        assertThat(suits(new double[] {.1, .12}, .01, 0, 15.1, 5, 0)).isTrue();
        // what leaves the state counts as what dies in it
        assertThat(suits(new double[] {.1, .115}, .02, .005, 14, 5, 0)).isFalse();
        assertThat(suits(new double[] {.1, .12}, .02, .005, 14, 5, 0)).isTrue();
        assertThat(suits(new double[] {.2, .12}, .02, .02, 14, 5, 5)).isTrue();
    }

    @Test
    void suitsFrequentChangesWhereThereIsNobodyToMakeThemOrFewBesideMany() {
        double[] critical = {.1, .1};
        // mean arrivals per founder of the second state: (1 - e^-.28) = .244; of the first .244 of 12.3 are a tenth
        assertThat(suits(critical, 0, .02, 14, 0, 1)).isFalse();
        assertThat(suits(critical, 0, .02, 14, 1, 0)).isTrue();
        assertThat(suits(critical, 0, .02, 14, 2, 1)).isFalse();
        assertThat(suits(critical, 0, .02, 14, 3, 1)).isTrue();
        // often entered, and leading on
        assertThat(suits(critical, .02, .02, 14, 5, 0)).isFalse();
    }

    @Test
    void fewThatChangeBesideManyKeepEveryMeanAndTheVarianceOfTheSum() {
        // a drug-tolerant state that is left within days once the drug no longer acts
        double[] births = {.14, .02};
        double[] deaths = {.125, .03};
        double[] transitions = {0, 1e-4, .03, 0};
        BranchingStep step = new BranchingStep(2).set(2, births, deaths, transitions, new double[4], 56);
        SeparateStates separate = new SeparateStates(2);
        double[] founders = {400, 30};
        assertThat(separate.suit(births, deaths, transitions, 56, step, founders, 0))
                .isTrue();
        double[] sums = new double[2];
        double squares = 0;
        double fourth = 0;
        double[] mean = {400 * step.mean(0, 0) + 30 * step.mean(1, 0), 400 * step.mean(0, 1) + 30 * step.mean(1, 1)};
        double variance = 400 * step.familyVariance(0) + 30 * step.familyVariance(1);
        for (int run = 0; run < DRAWS; run++) {
            double[] cells = founders.clone();
            separate.sample(cells, 0, births, deaths, transitions, 56, step, random);
            sums[0] += cells[0];
            sums[1] += cells[1];
            double deviation = cells[0] + cells[1] - mean[0] - mean[1];
            squares += deviation * deviation;
            fourth += deviation * deviation * deviation * deviation;
        }
        double square = squares / DRAWS;
        GoodnessOfFit.assertMean(sums[0] / DRAWS, Math.sqrt(variance), DRAWS, mean[0]);
        GoodnessOfFit.assertMean(sums[1] / DRAWS, Math.sqrt(2 * mean[1]), DRAWS, mean[1]);
        // arrivals are Poisson clones: 5 % of the variance
        double spread = Math.sqrt(fourth / DRAWS - square * square) / Math.sqrt(DRAWS);
        assertThat(Math.abs(square - variance)).isLessThan(.05 * variance + 4.9 * spread);
    }
}
