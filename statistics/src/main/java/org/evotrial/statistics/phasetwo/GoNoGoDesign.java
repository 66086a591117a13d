package org.evotrial.statistics.phasetwo;

import org.evotrial.statistics.groupsequential.BinomialGroupSequential;

/**
 * A single-arm trial that ends with a {@link GoNoGoRule} and stops at an interim look if the rule says no-go there. Immutable.
 */
public final class GoNoGoDesign {
    private final BinomialGroupSequential untilGo;
    private final BinomialGroupSequential untilNoGo;

    /**
     * A design.
     *
     * @param rule rule of all looks
     * @param looks numbers of patients at the looks, strictly ascending; only one for a trial without interim look
     * @throws IllegalArgumentException if the looks are not admissible
     */
    public GoNoGoDesign(GoNoGoRule rule, int... looks) {
        int[] trials = Looks.requireAscending(looks);
        int last = trials.length - 1;
        int[] futility = new int[trials.length];
        int[] never = new int[trials.length];
        for (int k = 0; k <= last; k++) {
            futility[k] = rule.noGoUpTo(trials[k]);
            never[k] = trials[k] + 1;
        }
        int[] beyond = never.clone();
        beyond[last] = futility[last] + 1;
        untilNoGo = new BinomialGroupSequential(trials, futility, beyond);
        int[] go = never.clone();
        go[last] = rule.goFrom(trials[last]);
        futility[last] = go[last] - 1;
        untilGo = new BinomialGroupSequential(trials, futility, go);
    }

    /**
     * Exact probabilities of the decisions.
     *
     * @param responseProbability in [0, 1]
     * @return probabilities
     * @throws IllegalArgumentException if the probability is not admissible
     */
    public Probabilities probabilities(double responseProbability) {
        BinomialGroupSequential.Outcome outcome = untilNoGo.outcome(responseProbability);
        double go = untilGo.outcome(responseProbability).overallEfficacy();
        double noGo = 0;
        for (int look = 1; look <= untilNoGo.looks(); look++) {
            noGo += outcome.futility(look);
        }
        double consider = Math.max(0, outcome.overallEfficacy() - go);
        return new Probabilities(go, consider, noGo, outcome.expectedTrials());
    }

    /**
     * Probabilities of the three decisions; they sum to 1.
     *
     * @param go of go
     * @param consider of neither
     * @param noGo of no-go, at an interim look or at the end
     * @param expectedTrials expected number of patients
     */
    public record Probabilities(double go, double consider, double noGo, double expectedTrials) {}
}
