package org.evotrial.model.calibration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a calibration found: {@code calibration.json}.
 *
 * @param formatVersion version of this format
 * @param title title of the calibration
 * @param evotrialVersion version of evotrial
 * @param seed master seed
 * @param patients virtual patients per arm in the fit
 * @param verificationPatients virtual patients per arm in the check on fresh streams
 * @param evaluations simulations of the cohort in all
 * @param stoppedByTime whether the time limit ended it
 * @param objectiveAtStart sum of squared standardised residuals at the start
 * @param objective the same at the estimate, on the patients of the fit
 * @param objectiveVerified the same at the estimate, on fresh patients
 * @param targets the targets, fitted and held back
 * @param parameters the parameters
 * @param correlation correlation matrix of the estimates
 * @param starts where the starts led
 * @param warnings what readers should know
 */
public record CalibrationResult(
        String formatVersion,
        String title,
        String evotrialVersion,
        long seed,
        int patients,
        int verificationPatients,
        int evaluations,
        boolean stoppedByTime,
        double objectiveAtStart,
        double objective,
        double objectiveVerified,
        List<Target> targets,
        List<Parameter> parameters,
        List<List<Double>> correlation,
        List<Start> starts,
        List<String> warnings) {
    /** The version that this code writes. */
    public static final String FORMAT_VERSION = "1";

    public CalibrationResult {
        targets = List.copyOf(targets);
        parameters = List.copyOf(parameters);
        correlation = List.copyOf(correlation);
        starts = List.copyOf(starts);
        warnings = List.copyOf(warnings);
    }

    /**
     * A target. Figures are null where they do not exist, as a median that is not reached.
     *
     * @param arm arm
     * @param label what the figure is
     * @param heldBack whether it was only compared
     * @param published published value
     * @param standardError its standard error
     * @param interval its 95 % interval; null if only the standard error is given
     * @param weight weight in the fit
     * @param remarks source
     * @param atStart simulated with the start values, on the patients of the fit
     * @param fitted simulated with the estimates, on the patients of the fit
     * @param fittedError its Monte Carlo standard error
     * @param verified simulated with the estimates, on fresh patients
     * @param verifiedError its Monte Carlo standard error
     * @param residual standardised residual on fresh patients, without the weight
     */
    public record Target(
            String arm,
            String label,
            boolean heldBack,
            double published,
            double standardError,
            @Nullable List<Double> interval,
            double weight,
            List<String> remarks,
            @Nullable Double atStart,
            @Nullable Double fitted,
            double fittedError,
            @Nullable Double verified,
            double verifiedError,
            double residual) {}

    /**
     * A parameter.
     *
     * @param pointer what is fitted
     * @param tied numbers that follow it: pointer to factor
     * @param from lower end of its range
     * @param to upper end of its range
     * @param scale the scale on which the fit moves
     * @param start where the fit began
     * @param estimate estimate, as written into the files
     * @param profileLower lower end of the 95 % profile interval; null if the profile stays below to the end
     * @param profileUpper upper end
     * @param lowestOfStarts smallest estimate among the starts that end about as well as the best
     * @param highestOfStarts largest of these
     * @param relativeError linearised standard error as a share of the range on the parameter's scale
     * @param identifiability what the profile says
     * @param profile values at which it was held, with the rise of the sum of squares
     */
    public record Parameter(
            String pointer,
            Map<String, Double> tied,
            double from,
            double to,
            String scale,
            double start,
            double estimate,
            @Nullable Double profileLower,
            @Nullable Double profileUpper,
            double lowestOfStarts,
            double highestOfStarts,
            double relativeError,
            Identifiability identifiability,
            List<Point> profile) {}

    /** What the profile of a parameter says. */
    public enum Identifiability {
        /** The sum of squares rises by 3.84 on both sides of the estimate. */
        IDENTIFIED,
        /** It rises towards larger values only: the targets give an upper limit. */
        UPPER_LIMIT_ONLY,
        /** It rises towards smaller values only: the targets give a lower limit. */
        LOWER_LIMIT_ONLY,
        /** It rises on neither side. */
        NOT_IDENTIFIED,
        /** The estimate is an end of the range. */
        AT_THE_BOUND,
        /** No profile was computed. */
        NOT_EXAMINED
    }

    /**
     * A point of a profile.
     *
     * @param value value of the parameter
     * @param rise rise of the sum of squares over that of the estimate
     */
    public record Point(double value, double rise) {}

    /**
     * A start of the fit.
     *
     * @param from values at which it began
     * @param to values at which it ended
     * @param objective sum of squared standardised residuals there
     * @param evaluations simulations of the cohort that it took
     */
    public record Start(List<Double> from, List<Double> to, double objective, int evaluations) {}
}
