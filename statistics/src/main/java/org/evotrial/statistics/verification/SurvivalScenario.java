package org.evotrial.statistics.verification;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.survival.planning.Accrual;

/**
 * A scenario of rpact's simulated survival trials: what is drawn for a subject.
 *
 * <p>Accrual is deterministic, {@code i / intensity} for the i-th subject; treatment is allocated in a fixed repeating
 * order, one experimental subject, the control subject, the other experimental ones; {@code S(t) = exp(-(lambda
 * t)^shape)} with a control median of 6 months. The file does not state the accrual rates of its ramp, the shares of its
 * uneven dropout and the order of allocation: those here reproduce its look times.
 *
 * @param allocation experimental subjects per control subject, a whole number
 * @param hazardRatio experimental to control, proportional hazards
 * @param shape Weibull shape
 * @param ramp whether 10 subjects a month enter for 6 months before the rest do evenly until month 18
 * @param experimentalDropout share lost in 12 months
 * @param controlDropout share lost in 12 months
 * @param futility whether a trial stops where z is at most 0 at an interim look
 */
record SurvivalScenario(
        int allocation,
        double hazardRatio,
        double shape,
        boolean ramp,
        double experimentalDropout,
        double controlDropout,
        boolean futility) {
    private static final double EFFECT = 2.0 / 3;
    private static final double USUAL = 0.05;

    /** The scenario by its name; hazard ratio and shape stand in the names and may be others. */
    static SurvivalScenario of(String name) {
        if (name.startsWith("W1_hr")) {
            return usual(number(name, "W1_hr"));
        }
        if (name.startsWith("weibull_k")) {
            return new SurvivalScenario(1, EFFECT, number(name, "weibull_k"), false, USUAL, USUAL, false);
        }
        return switch (name) {
            case "futility0_null" -> new SurvivalScenario(1, 1, 1, false, USUAL, USUAL, true);
            case "futility0_alt" -> new SurvivalScenario(1, EFFECT, 1, false, USUAL, USUAL, true);
            case "alloc2to1" -> new SurvivalScenario(2, EFFECT, 1, false, USUAL, USUAL, false);
            case "ramp_accrual" -> new SurvivalScenario(1, EFFECT, 1, true, USUAL, USUAL, false);
            case "no_dropout" -> new SurvivalScenario(1, EFFECT, 1, false, 0, 0, false);
            case "uneven_dropout" -> new SurvivalScenario(1, EFFECT, 1, false, 0.05, 0.2, false);
            default -> throw new IllegalArgumentException(String.format("The scenario (%s) is not known.", name));
        };
    }

    private static SurvivalScenario usual(double hazardRatio) {
        return new SurvivalScenario(1, hazardRatio, 1, false, USUAL, USUAL, false);
    }

    private static double number(String name, String prefix) {
        return Double.parseDouble(name.substring(prefix.length()));
    }

    int group(int subject) {
        return subject % (allocation + 1) == 1 ? 0 : 1;
    }

    /** Entry times of as many subjects as enter in 18 months. */
    double[] entries() {
        int subjects = (int) RpactSurvivalTrials.SUBJECTS;
        double end = RpactSurvivalTrials.ACCRUAL_MONTHS;
        Accrual accrual = ramp
                ? Accrual.piecewise(new double[] {0, 6}, new double[] {10, (subjects - 60) / (end - 6)}, end)
                : Accrual.uniform(subjects, end);
        double[] entries = new double[subjects];
        for (int i = 0; i < subjects; i++) {
            entries[i] = accrual.timeOf(i + 1);
        }
        return entries;
    }

    /** Draws follow-up times of all subjects, and whether they end with an event. */
    void draw(UniformRandomProvider random, double[] time, boolean[] event) {
        double[] scale = {scale(1), scale(hazardRatio)};
        double[] dropout = {dropoutMean(controlDropout), dropoutMean(experimentalDropout)};
        for (int i = 0; i < time.length; i++) {
            int group = group(i);
            double standard = exponential(random);
            double death = scale[group] * (shape == 1 ? standard : StrictMath.pow(standard, 1 / shape));
            double loss = dropout[group] * exponential(random);
            event[i] = death <= loss;
            time[i] = Math.min(death, loss);
        }
    }

    private double scale(double ratio) {
        return RpactSurvivalTrials.CONTROL_MEDIAN * StrictMath.pow(StrictMath.log(2) * ratio, -1 / shape);
    }

    private static double dropoutMean(double share) {
        return -12 / StrictMath.log1p(-share);
    }

    private static double exponential(UniformRandomProvider random) {
        return -StrictMath.log(1 - random.nextDouble());
    }
}
