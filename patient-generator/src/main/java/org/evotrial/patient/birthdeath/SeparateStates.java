package org.evotrial.patient.birthdeath;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.sampling.Poisson;

/**
 * Draws the cells of every state by themselves, where a cell that leaves a state hardly comes back within the step: those that
 * never left it by the linear-fractional law, and those that came in as clones of geometric size, with the exact mean and
 * variance of their number. Every state has its exact mean and variance; that states share families is left out.
 */
final class SeparateStates {
    /** Largest sum over states of the expected returns within a step; the probability to come back is about as large. */
    private static final double FEW_RETURNS = 1;

    private static final int LONGEST_WAY = 4;

    private final BirthDeathStep[] own;
    private final double[] founders;
    private final double[] way;
    private final double[] longer;
    private final FamilyMoments moments;
    private double[] mean = {};
    private int m;

    /** Workspace for so many states, on moments that the caller computes. */
    SeparateStates(int mostStates, FamilyMoments moments) {
        this.moments = moments;
        own = new BirthDeathStep[mostStates];
        Arrays.setAll(own, i -> new BirthDeathStep());
        founders = new double[mostStates];
        way = new double[mostStates * mostStates];
        longer = new double[mostStates * mostStates];
    }

    /** Whether few cells come back to a state that they left, along ways of up to four changes. */
    boolean suit(int states, double[] generator, double days) {
        double returns = 0;
        for (int e = 0; e < states * states; e++) {
            way[e] = e % states == e / states ? 0 : generator[e] * days;
        }
        for (int length = 2; length <= LONGEST_WAY; length++) {
            for (int i = 0; i < states; i++) {
                for (int j = 0; j < states; j++) {
                    double sum = 0;
                    for (int k = 0; k < states; k++) {
                        sum += k == j ? 0 : way[i * states + k] * generator[k * states + j] * days;
                    }
                    longer[i * states + j] = sum;
                }
                returns += longer[i * states + i] / length;
            }
            System.arraycopy(longer, 0, way, 0, states * states);
        }
        return returns <= FEW_RETURNS;
    }

    /** Takes new rates and means; moments must have been computed. */
    void set(int states, double[] births, double[] deaths, double[] transitions, double[] means, double days) {
        m = states;
        mean = means;
        for (int i = 0; i < m; i++) {
            double leaving = 0;
            for (int j = 0; j < m; j++) {
                leaving += transitions[i * m + j];
            }
            own[i].set(births[i], deaths[i] + leaving, days);
        }
    }

    /** Replaces cells by those at the end of the step. */
    void sample(double[] cells, int at, UniformRandomProvider random) {
        System.arraycopy(cells, at, founders, 0, m);
        for (int j = 0; j < m; j++) {
            double expected = -founders[j] * own[j].growthFactor();
            double spread = -founders[j] * own[j].varianceFactor();
            for (int i = 0; i < m; i++) {
                double one = mean[i * m + j];
                expected += founders[i] * one;
                spread += founders[i] * (moments.factorial(i, j, j) + one - one * one);
            }
            double stayed = founders[j] > 0 ? own[j].sample(founders[j], random) : 0;
            cells[at + j] = stayed + (expected > 1e-9 ? arrived(expected, spread, random) : 0);
        }
    }

    private static double arrived(double expected, double spread, UniformRandomProvider random) {
        double clones = 2 * expected * expected / (expected + Math.max(expected, spread));
        if (clones >= BirthDeathStep.NORMAL_FROM) {
            return MutantInflux.sampleByMoments(expected, spread, random);
        }
        double living = Poisson.draw(clones, random);
        double perClone = Math.max(1, expected / clones);
        return living == 0
                ? 0
                : living
                        + MutantInflux.sampleByMoments(
                                living * (perClone - 1), living * perClone * (perClone - 1), random);
    }
}
