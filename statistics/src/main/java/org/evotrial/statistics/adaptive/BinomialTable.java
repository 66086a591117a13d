package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Draws from one binomial distribution by searching its table of cumulative probabilities. */
final class BinomialTable {
    private final double[] cumulative;

    BinomialTable(int trials, double probability) {
        BinomialDistribution distribution = BinomialDistribution.of(trials, probability);
        cumulative = new double[trials];
        for (int x = 0; x < trials; x++) {
            cumulative[x] = distribution.cumulativeProbability(x);
        }
    }

    int draw(UniformRandomProvider random) {
        int found = Arrays.binarySearch(cumulative, random.nextDouble());
        return found >= 0 ? found + 1 : -found - 1;
    }
}
