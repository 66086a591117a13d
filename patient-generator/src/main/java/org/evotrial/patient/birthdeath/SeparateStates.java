package org.evotrial.patient.birthdeath;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Poisson;

/**
 * Draws the cells of every state by themselves, where changes of state are rare or lead into a state that dies out: much
 * faster than {@link BranchingStep#sample}. Cells that never left their state follow the linear-fractional law; cells that
 * came in are clones, of the exact mean number and with the variance of {@link MutantInflux} for their main source. That
 * states share families is left out: one founder can count as alive in two states.
 *
 * <p>Instances are mutable and meant to be reused; nothing is allocated after construction.
 */
public final class SeparateStates {
    /** Expected changes of state per cell and step that are rare. */
    private static final double RARE = 0.1;

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
     * Whether every change of state is rare within the step, or leads into a state whose cells die out.
     *
     * @param births b_i per day
     * @param deaths d_i per day
     * @param transitions k_ij per day at index i m + j
     * @param days length of the step
     */
    public boolean suit(double[] births, double[] deaths, double[] transitions, double days) {
        sumLeaving(transitions);
        for (int i = 0; i < states; i++) {
            for (int j = 0; j < states; j++) {
                boolean rare = i == j || transitions[i * states + j] * days <= RARE;
                if (!rare && (births[j] - deaths[j] - leaving[j]) * days > DYING) {
                    return false;
                }
            }
        }
        return true;
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
            own.set(births[j], deaths[j] + leaving[j], days);
            double stayed = founders[j] > 0 ? own.sample(founders[j], random) : 0;
            double expected = -founders[j] * own.growthFactor();
            int source = -1;
            double most = 0;
            for (int i = 0; i < states; i++) {
                expected += founders[i] * step.mean(i, j);
                double flow = i == j ? 0 : founders[i] * transitions[i * states + j];
                if (flow > most) {
                    most = flow;
                    source = i;
                }
            }
            cells[at + j] = stayed;
            if (source >= 0 && expected > LEAST_ARRIVALS) {
                double net = births[source] - deaths[source] - leaving[source];
                influx.set(transitions[source * states + j], net, births[j], deaths[j] + leaving[j], days);
                cells[at + j] += arrived(expected, random);
            }
        }
    }

    private double arrived(double expected, UniformRandomProvider random) {
        double parents = expected / influx.meanPerParent();
        double spread = parents * influx.variancePerParent();
        double clones = Math.min(expected, parents * influx.livingClonesPerParent());
        if (clones >= BirthDeathStep.NORMAL_FROM) {
            return MutantInflux.sampleByMoments(expected, spread, random);
        }
        double living = Poisson.draw(clones, random);
        if (living == 0) {
            return 0;
        }
        double perClone = Math.max(1, expected / clones);
        double within = Math.max(0, spread / clones - perClone * perClone);
        return living + MutantInflux.sampleByMoments(living * (perClone - 1), living * within, random);
    }
}
