package org.evotrial.statistics.phasetwo;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;

/**
 * A decision in three zones by two criteria of the form {@code P(p > rate | data) >= probability}: go if both hold, no-go if
 * neither does, consider if one does. Usually one criterion demands strong evidence of the lowest rate of interest and the other
 * some chance of the rate aimed at: Lalonde et al. 2007, doi:10.1038/sj.clpt.6100235; Frewer et al. 2016,
 * doi:10.1002/pst.1746. Two probabilities for one rate give the classical rule with an upper and a lower threshold.
 *
 * @param prior distribution of the response probability
 * @param first one criterion
 * @param second the other
 */
public record GoNoGoRule(BetaBinomial prior, Criterion first, Criterion second) {
    /** What follows from the data. */
    public enum Zone {
        /** Both criteria hold. */
        GO,
        /** One of them holds. */
        CONSIDER,
        /** None of them holds. */
        NO_GO
    }

    /**
     * {@code P(p > rate | data) >= probability}.
     *
     * @param rate in (0, 1)
     * @param probability in (0, 1)
     */
    public record Criterion(double rate, double probability) {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one is not admissible
         */
        public Criterion {
            Admissible.openProbability("rate", rate);
            Admissible.openProbability("probability", probability);
        }
    }

    /**
     * The zone of an outcome.
     *
     * @param responses in [0, trials]
     * @param trials patients, zero or positive
     * @return zone
     * @throws IllegalArgumentException if a number is not admissible
     */
    public Zone decide(int responses, int trials) {
        Admissible.inRange("number of trials", trials, 0, Integer.MAX_VALUE);
        Admissible.inRange("number of responses", responses, 0, trials);
        boolean one = holds(first, responses, trials);
        boolean other = holds(second, responses, trials);
        return one && other ? Zone.GO : one || other ? Zone.CONSIDER : Zone.NO_GO;
    }

    /**
     * The fewest responses that mean go.
     *
     * @param trials patients, zero or positive
     * @return number, {@code trials + 1} if none do
     * @throws IllegalArgumentException if the number is not admissible
     */
    public int goFrom(int trials) {
        return Math.max(bound(first, trials), bound(second, trials));
    }

    /**
     * The most responses that mean no-go.
     *
     * @param trials patients, zero or positive
     * @return number, -1 if none do
     * @throws IllegalArgumentException if the number is not admissible
     */
    public int noGoUpTo(int trials) {
        return Math.min(bound(first, trials), bound(second, trials)) - 1;
    }

    private boolean holds(Criterion criterion, int responses, int trials) {
        return prior.updated(responses, trials - responses).probabilityAbove(criterion.rate) >= criterion.probability;
    }

    private int bound(Criterion criterion, int trials) {
        Admissible.inRange("number of trials", trials, 0, Integer.MAX_VALUE - 2L);
        return PosteriorBound.fewest(prior, trials, criterion.rate, criterion.probability);
    }
}
