package org.evotrial.statistics.count;

import org.evotrial.statistics.Admissible;

/** Numbers of events of the patients of one group, with the time that each was observed. Immutable. */
public final class EventCounts {
    private final int[] counts;
    private final double[] exposures;
    private final long total;
    private final double exposure;

    private EventCounts(int[] counts, double[] exposures, long total, double exposure) {
        this.counts = counts;
        this.exposures = exposures;
        this.total = total;
        this.exposure = exposure;
    }

    /**
     * A group.
     *
     * @param counts events by patient, zero or positive
     * @param exposures time by patient, positive, of one unit for both groups
     * @return group
     * @throws IllegalArgumentException if the arrays differ in length or are empty, or a number is not admissible
     */
    public static EventCounts of(int[] counts, double[] exposures) {
        Admissible.inRange("number of patients", counts.length, 1, Integer.MAX_VALUE);
        Admissible.inRange("number of exposures", exposures.length, counts.length, counts.length);
        long total = 0;
        double exposure = 0;
        for (int i = 0; i < counts.length; i++) {
            total += Admissible.inRange("count", counts[i], 0, Integer.MAX_VALUE);
            exposure += Admissible.positive("exposure", exposures[i]);
        }
        return new EventCounts(counts.clone(), exposures.clone(), total, exposure);
    }

    /**
     * Number of events.
     *
     * @return sum of the counts
     */
    public long total() {
        return total;
    }

    /**
     * The time of all patients.
     *
     * @return sum of the exposures
     */
    public double exposure() {
        return exposure;
    }

    /**
     * The rate with the highest likelihood, given the dispersion: the root of {@code sum (y - e r) / (1 + k e r)}, which falls.
     */
    double rate(double dispersion) {
        if (total == 0) {
            return 0;
        }
        double high = total / exposure;
        if (dispersion == 0) {
            return high;
        }
        double low = high;
        while (score(low, dispersion) < 0) {
            low *= 0.5;
        }
        while (score(high, dispersion) > 0) {
            high *= 2;
        }
        double middle = 0.5 * (low + high);
        while (middle > low && middle < high) {
            if (score(middle, dispersion) > 0) {
                low = middle;
            } else {
                high = middle;
            }
            middle = 0.5 * (low + high);
        }
        return middle;
    }

    private double score(double rate, double dispersion) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double mean = exposures[i] * rate;
            sum += (counts[i] - mean) / (1 + dispersion * mean);
        }
        return sum;
    }

    /** The expected information about the logarithm of the rate. */
    double information(double rate, double dispersion) {
        double sum = 0;
        for (double each : exposures) {
            double mean = each * rate;
            sum += mean / (1 + dispersion * mean);
        }
        return sum;
    }

    /** Without factorials of counts. Written so that it is right for dispersions down to 0. */
    double logLikelihood(double rate, double dispersion) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double mean = exposures[i] * rate;
            for (int j = 1; j < counts[i]; j++) {
                sum += StrictMath.log1p(dispersion * j);
            }
            double spread = dispersion * mean;
            double log = StrictMath.log1p(spread);
            sum += counts[i] == 0 ? 0 : counts[i] * (StrictMath.log(mean) - log);
            sum -= spread == 0 ? mean : log / dispersion;
        }
        return sum;
    }
}
