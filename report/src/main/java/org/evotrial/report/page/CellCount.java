package org.evotrial.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evotrial.report.figure.Rounding;

/** Numbers of cells, from one to ten to the thirteenth, in two digits. */
final class CellCount {
    private static final double LARGE = 1e5;

    private CellCount() {}

    static String text(double cells) {
        if (cells < 0.5) {
            return "0";
        }
        if (cells < LARGE) {
            return Rounding.plain(Rounding.significant(cells, 2).decimals() >= 0 ? Math.rint(cells) : rounded(cells));
        }
        int exponent = (int) Math.floor(StrictMath.log10(cells));
        BigDecimal lead = BigDecimal.valueOf(cells).movePointLeft(exponent).setScale(1, RoundingMode.HALF_EVEN);
        return lead + " × 10" + raised(exponent);
    }

    private static double rounded(double cells) {
        double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(cells)) - 1);
        return Math.rint(cells / unit) * unit;
    }

    private static String raised(int exponent) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toString(exponent).toCharArray()) {
            text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
        }
        return text.toString();
    }
}
