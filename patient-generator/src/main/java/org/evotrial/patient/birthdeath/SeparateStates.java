package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Binomial;
import org.evotrial.patient.sampling.Poisson;
import org.evotrial.spi.StrictFunctions;

/**
 * Draws the cells of every state by themselves, where founders rarely change state or into one that dies out: much faster
 * than {@link BranchingStep#sample}. Cells that never left their state, or came back, follow the linear-fractional law with the
 * exact mean; cells that came in are clones, of the exact mean number and with the variance of {@link MutantInflux} for their
 * main source. That states share families is left out: one founder can count as alive in two states.
 *
 * <p>Instances are mutable and meant to be reused; nothing is allocated after construction.
 */
public final class SeparateStates {
    /** Expected changes of state per cell and step that are rare. */
    public static final double RARE = 0.1;

    /** Logarithm of the mean factor of the cells of a state in the step, below which they count as dying out. */
    private static final double DYING = -0.3;

    private static final double LEAST_ARRIVALS = 1e-9;

    private final int states;
    private final BirthDeathStep own = new BirthDeathStep();
    private final MutantInflux influx = new MutantInflux();
    private final double[] founders;
    private final double[] leaving;

    /** Workspace for so many states. */
    public SeparateStates(int states) {
        this.states = states;
        founders = new double[states];
        leaving = new double[states];
    }

    /**
     * Whether every state of which there are cells is rarely left within the step, or left for one whose cells die out or that
     * holds far more; and no state that is often entered leads on.
     *
     * @param births b_i per day
     * @param deaths d_i per day
     * @param transitions k_ij per day at index i m + j
     * @param days length of the step
     * @param step the same rates and length; gives the means
     * @param cells cells per state from index {@code at} on
     * @param at first index
     */
    public boolean suit(
            double[] births,
            double[] deaths,
            double[] transitions,
            double days,
            BranchingStep step,
            double[] cells,
            int at) {
        sumLeaving(transitions);
        for (int i = 0; i < states; i++) {
            boolean passedThrough = cells[at + i] > 0 || oftenEntered(i, transitions, days, cells, at);
            for (int j = 0; j < states && passedThrough; j++) {
                boolean rare = i == j || transitions[i * states + j] * days <= RARE;
                if (!rare
                        && (births[j] - deaths[j] - leaving[j]) * days > DYING
                        && !(cells[at + i] * step.mean(i, j) < RARE * cells[at + j] * step.mean(j, j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean oftenEntered(int state, double[] transitions, double days, double[] cells, int at) {
        for (int i = 0; i < states; i++) {
            if (cells[at + i] > 0 && transitions[i * states + state] * days > RARE) {
                return true;
            }
        }
        return false;
    }

    private void sumLeaving(double[] transitions) {
        for (int i = 0; i < states; i++) {
            leaving[i] = 0;
            for (int j = 0; j < states; j++) {
                leaving[i] += transitions[i * states + j];
            }
        }
    }

    /**
     * Replaces cells by those at the end of the step.
     *
     * @param cells cells per state from index {@code at} on, integers while below 1e6
     * @param at first index
     * @param step the same rates and length; gives the means
     * @param random source of randomness
     */
    public void sample(
            double[] cells,
            int at,
            double[] births,
            double[] deaths,
            double[] transitions,
            double days,
            BranchingStep step,
            UniformRandomProvider random) {
        sumLeaving(transitions);
        System.arraycopy(cells, at, founders, 0, states);
        for (int j = 0; j < states; j++) {
            double inState = 0;
            if (founders[j] > 0) {
                own.set(births[j], deathsWithoutReturn(births[j], deaths[j] + leaving[j], step.mean(j, j), days), days);
                inState = own.sample(founders[j], random);
            }
            double expected = 0;
            double most = 0;
            int source = 0;
            for (int i = 0; i < states; i++) {
                double from = i == j ? 0 : founders[i] * step.mean(i, j);
                expected += from;
                if (from > most) {
                    most = from;
                    source = i;
                }
            }
            if (expected > LEAST_ARRIVALS) {
                double net = births[source] - deaths[source] - leaving[source];
                influx.set(1, net, births[j], deaths[j] + leaving[j], days);
                inState += arrived(expected, random);
            }
            cells[at + j] = inState;
        }
    }

    /** The rate of losses that gives the exact mean: cells that left and came back count as if they had stayed. */
    private static double deathsWithoutReturn(double births, double losses, double mean, double days) {
        return mean > Double.MIN_NORMAL && days > 0
                ? Math.max(0, Math.min(losses, births - StrictFunctions.log(mean) / days))
                : losses;
    }

    private double arrived(double expected, UniformRandomProvider random) {
        double parents = expected / influx.meanPerParent();
        double spread = parents * influx.variancePerParent();
        if (expected * expected >= BirthDeathStep.NORMAL_FROM * spread) {
            return MutantInflux.sampleByMoments(expected, spread, random);
        }
        // clones have a living cell each, so that there are no more of them than cells are expected
        double most = Poisson.draw(expected, random);
        if (most == 0) {
            return 0;
        }
        double clones = Math.min(expected, parents * influx.livingClonesPerParent());
        double living = clones < expected ? Binomial.draw(most, clones / expected, random) : most;
        if (living == 0) {
            return 0;
        }
        double perClone = Math.max(1, expected / clones);
        double within = Math.max(0, spread / clones - perClone * perClone);
        return living + MutantInflux.sampleByMoments(living * (perClone - 1), living * within, random);
    }
}
