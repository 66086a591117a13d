package org.evotrial.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How many decimal places a number is worth.
 *
 * @param decimals decimal places; negative values round to tens, hundreds and so on
 */
public record Rounding(int decimals) {
    /** What stands for a number that was not measured. */
    public static final String MISSING = "–";

    private static final int ERROR_DIGITS = 2;
    private static final int LARGEST = 9;

    public Rounding {
        if (Math.abs(decimals) > 15) {
            throw new IllegalArgumentException("The decimals (%d) must lie in [-15, 15].".formatted(decimals));
        }
    }

    /**
     * The rounding at which a standard error keeps two significant digits, so that the number beside it claims no more than
     * is known.
     *
     * @param standardError a positive, finite standard error
     */
    public static Rounding byError(double standardError) {
        if (!(standardError > 0) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException(
                    "The standard error (%s) must be positive and finite.".formatted(standardError));
        }
        return significant(standardError, ERROR_DIGITS);
    }

    /** The rounding at which a number without a known error keeps a number of significant digits. */
    public static Rounding significant(double value, int digits) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return new Rounding(0);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return limited(digits - 1 - exponent);
    }

    /** A number without a known error at three significant digits, trailing zeros removed. */
    public static String plain(double value) {
        return plain(value, 3);
    }

    /** A number without a known error, trailing zeros removed; whole numbers are kept whole. */
    public static String plain(double value, int digits) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return new Rounding(0).text(value);
        }
        int places = value == Math.rint(value)
                ? 0
                : Math.max(0, significant(value, digits).decimals());
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
        return typeset(places == 0 ? rounded : rounded.stripTrailingZeros());
    }

    /** A count, thousands grouped from 10,000 on. */
    public static String count(long n) {
        return typeset(BigDecimal.valueOf(n));
    }

    /** The number as text: a true minus sign, thousands grouped from 10,000 on, {@value #MISSING} for NaN. */
    public String text(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return typeset(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    private static Rounding limited(int decimals) {
        return new Rounding(Math.max(-LARGEST, Math.min(LARGEST, decimals)));
    }

    private static String typeset(BigDecimal number) {
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(digits);
        if (whole > 4) {
            for (int i = whole - 3; i > 0; i -= 3) {
                text.insert(i, ',');
            }
        }
        return number.signum() < 0 ? text.insert(0, '−').toString() : text.toString();
    }
}
