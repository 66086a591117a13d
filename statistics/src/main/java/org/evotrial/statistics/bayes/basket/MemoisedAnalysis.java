package org.evotrial.statistics.bayes.basket;

import java.util.HashMap;
import java.util.Map;
import org.evotrial.statistics.Admissible;

/**
 * Remembers the posteriors of outcomes that were analysed before, up to the order of interchangeable baskets: 30,000
 * simulated trials of six baskets have some 2,300 distinct outcomes. One object per thread.
 */
public final class MemoisedAnalysis implements BasketAnalysis {
    private final BasketAnalysis analysis;
    private final BasketTrial trial;
    private final int[] group;
    private final int[] sorted;
    private final int[] order;
    private final BasketPosterior scratch;
    private final Map<Long, double[]> known = new HashMap<>();

    private MemoisedAnalysis(BasketAnalysis analysis) {
        this.analysis = analysis;
        trial = analysis.trial();
        scratch = new BasketPosterior(trial);
        int baskets = trial.baskets();
        group = new int[baskets];
        sorted = new int[baskets];
        order = new int[baskets];
        double outcomes = 1;
        for (int i = 0; i < baskets; i++) {
            outcomes *= trial.patients(i) + 1.0;
            group[i] = i;
            for (int j = i - 1; j >= 0; j--) {
                group[i] = analysis.interchangeable(i, j) ? group[j] : group[i];
            }
        }
        Admissible.inRange("number of outcomes", (long) outcomes, 1, Long.MAX_VALUE - 1);
    }

    /**
     * Adds a memory to an analysis.
     *
     * @param analysis what is remembered
     * @return analysis with the same results
     * @throws IllegalArgumentException if the trial has 2^63 outcomes or more
     */
    public static MemoisedAnalysis of(BasketAnalysis analysis) {
        return new MemoisedAnalysis(analysis);
    }

    /**
     * Number of outcomes that were analysed.
     *
     * @return number of distinct analyses
     */
    public int size() {
        return known.size();
    }

    @Override
    public BasketTrial trial() {
        return trial;
    }

    @Override
    public boolean interchangeable(int first, int second) {
        return group[first] == group[second];
    }

    @Override
    public void analyse(int[] responses, BasketPosterior posterior) {
        trial.requireResponses(responses);
        sort(responses);
        long key = 0;
        for (int i = 0; i < sorted.length; i++) {
            key = key * (trial.patients(i) + 1) + sorted[i];
        }
        double[] stored = known.get(key);
        int width = scratch.doublesPerBasket();
        if (stored == null) {
            analysis.analyse(sorted, scratch);
            stored = new double[width * sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                scratch.write(i, stored, i * width);
            }
            known.put(key, stored);
        }
        for (int i = 0; i < sorted.length; i++) {
            posterior.read(order[i], stored, i * width);
        }
    }

    /** Sorts the responses within each group; {@code order[i]} is the basket whose responses come to place i. */
    private void sort(int[] responses) {
        for (int i = 0; i < sorted.length; i++) {
            int value = responses[i];
            int basket = i;
            for (int j = 0; j < i; j++) {
                if (group[j] == group[i] && sorted[j] > value) {
                    int otherValue = sorted[j];
                    int otherBasket = order[j];
                    sorted[j] = value;
                    order[j] = basket;
                    value = otherValue;
                    basket = otherBasket;
                }
            }
            sorted[i] = value;
            order[i] = basket;
        }
    }
}
