package org.evotrial.engine.calibration;

import java.util.Arrays;
import org.evotrial.model.calibration.CalibrationTarget;
import org.evotrial.model.calibration.Statistic;
import org.evotrial.spi.StrictFunctions;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.montecarlo.MonteCarloEstimate;
import org.evotrial.statistics.montecarlo.PerformanceMeasure;
import org.evotrial.statistics.survival.KaplanMeier;
import org.evotrial.statistics.survival.SurvivalQuantile;

/** From what was observed of single patients to the figure of a target. */
final class TargetFigure {
    private static final double LEVEL = 0.95;
    private static final double LONGEST_EXTRAPOLATION = 10;

    private TargetFigure() {}

    /**
     * The figure.
     *
     * @param target what it is
     * @param observed one number for each patient: months to the event (infinite if there was none), 1 or 0, or a
     *     value; NaN for patients whom it does not concern
     * @param followUpMonths months after which everybody is censored
     */
    static Figure of(CalibrationTarget target, double[] observed, double followUpMonths) {
        Statistic statistic = target.statistic();
        return switch (statistic) {
            case MEDIAN_PFS_MONTHS, MEDIAN_OS_MONTHS -> medianTime(curve(observed, followUpMonths), followUpMonths);
            case PFS_RATE, OS_RATE -> {
                Double months = target.atMonths();
                double at = months == null ? followUpMonths : months;
                KaplanMeier curve = curve(observed, followUpMonths);
                double rate = curve.survival(at);
                yield new Figure(rate, rate, curve.standardError(at));
            }
            case MEDIAN_AT_BASELINE, MEDIAN_BEST_CHANGE -> median(known(observed));
            case RESPONSE_RATE,
                    SHARE_AT_PROGRESSION,
                    SHARE_DIED_BEFORE_PROGRESSION,
                    SHARE_DETECTED_AT_BASELINE,
                    SHARE_WITH_DECLINE,
                    SHARE_BELOW_CELLS -> share(known(observed));
        };
    }

    private static KaplanMeier curve(double[] months, double followUpMonths) {
        double[] time = new double[months.length];
        boolean[] event = new boolean[months.length];
        for (int i = 0; i < time.length; i++) {
            time[i] = Math.min(months[i], followUpMonths);
            event[i] = months[i] <= followUpMonths;
        }
        return KaplanMeier.of(time, event);
    }

    private static Figure medianTime(KaplanMeier curve, double followUpMonths) {
        double median = SurvivalQuantile.median(curve);
        ConfidenceInterval interval = SurvivalQuantile.medianInterval(curve, LEVEL);
        double lower = Math.min(interval.lower(), followUpMonths);
        double upper = Math.min(interval.upper(), followUpMonths);
        double error = (upper - lower) / (2 * ConfidenceInterval.normalQuantile(LEVEL));
        if (median < Double.POSITIVE_INFINITY) {
            return new Figure(median, median, error);
        }
        double last = curve.survival(followUpMonths);
        double factor = last >= 1 ? LONGEST_EXTRAPOLATION : StrictFunctions.log(0.5) / StrictFunctions.log(last);
        return new Figure(Double.NaN, followUpMonths * Math.min(LONGEST_EXTRAPOLATION, factor), error);
    }

    private static double[] known(double[] observed) {
        return Arrays.stream(observed).filter(v -> !Double.isNaN(v)).toArray();
    }

    private static Figure median(double[] values) {
        if (values.length == 0) {
            return Figure.NONE;
        }
        MonteCarloEstimate median = PerformanceMeasure.quantile(values, 0.5, LEVEL);
        double error = Double.isFinite(median.standardError()) ? median.standardError() : 0;
        return new Figure(median.value(), median.value(), error);
    }

    private static Figure share(double[] values) {
        if (values.length == 0) {
            return Figure.NONE;
        }
        long count = Arrays.stream(values).filter(v -> v == 1).count();
        MonteCarloEstimate share = PerformanceMeasure.proportion(count, values.length, LEVEL);
        return new Figure(share.value(), share.value(), share.standardError());
    }
}
