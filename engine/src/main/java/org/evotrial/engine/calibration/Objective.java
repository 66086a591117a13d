package org.evotrial.engine.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.evotrial.model.calibration.CalibrationTarget;
import org.jspecify.annotations.Nullable;

/**
 * The sum of squared standardised residuals of the fitted targets, as a function of the parameters' positions in their
 * ranges: (simulated - published) / max(SE published, SE Monte Carlo), each square times the target's weight.
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
        double[] residuals = of(figures(scales.values(positions)), targets);
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
    static double[] of(@Nullable List<Figure> figures, List<CalibrationTarget> targets) {
        double[] residuals = new double[targets.size()];
        Arrays.fill(residuals, UNKNOWN);
        for (int i = 0; figures != null && i < residuals.length; i++) {
            CalibrationTarget target = targets.get(i);
            residuals[i] = Math.sqrt(target.weight()) * standardised(figures.get(i), target);
        }
        return residuals;
    }

    /** The standardised residual of a figure, without its weight. */
    static double standardised(Figure figure, CalibrationTarget target) {
        double difference = figure.comparable() - target.value();
        double error = Math.max(target.error(), figure.standardError());
        return Double.isNaN(difference) ? UNKNOWN : difference / error;
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
