package org.evotrial.patient.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.evotrial.patient.birthdeath.BranchingStep;
import org.evotrial.patient.theory.BackwardEquation.Phase;
import org.junit.jupiter.api.Test;

/** The theory against other solutions, where its formulas change over to series, and what it refuses. */
class IndependentSolutionsTest {
    /** The other solution is a Taylor series of the equation that has mutated divisions apart (birthdeath). */
    @Test
    void frequentMutationsAndTransitionsSurviveAsInTheBranchingStep() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        for (int repeat = 0; repeat < 20; repeat++) {
            double[] births = new double[3];
            double[] deaths = new double[3];
            double[] faithful = new double[3];
            double[] transitions = new double[9];
            double[] productions = new double[9];
            for (int i = 0; i < 3; i++) {
                births[i] = .3 * random.nextDouble();
                deaths[i] = .3 * random.nextDouble();
            }
            BranchingRates rates = BranchingRates.of(births, deaths);
            for (int i = 0; i < 3; i++) {
                double mutated = 0;
                for (int j = 0; j < 3; j++) {
                    if (i != j) {
                        double u = .4 * random.nextDouble();
                        transitions[3 * i + j] = .1 * random.nextDouble();
                        rates = rates.withMutation(i, j, u).withTransition(i, j, transitions[3 * i + j]);
                        productions[3 * i + j] = births[i] * u;
                        mutated += u;
                    }
                }
                faithful[i] = births[i] * (1 - mutated);
            }
            BranchingStep step = new BranchingStep(3).set(3, faithful, deaths, transitions, productions, 28);
            BackwardEquation equation = BackwardEquation.of(new Phase(rates, 28));
            double[] survival = equation.survival();
            double[] extinction = equation.extinction();
            double[] present = equation.presence(1);
            double[] absent = equation.absence(1);
            for (int i = 0; i < 3; i++) {
                assertThat(survival[i]).isCloseTo(step.survivalProbability(i), withinPercentage(1e-8));
                assertThat(extinction[i]).isEqualTo(1 - survival[i]);
                assertThat(absent[i]).isEqualTo(1 - present[i]);
                assertThat(present[i]).isPositive().isLessThan(survival[i]);
            }
        }
    }

    @Test
    void aPhaseOfNoDaysChangesNothing() {
        BranchingRates rates =
                BranchingRates.of(new double[] {.2, .2}, new double[] {.1, .1}).withMutation(0, 1, 1e-3);
        assertThat(BackwardEquation.of(new Phase(rates, 0)).survival()).containsExactly(1, 1);
        TumourAtDetection tumour = new TumourAtDetection(rates, 500);
        BackwardEquation none = BackwardEquation.of(new Phase(rates, 0));
        assertThat(tumour.absence(none, 1)).isEqualTo(tumour.absence(1)).isBetween(.01, .99);
    }

    /** U b M times the midpoint sum of e^((r' - r) a) over the ages up to ln(M s)/r in 100,000 parts. */
    @Test
    void mutantsOfOtherFitnessHaveTheirExpectedCells() {
        ResistanceAtDetection tumour = new ResistanceAtDetection(.25, .18, 2e-4, 5000);
        double age = Math.log(5000 * .28) / .07;
        for (double[] mutant : new double[][] {{.25, .19}, {.3, .18}, {.1, .3}}) {
            double advantage = mutant[0] - mutant[1] - .07;
            double sum = 0;
            for (int i = 0; i < 100_000; i++) {
                sum += Math.exp(advantage * age * (i + .5) / 100_000) * age / 100_000;
            }
            assertThat(new UnequalFitness(tumour, mutant[0], mutant[1]).expectedResistantCells())
                    .isCloseTo(2e-4 * .25 * 5000 * sum, withinPercentage(1e-6));
        }
    }

    @Test
    void fewCellsHaveTheProbabilitiesThatTheyHaveAmongMany() {
        ResistantCells cells = new ResistantCells(new ResistanceAtDetection(.25, .18, 2e-4, 5000));
        double[] many = cells.probabilities(400);
        for (int most : new int[] {0, 1, 2, 7}) {
            double[] few = cells.probabilities(most);
            for (int n = 0; n <= most; n++) {
                assertThat(few[n]).isCloseTo(many[n], withinPercentage(1e-11));
            }
        }
    }

    /** Both integrals to second order in the exponent x = (b - d) T, (b + d) T e^x (1 + x/2) and 1/(1 + b T) there. */
    @Test
    void nearlyBalancedCellsKeepTheirDigits() {
        for (double net : new double[] {0, 1e-10, -1e-10, 9e-10, 3e-9, -3e-9}) {
            CloneSize size = new CloneSize(.2 + net, .2, 10);
            double x = 10 * net;
            double variance = (.4 + net) * 10 * (1 + 1.5 * x);
            assertThat(size.variance()).isCloseTo(variance, within(1e-14 * variance));
            // s = e^x / (1 + b T (1 + x/2)) to first order
            double survival = 1 / (3 + 10 * net) * (1 + x - (2 + 10 * net) * x / 2 / 3);
            assertThat(size.survivalProbability()).isCloseTo(survival, within(1e-14));
        }
    }

    @Test
    void subclonesWithHardlyAnyDeathKeepTheirDigits() {
        // -ln(1 - t)/t = 1 + t/2 + t^2/3
        for (double turnover : new double[] {0, 5e-10, 2e-9, 1e-6}) {
            double mean = new ResistanceAtDetection(.2, .2 * turnover, 1e-8, 1e8).livingSubclones();
            assertThat(mean)
                    .isCloseTo(1 + turnover / 2 + turnover * turnover / 3, within(turnover < 1e-9 ? 1e-15 : 1e-7));
        }
    }

    @Test
    void theQuadratureSaysWhereItFails() {
        assertThat(DoubleExponential.integrate((x, rest) -> 1 / Math.sqrt(x * rest)))
                .isCloseTo(Math.PI, within(1e-13));
        // noise of 1e-12 keeps sums from agreeing to 1e-14, not from the result; a jump does
        assertThat(DoubleExponential.integrate((x, rest) -> 1 + 1e-12 * Math.sin(1e7 * x)))
                .isCloseTo(1, within(1e-11));
        assertThatThrownBy(() -> DoubleExponential.integrate((x, rest) -> x < .3 ? 1 : 0))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("did not converge");
    }

    private static void assertRefused(ThrowingCallable mistake, String what) {
        assertThatThrownBy(mistake).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(what);
    }

    @Test
    void argumentsOutsideTheirDomainAreNamed() {
        double[] one = {.1};
        BranchingRates two = BranchingRates.of(new double[] {.2, .2}, new double[] {.1, .1});
        assertRefused(() -> BranchingRates.of(new double[0], new double[0]), "number of types (0.0)");
        assertRefused(() -> BranchingRates.of(new double[] {-1}, one), "birthsPerDay (-1.0)");
        assertRefused(() -> BranchingRates.of(one, new double[] {Double.NaN}), "deathsPerDay (NaN)");
        assertRefused(() -> two.withMutation(0, 1, 1.5), "probability (1.5)");
        assertRefused(() -> two.withMutation(0, 2, .1), "type (2.0)");
        assertRefused(() -> two.withMutation(-1, 1, .1), "type (-1.0)");
        assertRefused(() -> two.withTransition(1, 1, .1), "type (1.0)");
        assertRefused(() -> two.withTransition(0, 1, -.1), "rate perDay (-0.1)");
        assertRefused(
                () -> BackwardEquation.of(new Phase(two, 1), new Phase(BranchingRates.of(one, one), 1)),
                "number of types of phase 1 (1.0)");
        assertRefused(() -> BackwardEquation.of(new Phase(two, 1)).presence(), "number of types in question (0.0)");
        assertRefused(() -> BackwardEquation.none(new double[] {.1}, 1, 2), "number of types (2.0)");
        assertRefused(() -> BackwardEquation.none(new double[] {.1}, -1), "cells (-1.0)");
        assertRefused(() -> new CloneSize(.1, .1, 1).probability(0, 1), "cells (0.0)");
        assertRefused(() -> new CloneSize(.1, .1, 1).probability(1, -1), "n (-1.0)");
        assertRefused(() -> new CloneSize(.1, .1, 1 / 0.0), "days (Infinity)");
        TumourAtDetection tumour = new TumourAtDetection(two, 100);
        assertRefused(() -> tumour.none(.1), "number of chances (1.0)");
        assertRefused(() -> tumour.none(.1, 1.1), "chance (1.1)");
        TimeToDetection time = new TimeToDetection(.2, .1, 1e6);
        assertRefused(() -> time.by(Double.NaN), "day (NaN)");
        assertRefused(() -> time.quantileDays(0), "probability (0.0)");
        assertRefused(() -> time.quantileDays(1), "probability (1.0)");
        assertRefused(() -> new TimeToDetection(.2, -.1, 1e6), "deathPerDay (-0.1)");
        assertRefused(() -> new TimeToDetection(.2, .2, 1e6), "birthPerDay (0.2)");
    }

    @Test
    void argumentsOfTheLawsOfResistanceOutsideTheirDomainAreNamed() {
        DualTherapy dual = new DualTherapy(.14, .13, .17, 1e-9, 50, 50, 1);
        assertRefused(() -> dual.noSharedBefore(-1), "cells (-1.0)");
        assertRefused(() -> dual.noSharedDuring(-1), "cells (-1.0)");
        assertRefused(() -> dual.noDoubleBefore(0), "cells (0.0)");
        assertRefused(() -> dual.noDoubleDuring(Double.NaN), "cells (NaN)");
        assertRefused(() -> new DualTherapy(.14, .13, 1 / 0.0, 1e-9, 50, 50, 1), "treatedDeathPerDay (Infinity)");
        ResistanceAtDetection tumour = new ResistanceAtDetection(.25, .18, 2e-4, 5000);
        assertRefused(() -> tumour.largestSubcloneExceeds(1.1), "fraction (1.1)");
        assertRefused(() -> new ResistantCells(tumour).probabilities(-1), "most (-1.0)");
        SubclonesByAge subclones = new SubclonesByAge(tumour);
        assertRefused(() -> subclones.exceedsInLimit(0, 1), "rank (0.0)");
        assertRefused(() -> subclones.exceedsInLimit(1, -1), "size (-1.0)");
        assertRefused(() -> subclones.sizeExceededInLimit(0, .5), "rank (0.0)");
        assertRefused(() -> subclones.sizeExceededInLimit(1, 0), "probability (0.0)");
        assertRefused(() -> subclones.sizeExceededInLimit(1, 1.1), "probability (1.1)");
        assertRefused(() -> subclones.exceeds(1, -1), "size (-1.0)");
        assertRefused(
                () -> new SubclonesByAge(new ResistanceAtDetection(.25, .18, 0, 5000)), "mutationsPerDivision (0.0)");
        assertRefused(() -> new UnequalFitness(tumour, 0, .1), "mutantBirthPerDay (0.0)");
    }
}
