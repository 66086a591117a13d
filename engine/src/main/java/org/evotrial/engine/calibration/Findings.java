package org.evotrial.engine.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.evotrial.engine.provenance.BuildInformation;
import org.evotrial.engine.text.Numbers;
import org.evotrial.model.calibration.CalibrationDocument;
import org.evotrial.model.calibration.CalibrationParameter;
import org.evotrial.model.calibration.CalibrationResult;
import org.evotrial.model.calibration.CalibrationResult.Identifiability;
import org.evotrial.model.calibration.CalibrationTarget;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a calibration computed, put together as its result.
 *
 * @param document the calibration file
 * @param patients patients of the fit
 * @param verificationPatients fresh patients
 * @param seed master seed
 * @param evaluations simulations of the cohort
 * @param stopped whether the time limit ended it
 * @param scales scales of the parameters
 * @param atStart figures of all targets at the start; null if the start makes no disease
 * @param fitted figures at the estimates
 * @param verified figures at the estimates, fresh patients
 * @param estimates the estimates
 * @param sensitivity how the residuals follow the parameters there
 * @param profiles profiles of the first parameters, as far as the time allowed
 * @param starts the starts
 */
record Findings(
        CalibrationDocument document,
        int patients,
        int verificationPatients,
        long seed,
        int evaluations,
        boolean stopped,
        ParameterScales scales,
        @Nullable List<Figure> atStart,
        @Nullable List<Figure> fitted,
        @Nullable List<Figure> verified,
        double[] estimates,
        Sensitivity sensitivity,
        List<Profile> profiles,
        List<Fit.Start> starts) {
    private static final double AT_BOUND = 1e-3;
    private static final double STRONG_CORRELATION = 0.95;
    private static final double BETTER = -0.5;

    CalibrationResult result() {
        List<CalibrationResult.Parameter> parameters = parameters();
        return new CalibrationResult(
                CalibrationResult.FORMAT_VERSION,
                document.base().title(),
                BuildInformation.read().version(),
                seed,
                patients,
                verificationPatients,
                evaluations,
                stopped,
                objective(atStart, patients),
                objective(fitted, patients),
                objective(verified, verificationPatients),
                targets(),
                parameters,
                correlation(),
                starts.stream().map(this::start).toList(),
                warnings(parameters));
    }

    private double objective(@Nullable List<Figure> figures, int count) {
        double sum = 0;
        double[] residuals = Objective.of(figures, document.base().targets(), count);
        for (int i = 0; i < residuals.length; i++) {
            sum += document.base().targets().get(i).heldBack() ? 0 : residuals[i] * residuals[i];
        }
        return sum;
    }

    private List<CalibrationResult.Target> targets() {
        List<CalibrationResult.Target> results = new ArrayList<>();
        for (int i = 0; i < document.base().targets().size(); i++) {
            CalibrationTarget target = document.base().targets().get(i);
            Figure start = atStart == null ? Figure.NONE : atStart.get(i);
            Figure fit = fitted == null ? Figure.NONE : fitted.get(i);
            Figure fresh = verified == null ? Figure.NONE : verified.get(i);
            List<String> remarks = target.remarks();
            results.add(new CalibrationResult.Target(
                    target.arm(),
                    target.label(),
                    target.heldBack(),
                    target.value(),
                    target.error(),
                    target.interval(),
                    target.weight(),
                    remarks == null ? List.of() : remarks,
                    known(start.value()),
                    known(fit.value()),
                    fit.standardError(),
                    known(fresh.value()),
                    fresh.standardError(),
                    Objective.standardised(fresh, target, fresh.standardError())));
        }
        return results;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private List<CalibrationResult.Parameter> parameters() {
        List<CalibrationResult.Parameter> results = new ArrayList<>();
        double[] errors = sensitivity.standardErrors();
        double[] at = document.starts();
        for (int i = 0; i < estimates.length; i++) {
            CalibrationParameter parameter = document.base().parameters().get(i);
            Profile profile = i < profiles.size() ? profiles.get(i) : null;
            double lower = profile == null ? Double.NaN : profile.end(-1);
            double upper = profile == null ? Double.NaN : profile.end(1);
            double[] spread = spread(i);
            results.add(new CalibrationResult.Parameter(
                    parameter.pointer(),
                    parameter.tied(),
                    parameter.from(),
                    parameter.to(),
                    parameter.scale().name().toLowerCase(Locale.ROOT),
                    at[i],
                    estimates[i],
                    Double.isNaN(lower) ? null : scales.value(i, lower),
                    Double.isNaN(upper) ? null : scales.value(i, upper),
                    spread[0],
                    spread[1],
                    errors[i],
                    identifiability(i, profile, lower, upper),
                    points(i, profile)));
        }
        return results;
    }

    private Identifiability identifiability(int parameter, @Nullable Profile profile, double lower, double upper) {
        double position = scales.positions(estimates)[parameter];
        if (position < AT_BOUND || position > 1 - AT_BOUND) {
            return Identifiability.AT_THE_BOUND;
        }
        if (profile == null) {
            return Identifiability.NOT_EXAMINED;
        }
        if (Double.isNaN(lower)) {
            return Double.isNaN(upper) ? Identifiability.NOT_IDENTIFIED : Identifiability.UPPER_LIMIT_ONLY;
        }
        return Double.isNaN(upper) ? Identifiability.LOWER_LIMIT_ONLY : Identifiability.IDENTIFIED;
    }

    private List<CalibrationResult.Point> points(int parameter, @Nullable Profile profile) {
        return profile == null
                ? List.of()
                : profile.points().stream()
                        .map(p -> new CalibrationResult.Point(scales.value(parameter, p.position()), p.rise()))
                        .toList();
    }

    /** Smallest and largest estimate among the starts that end about as well as the best. */
    private double[] spread(int parameter) {
        double least = starts.stream().mapToDouble(Fit.Start::least).min().orElse(0);
        double[] good = starts.stream()
                .filter(s -> s.least() <= least + Profile.RISE_95)
                .mapToDouble(s -> scales.value(parameter, s.end()[parameter]))
                .toArray();
        return new double[] {
            Arrays.stream(good).min().orElse(estimates[parameter]),
            Arrays.stream(good).max().orElse(estimates[parameter])
        };
    }

    private List<List<Double>> correlation() {
        List<List<Double>> rows = new ArrayList<>();
        for (double[] row : sensitivity.correlation()) {
            rows.add(Arrays.stream(row).boxed().toList());
        }
        return rows;
    }

    private CalibrationResult.Start start(Fit.Start start) {
        return new CalibrationResult.Start(
                Arrays.stream(scales.values(start.start())).boxed().toList(),
                Arrays.stream(scales.values(start.end())).boxed().toList(),
                start.least(),
                start.evaluations());
    }

    private List<String> warnings(List<CalibrationResult.Parameter> parameters) {
        List<String> warnings = new ArrayList<>(document.warnings());
        if (stopped) {
            warnings.add("The time limit ended the fit or the profiles: a run without it can end elsewhere.");
        }
        long noisy = document.base().targets().stream()
                .filter(t -> !t.heldBack() && Objective.expectedError(t, patients) > t.error())
                .count();
        if (noisy > 0) {
            warnings.add(
                    "The Monte Carlo error of %d fitted targets exceeds their own standard error: use more patients."
                            .formatted(noisy));
        }
        for (int i = 0; i < parameters.size(); i++) {
            String sentence = sentence(parameters.get(i).identifiability());
            if (sentence != null) {
                warnings.add(label(i) + ": " + sentence);
            }
        }
        List<List<Double>> correlation = correlation();
        for (int i = 0; i < correlation.size(); i++) {
            for (int j = 0; j < i; j++) {
                double r = correlation.get(i).get(j);
                if (Math.abs(r) > STRONG_CORRELATION) {
                    warnings.add("%s and %s trade against each other (correlation %s)."
                            .formatted(label(j), label(i), Numbers.significant(r, 2)));
                }
            }
        }
        profiles.stream().flatMap(p -> p.points().stream()).mapToDouble(Profile.Point::rise).min().stream()
                .filter(rise -> rise < BETTER)
                .forEach(rise -> warnings.add(
                        "A profile found a point whose sum of squares is smaller by %s than that of the estimate: more evaluations would improve the fit."
                                .formatted(Numbers.significant(-rise, 2))));
        return warnings;
    }

    private static @Nullable String sentence(Identifiability identifiability) {
        return switch (identifiability) {
            case NOT_IDENTIFIED -> "not identified: its profile is flat over the whole range.";
            case AT_THE_BOUND -> "the estimate is an end of its range.";
            case UPPER_LIMIT_ONLY -> "the targets give an upper limit only.";
            case LOWER_LIMIT_ONLY -> "the targets give a lower limit only.";
            case IDENTIFIED, NOT_EXAMINED -> null;
        };
    }

    private String label(int parameter) {
        return document.base().parameters().get(parameter).label();
    }
}
