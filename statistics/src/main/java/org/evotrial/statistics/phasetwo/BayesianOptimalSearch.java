package org.evotrial.statistics.phasetwo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.evotrial.statistics.groupsequential.BinomialGroupSequential;
import org.jspecify.annotations.Nullable;

/**
 * Finds the most powerful {@link BayesianOptimalDesign} that holds the type I error, by exact enumeration of the outcomes for
 * each {@code lambda} and {@code gamma} of a grid; of equally powerful ones that which expects fewer patients under {@code p0}.
 * Designs with the same bounds are looked at once.
 *
 * @param prior distribution of the response probability
 * @param p0 response probability under the null hypothesis, in (0, 1)
 * @param p1 response probability for which power is meant, in (p0, 1)
 */
public record BayesianOptimalSearch(BetaBinomial prior, double p0, double p1) {
    private static final int GRID = 100;
    private static final double SAME = 1e-12;

    /**
     * Checks the probabilities.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public BayesianOptimalSearch {
        Admissible.openProbability("p0", p0);
        Admissible.openProbability("p1", p1);
        if (!(p0 < p1)) {
            throw new IllegalArgumentException(String.format("The p1 (%s) must be above p0 (%s).", p1, p0));
        }
    }

    /**
     * Searches {@code lambda} in .01 to .99 and {@code gamma} in 0 to 1, both in steps of .01.
     *
     * @param alpha largest type I error, in (0, 1)
     * @param looks numbers of patients at the looks, strictly ascending
     * @return the best design
     * @throws IllegalArgumentException if an argument is not admissible or no design of the grid holds alpha
     */
    public BayesianOptimalDesign best(double alpha, int... looks) {
        Admissible.openProbability("alpha", alpha);
        Set<List<Integer>> seen = new HashSet<>();
        Candidate best = null;
        for (int l = 1; l < GRID; l++) {
            for (int g = 0; g <= GRID; g++) {
                BayesianOptimalDesign design =
                        new BayesianOptimalDesign(prior, p0, l / (double) GRID, g / (double) GRID, looks);
                List<Integer> bounds =
                        IntStream.of(design.futilityBounds()).boxed().collect(Collectors.toList());
                if (seen.add(bounds)) {
                    best = better(best, candidate(design), alpha);
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException(
                    String.format("The alpha (%s) must be larger: no design of the grid holds it.", alpha));
        }
        return best.design;
    }

    private Candidate candidate(BayesianOptimalDesign design) {
        BinomialGroupSequential trial = design.trial();
        BinomialGroupSequential.Outcome underNull = trial.outcome(p0);
        return new Candidate(
                design, underNull.overallEfficacy(), trial.outcome(p1).overallEfficacy(), underNull.expectedTrials());
    }

    private static @Nullable Candidate better(@Nullable Candidate best, Candidate candidate, double alpha) {
        if (candidate.error > alpha) {
            return best;
        }
        if (best == null || candidate.power > best.power + SAME) {
            return candidate;
        }
        boolean asPowerful = candidate.power >= best.power - SAME;
        return asPowerful && candidate.expected < best.expected ? candidate : best;
    }

    private record Candidate(BayesianOptimalDesign design, double error, double power, double expected) {}
}
