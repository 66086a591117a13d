package org.evotrial.report.figure;

import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.Truth;

/**
 * A number as the reader sees it.
 *
 * @param value the number, with its per cent sign if it is a probability
 * @param error its Monte Carlo standard error in the same units; empty if there is none
 * @param interval its Monte Carlo interval; empty if there is none
 * @param count replicates or patients that it rests on
 */
public record Figure(String value, String error, String interval, String count) {
    /** A number that was not measured. */
    public static final Figure MISSING = new Figure(Rounding.MISSING, "", "", "0");

    /** An estimate, rounded so that its Monte Carlo standard error keeps two significant digits. */
    public static Figure of(Estimate estimate) {
        if (estimate.n() == 0 || Double.isNaN(estimate.value())) {
            return MISSING;
        }
        boolean percent = isPercent(estimate);
        boolean deviation = estimate.statistic().equals("difference")
                || estimate.statistic().equals("bias");
        String unit = !percent ? "" : deviation ? " points" : " %";
        return of(
                estimate.value(),
                estimate.mcse(),
                estimate.lower(),
                estimate.upper(),
                percent ? 100 : 1,
                unit,
                estimate.n());
    }

    /** True if readers see the estimate in per cent, or a difference of it in percentage points. */
    public static boolean isPercent(Estimate estimate) {
        return estimate.isProbability() || inheritsPercent(estimate);
    }

    /**
     * A spread or quantile beside the estimate of the same quantity: rounded by its own error, but never finer than the
     * estimate.
     */
    public static String beside(Estimate spread, Estimate estimate) {
        if (spread.n() == 0 || Double.isNaN(spread.value())) {
            return Rounding.MISSING;
        }
        boolean percent = isPercent(spread);
        double scale = percent ? 100 : 1;
        int own = rounding(spread, scale).decimals();
        int finest =
                Double.isNaN(estimate.value()) ? own : rounding(estimate, scale).decimals();
        return new Rounding(Math.min(own, finest)).text(spread.value() * scale) + (percent ? " %" : "");
    }

    private static Rounding rounding(Estimate estimate, double scale) {
        return rounding(
                estimate.value() * scale, estimate.mcse() * scale, (estimate.upper() - estimate.lower()) * scale);
    }

    /** A true value with the error of the run that computed it. */
    public static Figure of(Truth truth) {
        if (Double.isNaN(truth.value())) {
            return new Figure("not reached", "", "", Rounding.count(truth.patients()));
        }
        boolean percent = truth.measure().equals("eventFreeProbability");
        return of(truth.value(), truth.mcse(), truth.lower(), truth.upper(), percent, truth.patients());
    }

    /** A number with its error and interval. */
    public static Figure of(double value, double mcse, double lower, double upper, boolean percent, long n) {
        return of(value, mcse, lower, upper, percent ? 100 : 1, percent ? " %" : "", n);
    }

    private static Figure of(double value, double mcse, double lower, double upper, double scale, String unit, long n) {
        Rounding rounding = rounding(value * scale, mcse * scale, (upper - lower) * scale);
        boolean exact = mcse == 0 && value * scale == Math.rint(value * scale);
        return new Figure(
                (exact ? new Rounding(0) : rounding).text(value * scale) + unit,
                mcse > 0 && !Double.isInfinite(mcse) ? rounding.text(mcse * scale) : "",
                Double.isNaN(lower) || Double.isNaN(upper)
                        ? ""
                        : rounding.text(lower * scale) + " to " + rounding.text(upper * scale) + unit,
                Rounding.count(n));
    }

    /** Everything about the number in one line, for a tooltip. */
    public String sentence() {
        StringBuilder text = new StringBuilder(value);
        if (!error.isEmpty()) {
            text.append(", Monte Carlo standard error ").append(error);
        }
        if (!interval.isEmpty()) {
            text.append(", interval ").append(interval);
        }
        return text.append(", n = ").append(count).toString();
    }

    /** True if there is a number. */
    public boolean isMeasured() {
        return !value.equals(Rounding.MISSING);
    }

    /** True for a mean or an error of something that is itself a share, so that a table does not mix scales. */
    private static boolean inheritsPercent(Estimate estimate) {
        return MetricName.isShare(estimate.metric(), estimate.unit())
                && !estimate.statistic().equals("meanSquaredError");
    }

    /** At 0/n and n/n the standard error is zero; a quarter of the interval then stands in for it. */
    private static Rounding rounding(double value, double mcse, double width) {
        if (mcse > 0 && !Double.isInfinite(mcse)) {
            return Rounding.byError(mcse);
        }
        if (width > 0 && !Double.isInfinite(width)) {
            return Rounding.byError(width / 4);
        }
        return value == Math.rint(value) ? new Rounding(0) : Rounding.significant(value, 3);
    }
}
