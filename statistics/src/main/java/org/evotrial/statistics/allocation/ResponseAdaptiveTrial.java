package org.evotrial.statistics.allocation;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;

/**
 * Simulates trials of a {@link ResponseAdaptiveDesign}; what the last one came to is read from here. Not thread-safe;
 * allocates nothing per trial once it has grown to what it needs.
 */
public final class ResponseAdaptiveTrial {
    private final ResponseAdaptiveDesign design;
    private final ResponseAdaptiveAllocation allocation;
    private final BinaryArms results;
    private final double[] shares;
    private final double[] best;
    private final double[] better;
    private final int[] pendingArms;
    private final boolean[] pendingResponses;
    private int randomised;
    private int control;
    private int superior;
    private int selected;

    /**
     * A simulator before its first trial.
     *
     * @param design the design
     */
    public ResponseAdaptiveTrial(ResponseAdaptiveDesign design) {
        this.design = design;
        allocation = new ResponseAdaptiveAllocation(design.rule());
        results = new BinaryArms(design.arms(), design.priorAlpha(), design.priorBeta());
        shares = new double[design.arms()];
        best = new double[design.arms()];
        better = new double[design.arms()];
        pendingArms = new int[design.mostPatients()];
        pendingResponses = new boolean[design.mostPatients()];
    }

    /**
     * Simulates a trial.
     *
     * @param responseProbabilities true probability of each arm, in [0, 1]
     * @param random gives two numbers per patient
     * @throws IllegalArgumentException if there are fewer probabilities than arms
     */
    public void simulate(double[] responseProbabilities, UniformRandomProvider random) {
        Admissible.inRange(
                "number of response probabilities", responseProbabilities.length, design.arms(), design.arms());
        results.reset();
        randomised = 0;
        control = design.control();
        superior = -1;
        allocation.probabilities(results, control, 0, shares);
        boolean running = true;
        for (int look = 0; running; look++) {
            randomise(design.randomisedBy(look), responseProbabilities, random);
            observe(design.look(look));
            running = decide() && look + 1 < design.lookCount();
            if (running) {
                allocation.probabilities(results, control, (double) randomised / design.mostPatients(), shares);
            }
        }
        selected = superior >= 0 ? superior : most(best);
        observe(randomised);
    }

    private void randomise(int until, double[] responseProbabilities, UniformRandomProvider random) {
        while (randomised < until) {
            double u = random.nextDouble();
            int arm = 0;
            double below = shares[0];
            while (u >= below && arm < shares.length - 1) {
                arm++;
                below += shares[arm];
            }
            // Rounding may leave a sliver above the sum of the shares.
            while (!results.isOpen(arm)) {
                arm--;
            }
            pendingArms[randomised] = arm;
            pendingResponses[randomised] = random.nextDouble() < responseProbabilities[arm];
            randomised++;
        }
    }

    private void observe(int until) {
        for (int i = results.total(); i < until; i++) {
            results.add(pendingArms[i], pendingResponses[i]);
        }
    }

    /** Closes arms and notices superiority; returns whether the trial goes on. */
    private boolean decide() {
        allocation.best(results, best);
        if (control < 0) {
            superior = leader();
            closeBelow(best);
        } else {
            allocation.better(results, control, better);
            int winner = winner();
            if (winner >= 0) {
                results.close(control);
                control = winner;
                allocation.better(results, control, better);
            }
            closeBelow(better);
        }
        if (superior < 0 && results.openArms() == 1) {
            superior = onlyOpen();
        }
        return superior < 0;
    }

    private int leader() {
        int leader = most(best);
        return best[leader] > design.superiority() ? leader : -1;
    }

    /** Of the arms superior to the control the one most probably best; -1 if there is none. */
    private int winner() {
        int winner = -1;
        for (int i = 0; i < better.length; i++) {
            if (better[i] > design.superiority() && (winner < 0 || best[i] > best[winner])) {
                winner = i;
            }
        }
        return winner;
    }

    private void closeBelow(double[] probability) {
        int spared = control >= 0 ? control : most(probability);
        for (int i = 0; i < probability.length; i++) {
            if (i != spared && results.isOpen(i) && probability[i] < design.inferiority()) {
                results.close(i);
                best[i] = 0;
            }
        }
    }

    private int onlyOpen() {
        int arm = 0;
        while (!results.isOpen(arm)) {
            arm++;
        }
        return arm;
    }

    private static int most(double[] values) {
        int most = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[most]) {
                most = i;
            }
        }
        return most;
    }

    /**
     * Patients of the last trial.
     *
     * @return number randomised
     */
    public int patients() {
        return randomised;
    }

    /**
     * Responses of the last trial, of all patients that were randomised.
     *
     * @return number of responses
     */
    public int responses() {
        int sum = 0;
        for (int i = 0; i < results.arms(); i++) {
            sum += results.responses(i);
        }
        return sum;
    }

    /**
     * The arm that the last trial stopped for.
     *
     * @return superior arm, or the only one left; -1 if the trial reached its end with several arms
     */
    public int superiorArm() {
        return superior;
    }

    /**
     * The superior arm, or the open one that was most probably the best at the last look.
     *
     * @return arm
     */
    public int selectedArm() {
        return selected;
    }

    /**
     * The posterior of an arm with the results of all its patients.
     *
     * @param arm from 0
     * @return Beta distribution
     */
    public BetaBinomial posterior(int arm) {
        return new BetaBinomial(results.alpha(arm), results.beta(arm));
    }

    /**
     * The last allocation probabilities.
     *
     * @return a copy
     */
    public double[] allocationProbabilities() {
        return Arrays.copyOf(shares, shares.length);
    }
}
