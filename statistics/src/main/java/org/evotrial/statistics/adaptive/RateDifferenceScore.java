package org.evotrial.statistics.adaptive;

import org.evotrial.statistics.Admissible;

/**
 * The score statistic of a difference of two rates against {@code delta}: {@code (x1/n1 - x0/n0 - delta) / sqrt(q1 (1 - q1) /
 * n1 + q0 (1 - q0) / n0)} with the maximum likelihood estimates {@code q1 - q0 = delta}. Farrington and Manning 1990,
 * doi:10.1002/sim.4780091208. At {@code delta = 0} the test with the pooled rate.
 */
final class RateDifferenceScore {
    private RateDifferenceScore() {}

    /**
     * The statistic, positive where the first rate is larger than {@code delta} above the second; 0 where its numerator and
     * variance vanish, infinite where only the variance does.
     */
    static double z(Sample sample, double delta) {
        double difference = sample.rate() - sample.controlRate() - delta;
        double q0 = restrictedControlRate(sample, delta);
        double q1 = Math.max(0, Math.min(1, q0 + delta));
        double variance = q1 * (1 - q1) / sample.n() + q0 * (1 - q0) / sample.n0();
        if (Math.abs(difference) < 1e-14) {
            return 0;
        }
        return variance <= 0 ? Math.copySign(Double.POSITIVE_INFINITY, difference) : difference / Math.sqrt(variance);
    }

    /** Successes and subjects of an arm and of the control. */
    record Sample(int x, int n, int x0, int n0) {
        Sample {
            Admissible.inRange("number of subjects", n, 1, Integer.MAX_VALUE);
            Admissible.inRange("number of subjects of the control", n0, 1, Integer.MAX_VALUE);
            Admissible.inRange("number of successes", x, 0, n);
            Admissible.inRange("number of successes of the control", x0, 0, n0);
        }

        double rate() {
            return (double) x / n;
        }

        double controlRate() {
            return (double) x0 / n0;
        }
    }

    /**
     * The zero of the likelihood's derivative in {@code q0} on the admissible interval, by bisection: the derivative falls,
     * so there is one.
     */
    private static double restrictedControlRate(Sample sample, double delta) {
        if (delta == 0) {
            return (double) (sample.x() + sample.x0()) / (sample.n() + sample.n0());
        }
        double low = Math.max(0, -delta);
        double high = Math.min(1, 1 - delta);
        for (int i = 0; i < 60 && high > low; i++) {
            double middle = 0.5 * (low + high);
            if (slope(sample, middle, middle + delta) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private static double slope(Sample sample, double q0, double q1) {
        return ratio(sample.x0(), q0)
                - ratio(sample.n0() - sample.x0(), 1 - q0)
                + ratio(sample.x(), q1)
                - ratio(sample.n() - sample.x(), 1 - q1);
    }

    private static double ratio(int count, double rate) {
        return count == 0 ? 0 : count / rate;
    }
}
