package org.evotrial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.evotrial.engine.text.EstimateLabel;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;

/**
 * The estimates of two runs side by side.
 *
 * @param differences estimates that both runs measured, in the order of the first run
 * @param onlyInFirst names of estimates that only the first run measured
 * @param onlyInSecond names of estimates that only the second run measured
 * @param critical least |z| that counts as a difference; keeps the probability of any false alarm among all estimates at the level
 */
record Comparison(List<Difference> differences, List<String> onlyInFirst, List<String> onlyInSecond, double critical) {
    /**
     * One estimate in both runs.
     *
     * @param scenario the scenario
     * @param first of the first run
     * @param second of the second run
     */
    record Difference(String scenario, Estimate first, Estimate second) {
        /** Second minus first. */
        double value() {
            return second.value() - first.value();
        }

        /**
         * Monte Carlo standard error of the difference of independent runs, sqrt(a^2 + b^2). Where an estimated
         * probability of 0 or 1 leaves no error, the error of the pooled proportion stands in.
         */
        double standardError() {
            double combined = Math.hypot(first.mcse(), second.mcse());
            boolean degenerate = first.mcse() == 0 || second.mcse() == 0;
            return degenerate && first.isProbability() ? Math.max(combined, pooled()) : combined;
        }

        /** Difference over its standard error; 0 if both are 0. */
        double z() {
            return value() == 0 ? 0 : value() / standardError();
        }

        private double pooled() {
            double n = first.n();
            double m = second.n();
            double p = (n * first.value() + m * second.value()) / (n + m);
            return Math.sqrt(p * (1 - p) * (1 / n + 1 / m));
        }
    }

    private record Key(
            String scenario,
            String metric,
            String statistic,
            String arm,
            String endpoint,
            String hypothesis,
            String look,
            String detail,
            String relativeTo) {
        static Key of(String scenario, Estimate e) {
            return new Key(
                    scenario,
                    e.metric(),
                    e.statistic(),
                    Objects.requireNonNullElse(e.arm(), ""),
                    Objects.requireNonNullElse(e.endpoint(), ""),
                    Objects.requireNonNullElse(e.hypothesis(), ""),
                    Objects.requireNonNullElse(e.look(), ""),
                    Objects.requireNonNullElse(e.detail(), ""),
                    Objects.requireNonNullElse(e.relativeTo(), ""));
        }
    }

    /**
     * Compares two runs.
     *
     * @param level probability of calling at least one pair of equal quantities different (Bonferroni), in (0, 1)
     */
    static Comparison of(RunResult first, RunResult second, double level) {
        Map<Key, Estimate> left = measured(first);
        Map<Key, Estimate> right = measured(second);
        List<Difference> differences = new ArrayList<>();
        List<String> onlyInFirst = new ArrayList<>();
        left.forEach((key, estimate) -> {
            Estimate other = right.get(key);
            if (other == null) {
                onlyInFirst.add(name(key.scenario(), estimate));
            } else {
                differences.add(new Difference(key.scenario(), estimate, other));
            }
        });
        List<String> onlyInSecond = new ArrayList<>();
        right.forEach((key, estimate) -> {
            if (!left.containsKey(key)) {
                onlyInSecond.add(name(key.scenario(), estimate));
            }
        });
        return new Comparison(differences, onlyInFirst, onlyInSecond, critical(level, differences.size()));
    }

    /** True if the two runs differ in this estimate by more than chance explains. */
    boolean isBeyondError(Difference difference) {
        return Math.abs(difference.z()) > critical;
    }

    private static double critical(double level, int comparisons) {
        return -new NormalDistribution(null, 0, 1).inverseCumulativeProbability(level / 2 / Math.max(1, comparisons));
    }

    private static Map<Key, Estimate> measured(RunResult run) {
        Map<Key, Estimate> estimates = new LinkedHashMap<>();
        for (ScenarioResult scenario : run.scenarios()) {
            for (Estimate estimate : scenario.estimates()) {
                if (estimate.n() > 0 && Double.isFinite(estimate.value()) && !Double.isNaN(estimate.mcse())) {
                    estimates.put(Key.of(scenario.id(), estimate), estimate);
                }
            }
        }
        return estimates;
    }

    private static String name(String scenario, Estimate estimate) {
        return scenario + ": " + EstimateLabel.of(estimate);
    }
}
