package org.evotrial.engine.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.evotrial.engine.plan.Planner;
import org.evotrial.engine.text.Numbers;
import org.evotrial.model.calibration.CalibrationDocument;
import org.evotrial.model.calibration.CalibrationFile;
import org.evotrial.model.calibration.CalibrationResult;
import org.evotrial.model.calibration.CalibrationTarget;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Fits the parameters of a calibration file to its targets: simplices from several starts, a few Gauss-Newton steps from the
 * best of them, estimates rounded to four significant digits, profiles, and figures on patients that the fit has not seen.
 */
public final class Calibration {
    private static final int DIGITS = 4;
    private static final int EVALUATIONS_PER_PARAMETER = 60;
    private static final int VERIFICATION_FACTOR = 4;
    private static final int REFINEMENTS = 3;

    private final CalibrationDocument document;
    private final CalibrationFile file;
    private final CalibrationOptions options;
    private final CalibrationProgress progress;
    private final BooleanSupplier stop;
    private final CalibrationPlanner planner = new CalibrationPlanner(new Planner());
    private final List<CalibrationTarget> fitted;
    private final ParameterScales scales;
    private final VirtualCohort cohort;
    private final Objective objective;
    private final int patients;
    private final int verificationPatients;
    private final long seed;
    private boolean stopped;

    /**
     * @param document the calibration file, read without problems
     * @param options how it is carried out
     * @param progress is told how far it is
     * @param stop whether the time is up; the fit and the profiles then end with what they have
     * @throws ConfigurationException if the disease, the arms and the targets do not fit together
     */
    public Calibration(
            CalibrationDocument document,
            CalibrationOptions options,
            CalibrationProgress progress,
            BooleanSupplier stop) {
        this.document = document;
        this.options = options;
        this.progress = progress;
        this.stop = stop;
        file = document.base();
        Integer wanted = options.patients();
        patients = wanted == null ? file.patients() : wanted;
        Integer fresh = options.verificationPatients();
        verificationPatients = fresh == null ? VERIFICATION_FACTOR * patients : fresh;
        Long given = options.seed();
        seed = given == null ? file.seed() : given;
        fitted = file.targets().stream().filter(t -> !t.heldBack()).toList();
        scales = new ParameterScales(file.parameters());
        planner.plan(file);
        cohort = new VirtualCohort(document, planner, options.threads(), seed);
        objective = new Objective(cohort, scales, fitted, patients, progress, stop);
    }

    /**
     * Runs the calibration.
     *
     * @throws InterruptedException if this thread was interrupted; nothing is kept
     */
    public CalibrationResult run() throws InterruptedException {
        try {
            return findings();
        } catch (Objective.Interrupted e) {
            throw new InterruptedException(e.getMessage());
        }
    }

    private CalibrationResult findings() throws InterruptedException {
        double[] first = scales.positions(document.starts());
        List<Fit.Start> starts = starts(first);
        double[] best = starts.stream()
                .min(Comparator.comparingDouble(Fit.Start::least))
                .map(Fit.Start::end)
                .orElse(first);
        Refinement refinement = refine(best);
        double[] estimates = rounded(scales.values(refinement.positions()));
        double[] positions = scales.positions(estimates);
        double least = Objective.sum(objective.residuals(positions));
        List<Profile> profiles = profiles(refinement.sensitivity(), positions, least);
        progress.stageStarted("verification on fresh patients", 0);
        return new Findings(
                        document,
                        patients,
                        verificationPatients,
                        seed,
                        objective.evaluations(),
                        stopped,
                        scales,
                        figures(document.starts(), VirtualCohort.CALIBRATION, patients),
                        figures(estimates, VirtualCohort.CALIBRATION, patients),
                        figures(estimates, VirtualCohort.VERIFICATION, verificationPatients),
                        estimates,
                        refinement.sensitivity(),
                        profiles,
                        starts)
                .result();
    }

    private List<Fit.Start> starts(double[] first) {
        Integer wanted = options.evaluations();
        int evaluations = wanted == null ? EVALUATIONS_PER_PARAMETER * (first.length + 1) : wanted;
        progress.stageStarted("fit", evaluations);
        List<Fit.Start> starts = new Fit(objective).run(first, options.starts(), evaluations);
        stopped |= stop.getAsBoolean();
        return starts;
    }

    /** A refined point and the sensitivity at or near it. */
    private record Refinement(double[] positions, Sensitivity sensitivity) {}

    private Refinement refine(double[] from) {
        int most = REFINEMENTS * (Sensitivity.evaluations(from.length) + 1) + Sensitivity.evaluations(from.length) + 1;
        progress.stageStarted("refinement", most);
        double[] positions = from;
        double[] residuals = objective.residuals(positions);
        Sensitivity sensitivity = Sensitivity.at(positions, objective);
        for (int i = 0; i < REFINEMENTS && !stop.getAsBoolean(); i++) {
            double[] moved = Sensitivity.moved(positions, sensitivity.step(residuals, -1), 1);
            if (Arrays.equals(moved, positions)) {
                break;
            }
            double[] next = objective.residuals(moved);
            if (Objective.sum(next) >= Objective.sum(residuals)) {
                break;
            }
            positions = moved;
            residuals = next;
            sensitivity = Sensitivity.at(positions, objective);
        }
        return new Refinement(positions, sensitivity);
    }

    private double[] rounded(double[] values) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double value = Double.parseDouble(Numbers.significant(values[i], DIGITS));
            rounded[i] = Math.max(
                    file.parameters().get(i).from(),
                    Math.min(file.parameters().get(i).to(), value));
        }
        return rounded;
    }

    private List<Profile> profiles(Sensitivity sensitivity, double[] positions, double least) {
        int points = options.profilePoints();
        List<Profile> profiles = new ArrayList<>();
        if (points == 0) {
            return profiles;
        }
        progress.stageStarted("profiles", scales.count() * Profile.evaluations(points));
        double[] errors = sensitivity.standardErrors();
        try {
            for (int i = 0; i < scales.count(); i++) {
                Profile profile = new Profile(objective, sensitivity, positions, least, i);
                profile.walk(points, errors[i]);
                profiles.add(profile);
            }
        } catch (Objective.TimeIsUp e) {
            stopped = true;
        }
        return profiles;
    }

    private @Nullable List<Figure> figures(double[] values, long population, int count) throws InterruptedException {
        return cohort.figures(values, file.targets(), population, count);
    }
}
