package org.evotrial.patient.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.patient.theory.BackwardEquation.Phase;
import org.junit.jupiter.api.Test;

class BackwardEquationTest {
    private static final double FOR_EVER = Double.POSITIVE_INFINITY;

    private static BranchingRates one(double birth, double death) {
        return BranchingRates.of(new double[] {birth}, new double[] {death});
    }

    private static double survival(BranchingRates rates, double days) {
        return BackwardEquation.of(new Phase(rates, days)).survival()[0];
    }

    @Test
    void oneTypeHasTheLinearFractionalLaw() {
        for (double[] rates : new double[][] {{.14, .13}, {.14, .14}, {.1, .15}, {0, .1}, {.2, 0}}) {
            for (double days : new double[] {.01, 28, 500}) {
                assertThat(survival(one(rates[0], rates[1]), days))
                        .isCloseTo(
                                new CloneSize(rates[0], rates[1], days).survivalProbability(), withinPercentage(1e-7));
            }
        }
    }

    @Test
    void phasesCompose() {
        // exact: 28 days on a drug, then off: extinct in both, or n survivors of which all go extinct
        double drug = new CloneSize(.14, .2, 28).survivalProbability();
        BackwardEquation course = BackwardEquation.of(
                new Phase(one(.14, .2), 28), new Phase(one(.14, .1), 30), new Phase(one(.14, .1), FOR_EVER));
        double ultimate = 4.0 / 14;
        double sum = 0;
        CloneSize law = new CloneSize(.14, .2, 28);
        for (int n = 1; n < 500; n++) {
            sum += law.probability(n) * (1 - Math.pow(1 - ultimate, n));
        }
        assertThat(course.survival()[0]).isCloseTo(sum, withinPercentage(1e-8)).isLessThan(drug);
    }

    @Test
    void survivalForEverIsOneMinusTheRatioOfDeathToBirth() {
        assertThat(survival(one(.14, .13), FOR_EVER)).isCloseTo(1.0 / 14, withinPercentage(1e-10));
        assertThat(survival(one(.14, .14), FOR_EVER)).isZero();
        assertThat(survival(one(.14, .15), FOR_EVER)).isZero();
        assertThat(survival(one(0, 0), FOR_EVER)).isEqualTo(1);
        assertThat(survival(one(.1, 0), FOR_EVER)).isEqualTo(1);
    }

    @Test
    void aTinyChancePerCellKeepsItsDigits() {
        // two steps in decline, u = 1e-9 each: p = (b u/(d'-b))^2 s to first order, 1e-20 and below
        BranchingRates rates = BranchingRates.of(new double[] {.14, .14, .14}, new double[] {.17, .17, .13})
                .withMutation(0, 1, 1e-9)
                .withMutation(1, 2, 1e-9);
        double step = .14 * 1e-9 / .03;
        double[] survival = BackwardEquation.of(new Phase(rates, FOR_EVER)).survival();
        assertThat(survival[0]).isCloseTo(step * step / 14, withinPercentage(1e-5));
    }

    @Test
    void anEndlessPhaseIsTheLimitOfALongOne() {
        BranchingRates rates = BranchingRates.of(new double[] {.2, .1, .3}, new double[] {.25, .12, .22})
                .withMutation(0, 1, .02)
                .withMutation(1, 2, .01)
                .withTransition(2, 0, .05)
                .withTransition(0, 2, .001);
        double[] limit = BackwardEquation.of(new Phase(rates, FOR_EVER)).survival();
        double[] late = BackwardEquation.of(new Phase(rates, 3000)).survival();
        for (int i = 0; i < 3; i++) {
            assertThat(limit[i]).isBetween(1e-4, .5).isCloseTo(late[i], withinPercentage(1e-6));
        }
    }

    @Test
    void relabellingTypesChangesNothing() {
        BranchingRates rates = BranchingRates.of(new double[] {.2, .1}, new double[] {.15, .12})
                .withMutation(0, 1, .02)
                .withTransition(1, 0, .1);
        BranchingRates swapped = BranchingRates.of(new double[] {.1, .2}, new double[] {.12, .15})
                .withMutation(1, 0, .02)
                .withTransition(0, 1, .1);
        double[] one = BackwardEquation.of(new Phase(rates, 40)).absence(1);
        double[] other = BackwardEquation.of(new Phase(swapped, 40)).absence(0);
        assertThat(one).containsExactly(new double[] {other[1], other[0]}, within(1e-12));
    }

    @Test
    void manyCellsAreIndependent() {
        double[] chances = {1e-12, .5};
        assertThat(BackwardEquation.none(chances, 1e12, 0)).isCloseTo(Math.exp(-1), within(1e-11));
        assertThat(BackwardEquation.none(chances, 0, 3)).isCloseTo(.125, within(1e-15));
    }

