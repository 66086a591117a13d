package org.evotrial.statistics.proportion;

import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;

/**
 * Score tests and intervals of a difference of two proportions: {@code z(d) = (x1/n1 - x2/n2 - d) / sqrt(c (p1 (1 - p1) / n1 + p2
 * (1 - p2) / n2))} with the maximum likelihood estimates {@code p1 = p2 + d} under the difference {@code d}.
 *
 * <p>With {@code d = -margin} this tests non-inferiority where responses are good; with {@code d = 0} and {@code c = 1} its
 * square is Pearson's chi-square.
 */
public enum DifferenceScoreTest {
    /** {@code c = 1}. Farrington and Manning 1990, doi:10.1002/sim.4780091208. Mee's interval. */
    FARRINGTON_MANNING,
    /** {@code c = (n1 + n2) / (n1 + n2 - 1)}. Miettinen and Nurminen 1985, doi:10.1002/sim.4780040211. */
    MIETTINEN_NURMINEN;

    private static final int HALVINGS = 200;

    /**
     * The statistic against a null difference.
     *
     * @param data counts, neither group empty
     * @param difference {@code d}, in (-1, 1)
     * @return {@code z(d)}; 0 if {@code d = 0} and all or none respond
     * @throws IllegalArgumentException if a group is empty or the difference is outside (-1, 1)
     */
    public double statistic(TwoProportions data, double difference) {
        data.requireGroups();
        if (!(difference > -1 && difference < 1)) {
            throw new IllegalArgumentException(String.format("The difference (%s) must be in (-1, 1).", difference));
        }
        double excess = data.difference() - difference;
        return excess == 0 ? 0 : excess / Math.sqrt(variance(data, difference));
    }

    /**
     * The one-sided p-value of {@code p1 - p2 <= d} against larger differences.
     *
     * @param data counts, neither group empty
     * @param difference {@code d}, in (-1, 1); negative for non-inferiority
     * @return p-value
     * @throws IllegalArgumentException if a group is empty or the difference is outside (-1, 1)
     */
    public double upperPValue(TwoProportions data, double difference) {
        return StandardNormal.survival(statistic(data, difference));
    }

    /**
     * The two-sided p-value of {@code p1 - p2 = d}.
     *
     * @param data counts, neither group empty
     * @param difference {@code d}, in (-1, 1)
     * @return p-value
     * @throws IllegalArgumentException if a group is empty or the difference is outside (-1, 1)
     */
    public double twoSidedPValue(TwoProportions data, double difference) {
        return Math.min(1, 2 * StandardNormal.survival(Math.abs(statistic(data, difference))));
    }

    /**
     * The differences that the two-sided test does not reject.
     *
     * @param data counts, neither group empty
     * @param level confidence level in (0, 1)
     * @return interval in [-1, 1]
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public ConfidenceInterval interval(TwoProportions data, double level) {
        data.requireGroups();
        double z = ConfidenceInterval.normalQuantile(level);
        return new ConfidenceInterval(limit(data, -1, z), limit(data, 1, z), level);
    }

    /** Halves between the estimate, which is never rejected, and the end of the range. */
    private double limit(TwoProportions data, int end, double z) {
        double inside = data.difference();
        double outside = end;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (inside + outside);
            if (middle == inside || middle == outside) {
                break;
            }
            if (Math.abs(statistic(data, middle)) <= z) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private double variance(TwoProportions data, double difference) {
        double n1 = data.trials1();
        double n2 = data.trials2();
        double second = restrictedSecond(data, difference);
        double first = Math.min(1, Math.max(0, second + difference));
        double variance = first * (1 - first) / n1 + second * (1 - second) / n2;
        return this == MIETTINEN_NURMINEN ? variance * (n1 + n2) / (n1 + n2 - 1) : variance;
    }

    /** The {@code p2} that maximises the likelihood under {@code p1 = p2 + d}; the likelihood is concave. */
    static double restrictedSecond(TwoProportions data, double difference) {
        double low = Math.max(0, -difference);
        double high = Math.min(1, 1 - difference);
        if (difference == 0) {
            return ((double) data.successes1() + data.successes2()) / ((double) data.trials1() + data.trials2());
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high) {
                break;
            }
            if (slope(data, middle, difference) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private static double slope(TwoProportions data, double second, double difference) {
        double first = second + difference;
        return term(data.successes1(), first)
                - term(data.trials1() - data.successes1(), 1 - first)
                + term(data.successes2(), second)
                - term(data.trials2() - data.successes2(), 1 - second);
    }

    private static double term(int count, double probability) {
        return count == 0 ? 0 : count / probability;
    }
}
