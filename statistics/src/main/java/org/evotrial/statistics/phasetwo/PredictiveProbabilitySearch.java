package org.evotrial.statistics.phasetwo;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.evotrial.statistics.groupsequential.BinomialGroupSequential;
import org.jspecify.annotations.Nullable;

/**
 * Finds the {@link PredictiveProbabilityDesign} without stop for efficacy that expects the fewest patients under {@code p0} among those
 * that hold a type I error at {@code p0} and a power at {@code p1}; {@code thetaL} comes from 0 to .999 in steps of .001.
 *
 * <p>For every number of responses that may be required of all patients, power, type I error and expected patients fall with
 * {@code thetaL}; the largest {@code thetaL} with enough power is the best, and the requirement with the fewest patients wins.
 *
 * @param prior distribution of the response probability
 * @param p0 response probability under the null hypothesis, in (0, 1)
 * @param p1 response probability for which power is meant, in (p0, 1)
 */
public record PredictiveProbabilitySearch(BetaBinomial prior, double p0, double p1) {
    private static final int GRID = 1000;

    /**
     * Checks the probabilities.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public PredictiveProbabilitySearch {
        Admissible.openProbability("p0", p0);
        Admissible.openProbability("p1", p1);
        if (!(p0 < p1)) {
            throw new IllegalArgumentException(String.format("The p1 (%s) must be above p0 (%s).", p1, p0));
        }
    }

    /**
     * Searches.
     *
     * @param alpha largest type I error, in (0, 1)
     * @param beta largest type II error, in (0, 1)
     * @param looks numbers of patients at the looks, strictly ascending
     * @return the design
     * @throws IllegalArgumentException if an argument is not admissible or no design with these looks holds both errors
     */
    public PredictiveProbabilityDesign best(double alpha, double beta, int... looks) {
        Admissible.openProbability("alpha", alpha);
        double power = 1 - Admissible.openProbability("beta", beta);
        int trials = Looks.last(Looks.requireAscending(looks));
        BinomialDistribution responses = BinomialDistribution.of(trials, p1);
        PredictiveProbabilityDesign best = null;
        double fewest = Double.POSITIVE_INFINITY;
        for (int required = 0; required <= trials; required++) {
            // A trial with one stage has the highest power of all that require as many responses.
            if (responses.survivalProbability(required - 1) < power) {
                break;
            }
            PredictiveProbabilityDesign design = lastWithPower(required, power, looks);
            if (design != null) {
                BinomialGroupSequential.Outcome outcome = design.trial().outcome(p0);
                if (outcome.overallEfficacy() <= alpha && outcome.expectedTrials() < fewest) {
                    fewest = outcome.expectedTrials();
                    best = design;
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException(String.format(
                    "The number of trials at the last look (%d) must be larger: no design has alpha %s and beta %s.",
                    trials, alpha, beta));
        }
        return best;
    }

    private @Nullable PredictiveProbabilityDesign lastWithPower(int required, double power, int... looks) {
        int trials = Looks.last(looks);
        double threshold = prior.updated(required, trials - required).probabilityAbove(p0);
        if (!(threshold > 0 && threshold < 1)) {
            return null;
        }
        ResponsePrediction prediction = new ResponsePrediction(prior, p0, threshold, trials);
        PredictiveProbabilityDesign best = null;
        int low = -1;
        int high = GRID;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            PredictiveProbabilityDesign design =
                    new PredictiveProbabilityDesign(prediction, middle / (double) GRID, 1, looks);
            if (design.trial().outcome(p1).overallEfficacy() >= power) {
                best = design;
                low = middle;
            } else {
                high = middle;
            }
        }
        return best;
    }
}