    @Test
    void detectionAgreesWithTheClosedFormsOfOneStep() {
        // the closed form counts foundings without bound into the past: exponents differ by U/s at most
        ResistanceAtDetection closed = new ResistanceAtDetection(.25, .18, 2e-4, 5000);
        BranchingRates rates = BranchingRates.of(new double[] {.25, .25}, new double[] {.18, .18})
                .withMutation(0, 1, 2e-4);
        double exact = new TumourAtDetection(rates, 5000).absence(1);
        assertThat(-Math.log(exact)).isCloseTo(closed.livingSubclones(), within(2e-4 / .28 * 1.001));
        UnequalFitness unequal = new UnequalFitness(closed, .2, .22);
        BranchingRates costly = BranchingRates.of(new double[] {.25, .2}, new double[] {.18, .22})
                .withMutation(0, 1, 2e-4);
        assertThat(-Math.log(new TumourAtDetection(costly, 5000).absence(1)))
                .isCloseTo(unequal.livingSubclones(), within(2e-4 / .28 * 1.001));
    }

    @Test
    void treatmentAfterDetectionAgreesWithTheClosedForms() {
        // a mutant from before or from under treatment survives for ever: exp(-U M (1 - s/s'))
        BranchingRates rates = BranchingRates.of(new double[] {.14, .14}, new double[] {.13, .13})
                .withMutation(0, 1, 5e-8);
        BackwardEquation therapy = BackwardEquation.of(new Phase(rates.withDeaths(.17, .13), FOR_EVER));
        double cells = 1e7;
        double closed = Math.exp(-5e-8 * cells)
                * new DeclineUnderTreatment(.14, .17, 1.0 / 14, 5e-8, cells).noSurvivingMutant();
        assertThat(new TumourAtDetection(rates, cells).eradication(therapy)).isCloseTo(closed, within(2e-6));
    }

    @Test
    void twoStepsAgreeWithTheEventByEventSimulation() {
        // u = .0015 and .002 per division; the smallest shift that 6,000 tumours detect with power .999 is .05
        BranchingRates rates = BranchingRates.of(new double[] {.25, .25, .25, .25}, new double[] {.1, .1, .1, .1})
                .withMutation(0, 1, .0015)
                .withMutation(0, 2, .002)
                .withMutation(1, 3, .002)
                .withMutation(2, 3, .0015);
        double exact = new TumourAtDetection(rates, 4000).absence(3);
        UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 9, 0, 0});
        int tumours = 6000;
        long none = 0;
        for (int i = 0; i < tumours; i++) {
            none += doublyResistantAt(4000, .0015, .002, random) == 0 ? 1 : 0;
        }
        assertThat(exact).isBetween(.3, .9);
        GoodnessOfFit.assertShare(none, tumours, exact);
    }

    /** Doubly resistant cells when there are so many sensitive ones, at birth .25 and death .1 per day. */
    private static int doublyResistantAt(int size, double first, double second, UniformRandomProvider random) {
        while (true) {
            int[] cells = {1, 0, 0, 0};
            while (cells[0] > 0 && cells[0] < size) {
                int total = cells[0] + cells[1] + cells[2] + cells[3];
                int chosen = random.nextInt(total);
                int type = 0;
                while (chosen >= cells[type]) {
                    chosen -= cells[type++];
                }
                if (random.nextDouble() * .35 < .1) {
                    cells[type]--;
                    continue;
                }
                double u = random.nextDouble();
                int daughter = type;
                if ((type == 0 || type == 2) && u < first) {
                    daughter = type + 1;
                } else if ((type == 0 || type == 1) && u >= first && u < first + second) {
                    daughter = type + 2;
                }
                cells[daughter]++;
            }
            if (cells[0] > 0) {
                return cells[3];
            }
        }
    }

    @Test
    void whatIsOutsideTheDomainIsRejected() {
        BranchingRates rates = one(.2, .1);
        assertThatThrownBy(() -> BackwardEquation.of()).hasMessageContaining("number of phases (0.0)");
        assertThatThrownBy(() -> BackwardEquation.of(new Phase(rates, FOR_EVER), new Phase(rates, 1)))
                .hasMessageContaining("days of phase 0 (Infinity)");
        assertThatThrownBy(() -> BackwardEquation.of(new Phase(rates, FOR_EVER)).absence(0))
                .hasMessageContaining("days of the last phase (Infinity)");
        assertThatThrownBy(() -> BackwardEquation.of(new Phase(rates, 1)).absence(1))
                .hasMessageContaining("type (1.0)");
        assertThatThrownBy(() -> rates.withMutation(0, 0, .1)).hasMessageContaining("type (0.0)");
        BranchingRates two =
                BranchingRates.of(new double[] {.1, .1, .1}, new double[3]).withMutation(0, 1, .7);
        assertThatThrownBy(() -> two.withMutation(0, 2, .4)).hasMessageContaining("sum of the probabilities of type 0");
        assertThatThrownBy(() -> new TumourAtDetection(one(.1, .2), 1e6)).hasMessageContaining("net growth of type 0");
        assertThatThrownBy(() -> BranchingRates.of(new double[] {.1}, new double[2]))
                .hasMessageContaining("number of deathsPerDay (2.0) must be 1");
    }
}
