package org.evotrial.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.reduce.ReplicateTable;
import org.evotrial.engine.replicate.BlockResult;
import org.evotrial.engine.replicate.BlockRunner;
import org.evotrial.spi.MetricDefinition;

/**
 * The operating characteristics of {@code examples/group-sequential} by rpact 4.5, {@code getSimulationSurvival} with 200,000 simulated trials
 * (350 patients 1:1, medians 6 and 9 months, accrual evenly spaced over 18 months, 5 % drop-out a year, looks at 125, 188 and 250
 * events, Lan-DeMets O'Brien-Fleming-type boundaries at .025 one-sided).
 */
final class GroupSequentialReference {
    /** Simulated trials of the reference. */
    static final int TRIALS = 200_000;

    /**
     * rpact's expected number of subjects: the mean number over the trials that reach a look, weighted with the probabilities of
     * ending there. It is smaller than the mean over trials (333.0 here), since trials that end at the first look are those whose events
     * came late and that had enrolled more by then.
     */
    private static final String SUBJECTS = "subjects by look reached";

    private GroupSequentialReference() {}

    /**
     * A figure of the reference.
     *
     * @param value as printed
     * @param standardError Monte Carlo standard error of 200,000 trials; NaN: that of this simulation, scaled
     * @param digit unit of the last printed digit, which adds a rounding error of at most half of it
     */
    record Figure(double value, double standardError, double digit) {
        private static Figure probability(double p) {
            return new Figure(p, Math.sqrt(p * (1 - p) / TRIALS), 1e-4);
        }

        private static Figure mean(double value, double digit) {
            return new Figure(value, Double.NaN, digit);
        }
    }

    /** The figures under the design's alternative. */
    static Map<String, Figure> alternative() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("rejectionProbability", Figure.probability(.8857));
        figures.put("rejectionProbabilityByLook interim-1", Figure.probability(.2400));
        figures.put("rejectionProbabilityByLook interim-2", Figure.probability(.4228));
        figures.put("rejectionProbabilityByLook final", Figure.probability(.2230));
        figures.put("events", Figure.mean(193.8, 0.1));
        figures.put(SUBJECTS, Figure.mean(332.7, 0.1));
        figures.put("durationMonths", Figure.mean(19.52, 0.01));
        figures.put("lookMonth interim-1", Figure.mean(14.39, 0.01));
        figures.put("lookMonth interim-2", Figure.mean(18.65, 0.01));
        figures.put("lookMonth final", Figure.mean(24.19, 0.01));
        return figures;
    }

    /** The figures under the null hypothesis. */
    static Map<String, Figure> nullHypothesis() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("rejectionProbability", Figure.probability(.0255));
        figures.put("rejectionProbabilityByLook interim-1", Figure.probability(.0015));
        figures.put("rejectionProbabilityByLook interim-2", Figure.probability(.0084));
        figures.put("rejectionProbabilityByLook final", Figure.probability(.0156));
        return figures;
    }

    /** Mean and standard deviation of a metric over the replicates that measured it. */
    record Sample(long n, double mean, double standardDeviation) {
        /** Distance from a figure in combined standard errors, after what the rounding of the figure can explain. */
        double deviation(Figure figure) {
            double distance = Math.max(0, Math.abs(mean - figure.value()) - figure.digit() / 2);
            return distance / combinedError(figure);
        }

        /** Standard error of the difference from a figure. */
        double combinedError(Figure figure) {
            double own = standardDeviation / Math.sqrt((double) n);
            double theirs = Double.isNaN(figure.standardError())
                    ? standardDeviation / Math.sqrt((double) TRIALS)
                    : figure.standardError();
            return Math.hypot(own, theirs);
        }
    }

    /** Simulates replicates of a scenario. */
    static ReplicateTable simulate(String scenario, int replicates) {
        SimulationPlan plan = SmallTrial.plan(Trials.read(Trials.example("group-sequential"), Map.of()), scenario);
        return new ReplicateTable(
                plan,
                IntStream.range(0, BlockResult.blocks(replicates))
                        .boxed()
                        .parallel()
                        .map(block -> new BlockRunner(plan).run(block, replicates))
                        .toList());
    }

    /** A metric, named by its name and look, or rpact's expected number of subjects with the error of the number over trials. */
    static Sample sample(ReplicateTable table, String name) {
        if (!name.equals(SUBJECTS)) {
            return metric(table, name);
        }
        double subjects = 0;
        for (String look : List.of("interim-1", "interim-2", "final")) {
            double ended = metric(table, "endedAtLook " + look).mean();
            subjects += ended * subjectsGivenReached(table, "lookMonth " + look);
        }
        Sample overTrials = metric(table, "randomised");
        return new Sample(overTrials.n(), subjects, overTrials.standardDeviation());
    }

    /** 350 patients evenly spaced over 18 months: by a look at month t, {@code t 350 / 18} rounded down. */
    private static double subjectsGivenReached(ReplicateTable table, String lookMonth) {
        return Arrays.stream(column(table, lookMonth))
                .filter(month -> !Double.isNaN(month))
                .map(month -> Math.min(350, Math.floor(month * 350 / 18 + 1e-9)))
                .average()
                .orElseThrow();
    }

    private static double[] column(ReplicateTable table, String name) {
        int column = -1;
        for (int i = 0; i < table.plan().metrics().size(); i++) {
            MetricDefinition metric = table.plan().metrics().get(i);
            String own = metric.look() == null ? metric.metric() : metric.metric() + " " + metric.look();
            column = column < 0 && own.equals(name) ? i : column;
        }
        return table.column(column);
    }

    private static Sample metric(ReplicateTable table, String name) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (double value : column(table, name)) {
            if (!Double.isNaN(value)) {
                n++;
                sum += value;
                squares += value * value;
            }
        }
        double mean = sum / n;
        return new Sample((long) n, mean, Math.sqrt((squares - n * mean * mean) / (n - 1)));
    }
}
