package org.evotrial.statistics.verification;

import java.util.Locale;

/** Writes differences and tolerances with their units. */
public final class Differences {
    private Differences() {}

    /**
     * A difference with two digits.
     *
     * @param difference zero or positive, possibly infinite
     * @return text; what is below 1e-12 is not told from zero
     */
    public static String text(double difference) {
        if (difference < Worst.NEGLIGIBLE) {
            return "< 1e-12";
        }
        boolean plain = difference >= 0.01 && difference < 1000;
        return String.format(Locale.ROOT, plain ? "%.2g" : "%.1e", difference);
    }

    /**
     * A tolerance with its unit.
     *
     * @param tolerance any
     * @return text such as {@code 1e-05}, {@code 1e-08 relative}, {@code 5 standard errors}
     */
    public static String text(Tolerance tolerance) {
        return switch (tolerance.scale()) {
            case ABSOLUTE -> limit(tolerance);
            case RELATIVE -> limit(tolerance) + " relative";
            case STANDARD_ERRORS -> limit(tolerance) + " standard errors";
        };
    }

    private static String limit(Tolerance tolerance) {
        double limit = tolerance.limit();
        if (limit >= 0.01 || limit == 0) {
            String text = Double.toString(limit);
            return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }
        return String.format(Locale.ROOT, "%.0e", limit);
    }
}
