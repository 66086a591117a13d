package org.evotrial.engine.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.evotrial.model.calibration.CalibrationTarget;
import org.evotrial.spi.StrictFunctions;
import org.jspecify.annotations.Nullable;

/**
 * The sum of squared standardised residuals of the fitted targets, as a function of the parameters' positions in their
 * ranges: (simulated - published) / max(SE published, SE Monte Carlo), each square times the target's weight.
 *
 * <p>The Monte Carlo error is the one of a figure that equals the published one. With the error of the simulated figure a
 * worse fit of large error could have smaller residuals, and the sum of squares false minima.
 */
final class Objective {
    /** Residual of a figure that does not exist, and of values that make no disease. */
    static final double UNKNOWN = 30;

    private final VirtualCohort cohort;
    private final ParameterScales scales;
    private final List<CalibrationTarget> targets;
    private final int patients;
    private final CalibrationProgress progress;
    private final BooleanSupplier stop;
    private int evaluations;
    private double least = Double.POSITIVE_INFINITY;

    Objective(
            VirtualCohort cohort,
            ParameterScales scales,
            List<CalibrationTarget> targets,
            int patients,
            CalibrationProgress progress,
            BooleanSupplier stop) {
        this.cohort = cohort;
        this.scales = scales;
        this.targets = targets;
        this.patients = patients;
        this.progress = progress;
        this.stop = stop;
    }

    /** The time is up: the stage ends with what it has. */
    static final class TimeIsUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        TimeIsUp() {
            super("the time is up");
        }
    }

    /** The thread was interrupted. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Interrupted(InterruptedException cause) {
            super("interrupted", cause);
        }
    }

    /** As {@link #residuals} unless the time is up. */
    double[] residualsInTime(double[] positions) {
        if (stop.getAsBoolean()) {
            throw new TimeIsUp();
        }
        return residuals(positions);
    }

    /** Residuals of the targets at positions in [0, 1]. */
    double[] residuals(double[] positions) {
        double[] residuals = of(figures(scales.values(positions)), targets, patients);
        evaluations++;
        least = Math.min(least, sum(residuals));
        progress.evaluated(evaluations, least);
        return residuals;
    }

    private @Nullable List<Figure> figures(double[] values) {
        try {
            return cohort.figures(values, targets, VirtualCohort.CALIBRATION, patients);
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }

    /** Weighted residuals of figures; null figures are those of no disease. */
    static double[] of(@Nullable List<Figure> figures, List<CalibrationTarget> targets, int patients) {
        double[] residuals = new double[targets.size()];
        Arrays.fill(residuals, UNKNOWN);
        for (int i = 0; figures != null && i < residuals.length; i++) {
            CalibrationTarget target = targets.get(i);
            residuals[i] =
                    Math.sqrt(target.weight()) * standardised(figures.get(i), target, expectedError(target, patients));
        }
        return residuals;
    }

    /**
     * The standardised residual of a figure, without its weight.
     *
     * @param monteCarloError Monte Carlo standard error
     */
    static double standardised(Figure figure, CalibrationTarget target, double monteCarloError) {
        double difference = figure.comparable() - target.value();
        return Double.isNaN(difference) ? UNKNOWN : difference / Math.max(target.error(), monteCarloError);
    }

    /**
     * Monte Carlo standard error of a figure that equals the published value: binomial for shares and rates, of the median of an
     * exponential distribution, {@code m / (ln 2 sqrt(n))}, for median times; 0 where nothing is known of the distribution.
     */
    static double expectedError(CalibrationTarget target, int patients) {
        double value = target.value();
        return switch (target.statistic()) {
            case MEDIAN_PFS_MONTHS, MEDIAN_OS_MONTHS -> value / (StrictFunctions.log(2) * Math.sqrt(patients));
            case MEDIAN_AT_BASELINE, MEDIAN_BEST_CHANGE -> 0;
            case PFS_RATE,
                    OS_RATE,
                    RESPONSE_RATE,
                    SHARE_AT_PROGRESSION,
                    SHARE_DIED_BEFORE_PROGRESSION,
                    SHARE_DETECTED_AT_BASELINE,
                    SHARE_WITH_DECLINE,
                    SHARE_BELOW_CELLS -> Math.sqrt(value * (1 - value) / patients);
        };
    }

    /** The sum of squares. */
    static double sum(double[] residuals) {
        double sum = 0;
        for (double r : residuals) {
            sum += r * r;
        }
        return sum;
    }

    /** Number of evaluations so far. */
    int evaluations() {
        return evaluations;
    }
}
