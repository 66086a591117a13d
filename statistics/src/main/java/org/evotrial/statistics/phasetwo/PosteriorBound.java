package org.evotrial.statistics.phasetwo;

import org.evotrial.statistics.bayes.BetaBinomial;

/** Posterior probabilities as numbers of responses. */
final class PosteriorBound {
    private PosteriorBound() {}

    /** The fewest responses of {@code trials} with {@code P(p > rate) >= threshold}; {@code trials + 1} if none has. */
    static int fewest(BetaBinomial prior, int trials, double rate, double threshold) {
        int low = -1;
        int high = trials + 1;
        // The posterior probability increases with the responses.
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (prior.updated(middle, trials - middle).probabilityAbove(rate) >= threshold) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
