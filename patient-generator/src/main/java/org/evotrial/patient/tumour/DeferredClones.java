package org.evotrial.patient.tumour;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.birthdeath.BirthDeathStep;
import org.evotrial.patient.birthdeath.BranchingStep;
import org.evotrial.patient.birthdeath.MutantInflux;
import org.evotrial.patient.sampling.Binomial;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.patient.sampling.Poisson;
import org.evotrial.spi.StrictFunctions;

/**
 * Small populations (one genotype in one lesion) whose random draw is put off.
 *
 * <p>Several steps of a branching process at constant rates have the law of one longer step, so that one draw in the end
 * is as exact as one per step. In the meantime the population counts as its expected size; below a million cells no
 * assay can tell the difference. Mutants that arrive in the meantime are clones: their expected number alive, and the mean
 * and the variance of their cells, are carried along; a clone that is alive is taken to be geometric in size when its
 * survival of a further step is computed, which it is at every age.
 */
final class DeferredClones {
    /** Cells from which a population follows its mean (relative standard deviation of a step about 0.1 %). */
    static final double BELOW = BirthDeathStep.MEAN_FROM;

    /** Most steps that are drawn as one. */
    static final int MOST_STEPS = 8;

    /** Arrived clones from which their cells are normal in sum (skewness below 0.1). */
    private static final double NORMAL_FROM = 1000;

    /** Share of the expected cells of clones from which their state speaks for all of them. */
    private static final double DOMINANT = 0.9;

    /** Expected cells of a state from which they are rounded to the nearest integer when a draw begins. */
    private static final double ROUNDED_FROM = 1000;

    private final int states;
    private final double[] drawn;
    private final double[] mean;
    private final int[] behind;
    private final double[] daysBehind;
    private final boolean[] alone;
    private final double[] clones;
    private final double[] variance;
    private double arrivedClones;

    /** Room for so many populations of so many states. */
    DeferredClones(int populations, int states) {
        this.states = states;
        drawn = new double[populations * states];
        mean = new double[populations * states];
        behind = new int[populations];
        daysBehind = new double[populations];
        alone = new boolean[populations];
        clones = new double[populations];
        variance = new double[populations];
    }

    /** Forgets a range of populations. */
    void clear(int from, int to) {
        Arrays.fill(behind, from, to, 0);
    }

    /** Number of steps by which a population is behind. */
    int behind(int population) {
        return behind[population];
    }

