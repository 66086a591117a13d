package org.evotrial.statistics.verification;

import java.util.List;

/**
 * Chooses the comparison that a summary shows. Differences are rounded to two digits first and the earliest of equals
 * wins, so that machines whose last bits differ choose the same.
 */
final class Worst {
    /** Below this a difference on any scale is rounding and not told from zero. */
    static final double NEGLIGIBLE = 1e-12;

    private Worst() {}

    static Comparison of(List<Comparison> comparisons) {
        Comparison worst = comparisons.get(0);
        for (Comparison comparison : comparisons) {
            if (exhaustion(comparison) > exhaustion(worst)) {
                worst = comparison;
            }
        }
        return worst;
    }

    /** The part of the tolerance that is used up. */
    private static double exhaustion(Comparison comparison) {
        double difference = rounded(comparison.difference());
        return difference == 0 ? 0 : difference / comparison.tolerance().limit();
    }

    /** Two significant digits; 0 for what is negligible. */
    static double rounded(double difference) {
        if (difference < NEGLIGIBLE || Double.isInfinite(difference)) {
            return difference < NEGLIGIBLE ? 0 : difference;
        }
        double scale = StrictMath.pow(10, Math.floor(StrictMath.log10(difference)) - 1);
        return Math.rint(difference / scale) * scale;
    }
}
