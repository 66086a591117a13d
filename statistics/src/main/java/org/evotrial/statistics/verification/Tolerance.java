package org.evotrial.statistics.verification;

import org.evotrial.statistics.Admissible;

/**
 * How far our value may lie from a reference value, and the unit in which that is measured.
 *
 * @param scale what a difference is measured in
 * @param limit largest admissible difference on that scale, zero or positive
 * @param standardError the standard error of both values together, for {@link Scale#STANDARD_ERRORS}; 1 otherwise
 */
public record Tolerance(Scale scale, double limit, double standardError) {
    /** What a difference is measured in. */
    public enum Scale {
        /** {@code |ours - reference|}. */
        ABSOLUTE,
        /** {@code |ours - reference| / |reference|}; a reference of 0 is met by 0 alone. */
        RELATIVE,
        /** {@code |ours - reference| / standardError}, for values of which one at least is simulated. */
        STANDARD_ERRORS
    }

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if the limit or the standard error is negative, NaN or infinite
     */
    public Tolerance {
        Admissible.nonNegative("limit", limit);
        Admissible.nonNegative("standardError", standardError);
    }

    /**
     * A largest absolute difference.
     *
     * @param limit zero or positive
     * @return tolerance
     */
    public static Tolerance absolute(double limit) {
        return new Tolerance(Scale.ABSOLUTE, limit, 1);
    }

    /**
     * A largest difference relative to the reference value.
     *
     * @param limit zero or positive
     * @return tolerance
     */
    public static Tolerance relative(double limit) {
        return new Tolerance(Scale.RELATIVE, limit, 1);
    }

    /**
     * A largest difference in standard errors.
     *
     * @param standardError of the difference: {@code sqrt(ours^2 + theirs^2)}; with 0 only equal values agree
     * @param multiples how many of them are admissible
     * @return tolerance
     */
    public static Tolerance simulated(double standardError, double multiples) {
        return new Tolerance(Scale.STANDARD_ERRORS, multiples, standardError);
    }

    /**
     * The difference on the scale of this tolerance.
     *
     * @param ours any number
     * @param reference any number but NaN; an infinity is met by itself alone
     * @return zero or positive; positive infinity if ours is NaN
     */
    public double difference(double ours, double reference) {
        if (ours == reference) {
            return 0;
        }
        double unit = switch (scale) {
            case ABSOLUTE -> 1;
            case RELATIVE -> Math.abs(reference);
            case STANDARD_ERRORS -> standardError;
        };
        double difference = Math.abs(ours - reference) / unit;
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    /**
     * Whether two values agree.
     *
     * @param ours any number
     * @param reference any number but NaN
     * @return whether the difference is at most the limit
     */
    public boolean holds(double ours, double reference) {
        return difference(ours, reference) <= limit;
    }
}
