package org.evotrial.statistics.adaptive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What simulated adaptive trials did.
 *
 * @param replicates number of trials
 * @param anyRejection trials that reject at least one hypothesis
 * @param rejections trials that reject each hypothesis
 * @param futilityStops trials that stop for futility
 * @param meanSize mean number of subjects or events
 * @param standardDeviationOfSize between trials
 */
public record AdaptiveTrialCounts(
        int replicates,
        int anyRejection,
        List<Integer> rejections,
        int futilityStops,
        double meanSize,
        double standardDeviationOfSize)
        implements Serializable {
    /** Copies the list. */
    public AdaptiveTrialCounts {
        rejections = List.copyOf(rejections);
    }

    /**
     * The share of trials that reject a hypothesis.
     *
     * @param hypothesis from 0
     * @return probability estimate
     */
    public double rejectionRate(int hypothesis) {
        return (double) rejections.get(hypothesis) / replicates;
    }

    /**
     * The share of trials that reject at least one hypothesis.
     *
     * @return the familywise error, or the disjunctive power
     */
    public double anyRejectionRate() {
        return (double) anyRejection / replicates;
    }

    /**
     * The share of trials that stop for futility.
     *
     * @return probability estimate
     */
    public double futilityRate() {
        return (double) futilityStops / replicates;
    }

    /** Adds up trials. */
    static final class Builder {
        private final int[] rejections;
        private int replicates;
        private int any;
        private int futility;
        private double mean;
        private double squares;

        Builder(int hypotheses) {
            rejections = new int[hypotheses];
        }

        void add(int rejected, double size, boolean futile) {
            replicates++;
            any += rejected != 0 ? 1 : 0;
            futility += futile ? 1 : 0;
            for (int i = 0; i < rejections.length; i++) {
                rejections[i] += rejected >> i & 1;
            }
            double step = size - mean;
            mean += step / replicates;
            squares += step * (size - mean);
        }

        AdaptiveTrialCounts build() {
            List<Integer> each = new ArrayList<>();
            for (int count : rejections) {
                each.add(count);
            }
            double deviation = replicates < 2 ? 0 : Math.sqrt(squares / (replicates - 1));
            return new AdaptiveTrialCounts(replicates, any, each, futility, mean, deviation);
        }
    }
}
