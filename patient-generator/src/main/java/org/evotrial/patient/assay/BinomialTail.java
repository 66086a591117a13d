package org.evotrial.patient.assay;

import org.apache.commons.math3.special.Beta;
import org.evotrial.patient.sampling.LogFactorial;
import org.evotrial.spi.StrictFunctions;

/** The upper tail of the binomial distribution, P(X &ge; k) = I_p(k, n - k + 1). */
final class BinomialTail {
    private static final double NEGLIGIBLE = 1e-15;

    private BinomialTail() {}

    /**
     * P(at least {@code successes}).
     *
     * @param successes any integer
     * @param trials a non-negative integer held in a double
     * @param probability in [0, 1]
     */
    static double atLeast(int successes, double trials, double probability) {
        if (successes <= 0) {
            return 1;
        }
        if (successes > trials || probability <= 0) {
            return 0;
        }
        return probability >= 1 ? 1 : Beta.regularizedBeta(probability, successes, trials - successes + 1);
    }

    /**
     * Whether so many successes are too many for chance: P(X &ge; k) at most {@code level}. For samplers: the tail is summed
     * upwards from k, with platform-independent functions.
     *
     * @param successes k, an integer held in a double, at most {@code trials}
     * @param trials a non-negative integer held in a double
     * @param probability in [0, 1)
     * @param level at most .25, below which no k up to the mean can be significant
     */
    static boolean exceeds(double successes, double trials, double probability, double level) {
        if (successes <= trials * probability) {
            return false;
        }
        if (probability == 0) {
            return true;
        }
        double odds = probability / (1 - probability);
        double mass = StrictFunctions.exp(logMass(successes, trials, probability));
        double tail = 0;
        for (double k = successes; k <= trials && mass > NEGLIGIBLE * tail; k++) {
            tail += mass;
            if (tail > level) {
                return false;
            }
            mass *= odds * (trials - k) / (k + 1);
        }
        return true;
    }

    private static double logMass(double k, double n, double p) {
        return LogFactorial.of(n)
                - LogFactorial.of(k)
                - LogFactorial.of(n - k)
                + k * StrictFunctions.log(p)
                + (n - k) * StrictFunctions.log1p(-p);
    }
}
