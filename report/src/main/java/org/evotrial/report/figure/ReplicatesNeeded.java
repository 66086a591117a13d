package org.evotrial.report.figure;

import org.evotrial.model.result.Estimate;

/** How many replicates would decide on which side of a value an estimate lies. */
public final class ReplicatesNeeded {
    private static final int DIGITS = 2;

    private ReplicatesNeeded() {}

    /**
     * Total replicates after which the interval of an estimate would no longer hold a value, if the estimate stays where it
     * is and the interval narrows with the root of their number: {@code n (h / d)^2} with {@code h} the half of the
     * interval on the side of the value and {@code d} their distance.
     *
     * @param estimate an estimate whose interval holds the value
     * @param value the value
     * @return number of replicates; {@link Long#MAX_VALUE} if the estimate is the value, 0 if there is no interval
     */
    public static long toExclude(Estimate estimate, double value) {
        double distance = Math.abs(value - estimate.value());
        double half =
                value < estimate.value() ? estimate.value() - estimate.lower() : estimate.upper() - estimate.value();
        if (Double.isNaN(half) || Double.isInfinite(half) || Double.isNaN(distance)) {
            return 0;
        }
        double ratio = half / distance;
        double needed = Math.ceil(estimate.n() * ratio * ratio);
        return distance == 0 || needed >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) needed;
    }

    /**
     * The number in words, rounded upwards to two digits.
     *
     * @param needed a number of replicates; 0 if nobody knows
     * @param had replicates that there are
     */
    public static String sentence(long needed, long had) {
        if (needed == Long.MAX_VALUE) {
            return "The estimate lies on it, so that no number of replicates can be expected to decide.";
        }
        if (needed <= 0) {
            return "More replicates are needed to decide.";
        }
        if (needed <= had) {
            return "A few more than the " + Rounding.count(had) + " replicates would decide if the estimate stays.";
        }
        return "About " + Rounding.count(roundedUp(needed)) + " replicates in all would decide if the estimate stays.";
    }

    private static long roundedUp(long needed) {
        long unit = 1;
        while (needed / unit >= StrictMath.pow(10, DIGITS)) {
            unit *= 10;
        }
        return needed % unit == 0 ? needed : (needed / unit + 1) * unit;
    }
}
