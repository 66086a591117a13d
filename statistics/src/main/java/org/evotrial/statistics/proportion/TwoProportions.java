package org.evotrial.statistics.proportion;

import org.evotrial.statistics.Admissible;

/**
 * Responses of two independent groups, the first usually that of the experimental treatment.
 *
 * @param successes1 {@code x1}, in [0, trials1]
 * @param trials1 {@code n1}, zero or positive
 * @param successes2 {@code x2}, in [0, trials2]
 * @param trials2 {@code n2}, zero or positive
 */
public record TwoProportions(int successes1, int trials1, int successes2, int trials2) {
    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public TwoProportions {
        ProportionInterval.requireCounts(successes1, trials1);
        ProportionInterval.requireCounts(successes2, trials2);
        Admissible.inRange("number of all trials", (long) trials1 + trials2, 0, Integer.MAX_VALUE);
    }

    /**
     * {@code x1 / n1 - x2 / n2}.
     *
     * @return difference of the observed proportions
     * @throws IllegalArgumentException if a group is empty
     */
    public double difference() {
        requireGroups();
        return (double) successes1 / trials1 - (double) successes2 / trials2;
    }

    void requireGroups() {
        if (trials1 == 0 || trials2 == 0) {
            throw new IllegalArgumentException(
                    String.format("The numbers of trials (%d, %d) must be positive.", trials1, trials2));
        }
    }
}
