package org.evotrial.statistics.proportion;

import org.evotrial.statistics.ConfidenceInterval;

/** Intervals of the difference {@code p1 - p2} of two independent binomial proportions. */
public final class ProportionDifference {
    private ProportionDifference() {}

    /**
     * Newcombe's hybrid score interval (his method 10): the Wilson limits {@code l, u} of both proportions combined to
     * {@code d - sqrt((p1 - l1)^2 + (u2 - p2)^2), d + sqrt((u1 - p1)^2 + (p2 - l2)^2)}. Defined with no or only
     * successes. Newcombe 1998,
     * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I.
     *
     * @param successes1 successes of the first sample, in [0, trials1]
     * @param trials1 trials of the first sample, positive
     * @param successes2 successes of the second sample, in [0, trials2]
     * @param trials2 trials of the second sample, positive
     * @param level confidence level in (0, 1)
     * @return interval in [-1, 1]
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static ConfidenceInterval newcombe(
            long successes1, long trials1, long successes2, long trials2, double level) {
        if (trials1 == 0 || trials2 == 0) {
            throw new IllegalArgumentException(
                    String.format("The numbers of trials (%d, %d) must be positive.", trials1, trials2));
        }
        ConfidenceInterval first = ProportionInterval.wilson(successes1, trials1, level);
        ConfidenceInterval second = ProportionInterval.wilson(successes2, trials2, level);
        double p1 = (double) successes1 / trials1;
        double p2 = (double) successes2 / trials2;
        double down = Math.hypot(p1 - first.lower(), second.upper() - p2);
        double up = Math.hypot(first.upper() - p1, p2 - second.lower());
        return new ConfidenceInterval(Math.max(-1, p1 - p2 - down), Math.min(1, p1 - p2 + up), level);
    }
}