    /** Whether any of a range of populations is behind. */
    boolean anyBehind(int from, int to) {
        for (int population = from; population < to; population++) {
            if (behind[population] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Number of days by which a population that is behind is so. */
    double daysBehind(int population) {
        return daysBehind[population];
    }

    /** Whether a population that is behind has cells in its first state only, which none leaves. */
    boolean alone(int population) {
        return alone[population];
    }

    /** Puts off one step of so many days of a population that stays in its first state and is expected to have so many cells. */
    void putOff(int population, double cells, BirthDeathStep step, double days) {
        int at = population * states;
        if (behind[population] == 0) {
            alone[population] = true;
            drawn[at] = Math.rint(cells);
            forgetArrivals(population);
        } else if (clones[population] > 0) {
            double growth = step.growthFactor();
            double survival = step.survivalProbability();
            double perClone = mean[at] / clones[population] * survival;
            clones[population] *= perClone / (perClone + 1 - survival);
            variance[population] = growth * growth * variance[population] + step.varianceFactor() * mean[at];
            mean[at] *= growth;
        }
        addStep(population, days);
    }

    /**
     * Puts off one step of a population of several states.
     *
     * @param population the population
     * @param cells its cells at the beginning of the step, expected ones if it is behind already, from {@code from} on
     * @param step the step
     */
    void putOff(int population, double[] cells, int from, GenotypeStep step) {
        int at = population * states;
        if (behind[population] == 0) {
            alone[population] = false;
            System.arraycopy(cells, from, drawn, at, states);
            forgetArrivals(population);
        } else if (clones[population] > 0) {
            ageArrivals(population, step);
        }
        addStep(population, step.days());
    }

    private void addStep(int population, double days) {
        daysBehind[population] = behind[population]++ == 0 ? days : daysBehind[population] + days;
    }

    private void ageArrivals(int population, GenotypeStep step) {
        int at = population * states;
        BranchingStep all = step.all();
        double before = total(mean, at);
        double surviving = 0;
        double spread = 0;
        for (int s = 0; s < states; s++) {
            if (mean[at + s] >= DOMINANT * before && step.rarelyLeft(s)) {
                surviving = before * step.family(s).survivalProbability();
                spread = before * step.family(s).varianceFactor();
                break;
            }
            if (mean[at + s] > 0) {
                surviving += mean[at + s] * all.survivalProbability(s);
                spread += mean[at + s] * all.familyVariance(s);
            }
        }
        double perClone = surviving / clones[population];
        clones[population] *= perClone / (perClone + 1 - surviving / before);
        all.advanceMean(mean, at);
        double growth = total(mean, at) / before;
        variance[population] = growth * growth * variance[population] + spread;
    }

    private double total(double[] cells, int at) {
        double sum = 0;
        for (int s = 0; s < states; s++) {
            sum += cells[at + s];
        }
        return sum;
    }

    private void forgetArrivals(int population) {
        clones[population] = 0;
        variance[population] = 0;
        Arrays.fill(mean, population * states, (population + 1) * states, 0);
    }

    /**
     * Notes clones that arrived during the last step, as they are at its end.
     *
     * @param population where they arrived; it is behind
     * @param living expected number of living clones
     * @param cellVariance variance of the number of their cells
     */
    void arrive(int population, double living, double cellVariance) {
        clones[population] += living;
        variance[population] += cellVariance;
    }

    /** Notes the expected cells, in one state, of clones that arrived during the last step. */
    void arrive(int population, int state, double cells) {
        mean[population * states + state] += cells;
    }

    /** Number of clones of equal geometric law, of whose cells mean and variance are given. */
    static double clonesFromMoments(double mean, double variance) {
        return 2 * mean * mean / (mean + Math.max(mean, variance));
    }

    /**
     * Draws all steps that were put off.
     *
     * @param population the population
     * @param step the genotype's step
     * @param cells receives the cells at the end by state, from {@code at} on
     * @param random source of randomness
     */
    void draw(int population, GenotypeStep step, double[] cells, int at, UniformRandomProvider random) {
        double days = daysBehind[population];
        behind[population] = 0;
        if (alone[population]) {
            cells[at] = step.first(days).sample(drawn[population * states], random);
        } else {
            for (int s = 0; s < states; s++) {
                cells[at + s] = rounded(drawn[population * states + s], random);
            }
            step.sample(cells, at, days, random);
        }
        arrivedClones = 0;
        if (clones[population] > 0) {
            drawArrived(population, cells, at, random);
        }
    }

    private static double rounded(double cells, UniformRandomProvider random) {
        double below = Math.floor(cells);
        if (below == cells || cells >= ROUNDED_FROM) {
            return Math.rint(cells);
        }
        return random.nextDouble() < cells - below ? below + 1 : below;
    }

    private void drawArrived(int population, double[] cells, int at, UniformRandomProvider random) {
        double expected = total(mean, population * states);
        double arrived;
        if (clones[population] >= NORMAL_FROM) {
            arrivedClones = clones[population];
            double deviation = StrictFunctions.sqrt(variance[population]) * Normal.draw(random);
            arrived = Math.max(0, Math.rint(expected + deviation));
        } else {
            arrivedClones = Poisson.draw(clones[population], random);
            if (arrivedClones == 0) {
                return;
            }
            double perClone = expected / clones[population];
            double excess = Math.max(0, perClone - 1) * arrivedClones;
            double spread =
                    Math.max(0, variance[population] / clones[population] - perClone * perClone) * arrivedClones;
            arrived = arrivedClones + MutantInflux.sampleByMoments(excess, spread, random);
        }
        place(arrived, mean, population * states, expected, cells, at, random);
    }

    /** Spreads cells over the states, each by itself, in the proportions of the given expectations. */
    private void place(
            double number,
            double[] expectations,
            int from,
            double expected,
            double[] cells,
            int at,
            UniformRandomProvider random) {
        double left = number;
        double share = expected;
        for (int s = 0; s < states - 1 && left > 0; s++) {
            double here = expectations[from + s] >= share
                    ? left
                    : Binomial.draw(left, expectations[from + s] / share, random);
            cells[at + s] += here;
            left -= here;
            share -= expectations[from + s];
        }
        cells[at + states - 1] += left;
    }

    /** Number of living clones among what arrived before the last draw. */
    double arrivedClones() {
        return arrivedClones;
    }
}
