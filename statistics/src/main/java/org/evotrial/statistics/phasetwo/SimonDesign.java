package org.evotrial.statistics.phasetwo;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.evotrial.statistics.Admissible;

/**
 * A two-stage design of Simon: stop for futility with at most {@code r1} responses among the first {@code n1} patients;
 * reject {@code p <= p0} with more than {@code r} responses among all {@code n}. Simon 1989,
 * doi:10.1016/0197-2456(89)90015-9.
 *
 * <p>Both bounds are the largest numbers that do <em>not</em> go on: some programs print {@code r + 1} instead.
 *
 * @param firstStageBound {@code r1}, in [0, n1 - 1]
 * @param firstStageTrials {@code n1}, positive
 * @param bound {@code r}, in [r1, n - 1]
 * @param trials {@code n}, above {@code n1}, at most 100,000
 */
public record SimonDesign(int firstStageBound, int firstStageTrials, int bound, int trials) {
    private static final int MOST_TRIALS = 100_000;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public SimonDesign {
        Admissible.inRange("number of trials", trials, 2, MOST_TRIALS);
        Admissible.inRange("number of trials of the first stage", firstStageTrials, 1, trials - 1L);
        Admissible.inRange("bound of the first stage", firstStageBound, 0, firstStageTrials - 1L);
        Admissible.inRange("bound", bound, firstStageBound, trials - 1L);
    }

    /**
     * Probability to stop after the first stage, {@code P(X1 <= r1)}.
     *
     * @param responseProbability in [0, 1]
     * @return probability of early termination
     * @throws IllegalArgumentException if the probability is not admissible
     */
    public double earlyTermination(double responseProbability) {
        return BinomialDistribution.of(
                        firstStageTrials, Admissible.probability("responseProbability", responseProbability))
                .cumulativeProbability(firstStageBound);
    }

    /**
     * Expected number of patients, {@code n1 + (n - n1) P(X1 > r1)}.
     *
     * @param responseProbability in [0, 1]
     * @return patients
     * @throws IllegalArgumentException if the probability is not admissible
     */
    public double expectedTrials(double responseProbability) {
        return firstStageTrials + (trials - firstStageTrials) * (1 - earlyTermination(responseProbability));
    }

    /**
     * Probability to reject, {@code sum over x > r1 of P(X1 = x) P(X2 > r - x)}: type I error at {@code p0}, power at
     * {@code p1}.
     *
     * @param responseProbability in [0, 1]
     * @return probability
     * @throws IllegalArgumentException if the probability is not admissible
     */
    public double rejection(double responseProbability) {
        return atLeast(bound + 1, responseProbability);
    }

    /**
     * The exact p-value of an outcome, where outcomes that reach the second stage are ordered by all their responses and
     * lie above those that do not: Koyama and Chen 2008, doi:10.1002/sim.3235. At most the type I error exactly when
     * the design rejects.
     *
     * @param responses among {@code n1} patients if the design stopped there, otherwise among {@code n}
     * @param stoppedEarly whether it stopped after the first stage
     * @param p0 response probability under the null hypothesis, in [0, 1]
     * @return p-value
     * @throws IllegalArgumentException if the outcome is impossible or {@code p0} is not admissible
     */
    public double pValue(int responses, boolean stoppedEarly, double p0) {
        Admissible.probability("p0", p0);
        if (stoppedEarly) {
            Admissible.inRange("number of responses of a stopped trial", responses, 0, firstStageBound);
            return BinomialDistribution.of(firstStageTrials, p0).survivalProbability(responses - 1);
        }
        Admissible.inRange("number of responses", responses, firstStageBound + 1L, trials);
        return atLeast(responses, p0);
    }

    /** Probability to reach the second stage and to end with so many responses or more. */
    private double atLeast(int responses, double responseProbability) {
        Admissible.probability("responseProbability", responseProbability);
        BinomialDistribution first = BinomialDistribution.of(firstStageTrials, responseProbability);
        BinomialDistribution second = BinomialDistribution.of(trials - firstStageTrials, responseProbability);
        double sum = 0;
        for (int x = firstStageBound + 1; x <= firstStageTrials; x++) {
            sum += first.probability(x) * second.survivalProbability(responses - x - 1);
        }
        return Math.min(1, sum);
    }
}
