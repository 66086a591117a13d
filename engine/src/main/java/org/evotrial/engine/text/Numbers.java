package org.evotrial.engine.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as text, the same in every locale. */
public final class Numbers {
    private static final double LARGEST_PLAIN = 1e9;
    private static final double SMALLEST_PLAIN = 1e-6;

    private Numbers() {}

    /** A count with its thousands grouped: {@code 10,000}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * A number rounded (half even) to significant digits, without trailing zeros.
     *
     * @param value any number
     * @param digits significant digits, at least 1
     * @return plain decimals for magnitudes from 1e-6 to 1e9, otherwise scientific; {@code NaN}, {@code Infinity} as Java prints them
     */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        double magnitude = Math.abs(value);
        boolean plain = magnitude >= SMALLEST_PLAIN && magnitude < LARGEST_PLAIN;
        return plain ? rounded.toPlainString() : rounded.toString();
    }

    /** A length of time for people: {@code 9 s}, {@code 2 min 05 s}, {@code 3 h 20 min}. */
    public static String duration(double seconds) {
        long whole = Math.max(0, Math.round(seconds));
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
    }
}
