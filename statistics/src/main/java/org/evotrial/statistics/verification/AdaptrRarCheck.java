package org.evotrial.statistics.verification;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.evotrial.statistics.allocation.AdaptiveRule;
import org.evotrial.statistics.allocation.AllocationLimits;
import org.evotrial.statistics.allocation.ResponseAdaptiveDesign;
import org.evotrial.statistics.allocation.ResponseAdaptiveTrial;
import org.evotrial.statistics.allocation.Tempering;
import org.evotrial.statistics.montecarlo.PerformanceMeasure;
import org.evotrial.statistics.montecarlo.SampleMoments;

/** Response-adaptive trials simulated by adaptr: five arms, ten looks, P(best)^(1/2), smallest probability .05. */
final class AdaptrRarCheck implements RowCheck {
    private static final String[] ARMS = {"Control", "A", "B", "C", "D"};
    private static final Pattern DESIGN = Pattern.compile("(no)?control(?:_lag(\\d+))?");
    private static final double MULTIPLES = 5;
    private static final int LARGEST = 1000;
    private static final int STEP = 100;

    private final int replicates;

    AdaptrRarCheck() {
        this(8000);
    }

    /** With another number of simulated trials. */
    AdaptrRarCheck(int replicates) {
        this.replicates = replicates;
    }

    @Override
    public String file() {
        return "adaptr_rar.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "design",
                "scenario",
                "n_rep",
                "prob_superior",
                "size_mean",
                "size_sd",
                "sum_ys_mean",
                "ratio_ys_mean",
                "select_Control",
                "select_A",
                "select_B",
                "select_C",
                "select_D",
                "rmse",
                "mcse_superior");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        double[] truth = truth(row.text("scenario"));
        Simulated ours = simulate(new ResponseAdaptiveTrial(design(row.text("design"))), truth);
        double sizes = 1.0 / row.integer("n_rep") + 1.0 / replicates;
        share(row, "prob_superior", ours.superior, sizes, findings);
        for (int arm = 0; arm < ARMS.length; arm++) {
            share(row, "select_" + ARMS[arm], ours.selected[arm], sizes, findings);
        }
        mean(row, "size_mean", ours.size, sizes, findings);
        mean(row, "sum_ys_mean", ours.responses, sizes, findings);
        mean(row, "ratio_ys_mean", ours.share, sizes, findings);
        // Delta method: Var(s) is Var((x - mean)^2) / (4 s^2 n), and that of the root of a mean square accordingly.
        root(row, "size_sd", ours.squaredDeviations(), sizes, findings);
        root(row, "rmse", ours.squaredErrors, sizes, findings);
        if (!row.missing("prob_superior")) {
            errorOfTheirPower(row, findings);
        }
    }

    private static void errorOfTheirPower(ReferenceRow row, Findings findings) {
        int replicates = row.integer("n_rep");
        long count = Math.round(row.number("prob_superior") * replicates);
        double error = PerformanceMeasure.proportion(count, replicates, 0.95).standardError();
        findings.compare(row, "mcse_superior", error, Tolerance.relative(1e-7));
    }

    private void share(ReferenceRow row, String column, int count, double sizes, Findings findings) {
        if (row.missing(column)) {
            return;
        }
        double ours = (double) count / replicates;
        double theirs = row.number(column);
        int theirReplicates = row.integer("n_rep");
        double pooled = (count + theirs * theirReplicates) / ((double) replicates + theirReplicates);
        Tolerance tolerance = Tolerance.simulated(Math.sqrt(pooled * (1 - pooled) * sizes), MULTIPLES);
        findings.compare(row, column, ours, tolerance);
    }

    private static void mean(ReferenceRow row, String column, SampleMoments ours, double sizes, Findings findings) {
        double error = ours.standardDeviation() * Math.sqrt(sizes);
        findings.compare(row, column, ours.mean(), Tolerance.simulated(error, MULTIPLES));
    }

    private static void root(ReferenceRow row, String column, SampleMoments squares, double sizes, Findings findings) {
        double ours = Math.sqrt(squares.mean());
        double error = squares.standardDeviation() / (2 * ours) * Math.sqrt(sizes);
        findings.compare(row, column, ours, Tolerance.simulated(error, MULTIPLES));
    }

    private static double[] truth(String scenario) {
        return switch (scenario) {
            case "alt" -> new double[] {0.25, 0.25, 0.25, 0.30, 0.40};
            case "null" -> new double[] {0.25, 0.25, 0.25, 0.25, 0.25};
            default ->
                throw new IllegalArgumentException(String.format("The scenario (%s) must be alt or null.", scenario));
        };
    }

    private static ResponseAdaptiveDesign design(String name) {
        Matcher matcher = DESIGN.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    String.format("The design (%s) must be control or nocontrol, with _lag and a number.", name));
        }
        boolean control = matcher.group(1) == null;
        int lag = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        int[] looks = new int[LARGEST / STEP];
        int[] randomised = new int[looks.length];
        for (int i = 0; i < looks.length; i++) {
            looks[i] = STEP * (i + 1);
            randomised[i] = Math.min(LARGEST, looks[i] + lag);
        }
        AllocationLimits limits = AllocationLimits.between(ARMS.length, 0.05, 1);
        AdaptiveRule rule = AdaptiveRule.thallWathen(ARMS.length, new Tempering.Constant(0.5))
                .withLimits(control ? limits.with(0, 0.2, 0.2) : limits);
        return new ResponseAdaptiveDesign(looks, randomised, 0.99, 0.01, control ? 0 : -1, 1, 1, rule);
    }

    private Simulated simulate(ResponseAdaptiveTrial trial, double[] truth) {
        UniformRandomProvider random =
                new XoShiRo256PlusPlus(0x5EEDL, 0x9E3779B97F4A7C15L, 0xBF58476D1CE4E5B9L, 0x94D049BB133111EBL);
        Simulated simulated = new Simulated(replicates);
        for (int i = 0; i < replicates; i++) {
            trial.simulate(truth, random);
            simulated.add(trial, truth);
        }
        return simulated;
    }

    /** What the replicates came to. */
    private static final class Simulated {
        private final SampleMoments size = new SampleMoments();
        private final SampleMoments responses = new SampleMoments();
        private final SampleMoments share = new SampleMoments();
        private final SampleMoments squaredErrors = new SampleMoments();
        private final int[] sizes;
        private final int[] selected = new int[ARMS.length];
        private int superior;

        Simulated(int replicates) {
            sizes = new int[replicates];
        }

        void add(ResponseAdaptiveTrial trial, double[] truth) {
            sizes[(int) size.count()] = trial.patients();
            size.add(trial.patients());
            responses.add(trial.responses());
            share.add((double) trial.responses() / trial.patients());
            int arm = trial.selectedArm();
            selected[arm]++;
            superior += trial.superiorArm() >= 0 ? 1 : 0;
            // adaptr summarises posteriors by their medians unless told otherwise.
            double error = trial.posterior(arm).quantile(0.5) - truth[arm];
            squaredErrors.add(error * error);
        }

        SampleMoments squaredDeviations() {
            SampleMoments squares = new SampleMoments();
            for (int each : sizes) {
                squares.add((each - size.mean()) * (each - size.mean()));
            }
            return squares;
        }
    }
}
