package org.evotrial.statistics.phasetwo;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;

/**
 * What a single-arm trial may conclude when it is complete: a treatment is effective if {@code P(p > p0 | x of N) >= theta}.
 * The predictive probability is that of this conclusion given the responses so far, {@code sum over y of P(Y = y | x)
 * 1(P(p > p0 | x + y of N) >= theta)} with a beta-binomial {@code Y} among the {@code N - n} patients to come. Lee and Liu 2008,
 * doi:10.1177/1740774508089279.
 *
 * @param prior distribution of the response probability
 * @param referenceRate {@code p0}, in (0, 1)
 * @param threshold {@code theta}, in (0, 1); reached counts as effective
 * @param trials {@code N}, positive, at most 100,000
 */
public record ResponsePrediction(BetaBinomial prior, double referenceRate, double threshold, int trials) {
    private static final int MOST_TRIALS = 100_000;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public ResponsePrediction {
        Admissible.openProbability("referenceRate", referenceRate);
        Admissible.openProbability("threshold", threshold);
        Admissible.inRange("number of trials", trials, 1, MOST_TRIALS);
    }

    /**
     * {@code P(p > p0 | x of n)}.
     *
     * @param responses {@code x}, in [0, observed]
     * @param observed {@code n}, in [0, trials]
     * @return posterior probability
     * @throws IllegalArgumentException if a number is not admissible
     */
    public double posteriorProbability(int responses, int observed) {
        requireData(responses, observed);
        return prior.updated(responses, observed - responses).probabilityAbove(referenceRate);
    }

    /**
     * The fewest responses among all {@code N} patients that are called effective.
     *
     * @return number in [0, N + 1]; {@code N + 1} if none is
     */
    public int requiredResponses() {
        return PosteriorBound.fewest(prior, trials, referenceRate, threshold);
    }

    /**
     * The probability, given {@code x} responses of {@code n}, that the complete trial will be called effective.
     *
     * @param responses {@code x}, in [0, observed]
     * @param observed {@code n}, in [0, trials]; with all patients observed the result is 0 or 1
     * @return predictive probability
     * @throws IllegalArgumentException if a number is not admissible
     */
    public double predictiveProbability(int responses, int observed) {
        requireData(responses, observed);
        return predictiveProbability(responses, observed, requiredResponses());
    }

    double predictiveProbability(int responses, int observed, int required) {
        int missing = required - responses;
        int open = trials - observed;
        if (missing <= 0) {
            return 1;
        }
        if (missing > open) {
            return 0;
        }
        double[] future = prior.updated(responses, observed - responses).predictive(open);
        // The smaller tail is summed so that probabilities near 1 keep their digits.
        double below = Arrays.stream(future, 0, missing).sum();
        double above = Arrays.stream(future, missing, open + 1).sum();
        return above < below ? above : 1 - below;
    }

    private void requireData(int responses, int observed) {
        Admissible.inRange("number of observed trials", observed, 0, trials);
        Admissible.inRange("number of responses", responses, 0, observed);
    }
}
