package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.model.result.TrialSummary;
import org.evotrial.model.result.TrialSummary.Boundary;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.ReplicatesNeeded;
import org.evotrial.report.figure.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * How often hypotheses are rejected: in the first scenario, in the others beside it, and over the sweep.
 *
 * @param trial the trial, with the error that its boundaries spend
 * @param variants all scenarios and cells, the base first
 * @param phrases parts of sentences
 */
record DecisionConclusions(TrialSummary trial, List<ScenarioResult> variants, Phrases phrases) {
    private static final String REJECTION = "rejectionProbability";

    List<Conclusion> all() {
        List<Conclusion> conclusions = new ArrayList<>();
        for (ScenarioResult scenario : scenarios(false)) {
            for (Estimate rejection : Phrases.of(scenario, REJECTION, "probability")) {
                conclusions.add(rejection(scenario, rejection));
            }
            for (Estimate error : Phrases.of(scenario, "familyWiseErrorRate", "probability")) {
                conclusions.add(Conclusion.found(
                        scenario.title() + ": the family-wise error rate is " + phrases.number(error) + "."));
            }
        }
        addSweep(conclusions);
        return conclusions;
    }

    private List<ScenarioResult> scenarios(boolean cells) {
        return variants.stream()
                .filter(one -> one.sweepCell().isEmpty() != cells)
                .toList();
    }

    private Conclusion rejection(ScenarioResult scenario, Estimate rejection) {
        String found = "%s: %s is rejected in %s of trials."
                .formatted(
                        scenario.title(),
                        rejection.hypothesis() == null ? "the hypothesis" : rejection.hypothesis(),
                        phrases.number(rejection));
        if (scenario.kind().startsWith("null")) {
            String error =
                    " The file declares this scenario a null: where the null hypothesis is true in it, the figure"
                            + " is a type I error.";
            return underNull(found + error, rejection);
        }
        Estimate difference = differenceFromBase(scenario, rejection);
        return difference == null ? Conclusion.found(found) : besideBase(found, difference);
    }

    private Conclusion underNull(String found, Estimate rejection) {
        double level = trial.boundaries().stream()
                .filter(boundary -> Objects.equals(boundary.hypothesis(), rejection.hypothesis()))
                .mapToDouble(Boundary::alphaSpent)
                .max()
                .orElse(Double.NaN);
        if (Double.isNaN(level)) {
            return Conclusion.found(found);
        }
        String spent = Rounding.plain(100 * level, 4) + " % that the boundaries spend";
        if (rejection.upper() <= level) {
            return Conclusion.holds(found + " The whole interval lies at or below the " + spent + ".");
        }
        if (rejection.lower() > level) {
            return Conclusion.fails(found + " The whole interval lies above the " + spent + ".");
        }
        return Conclusion.undecided(found + " The interval holds the " + spent
                + ": neither keeping nor exceeding it is shown. "
                + ReplicatesNeeded.sentence(ReplicatesNeeded.toExclude(rejection, level), rejection.n()));
    }

    private static Conclusion besideBase(String found, Estimate difference) {
        Figure figure = Figure.of(difference);
        if (difference.value() == 0 && difference.mcse() == 0) {
            return Conclusion.found(found + " Every replicate decides as in the base scenario.");
        }
        String paired = "paired by replicate, the difference from the base scenario is %s (MCSE %s, interval %s)"
                .formatted(figure.value(), figure.error(), figure.interval());
        if (Phrases.excludes(difference, 0)) {
            return Conclusion.found(
                    found + " That is " + (difference.value() < 0 ? "less" : "more") + ": " + paired + ".");
        }
        return Conclusion.undecided(found + " No difference is shown: " + paired + ". "
                + ReplicatesNeeded.sentence(ReplicatesNeeded.toExclude(difference, 0), difference.n()));
    }

    private static @Nullable Estimate differenceFromBase(ScenarioResult scenario, Estimate of) {
        return scenario.estimates().stream()
                .filter(one -> one.metric().equals(of.metric())
                        && "base".equals(one.relativeTo())
                        && Objects.equals(one.hypothesis(), of.hypothesis())
                        && Phrases.isMeasured(one))
                .findFirst()
                .orElse(null);
    }

    private void addSweep(List<Conclusion> conclusions) {
        Map<String, List<Cell>> byHypothesis = new LinkedHashMap<>();
        for (ScenarioResult cell : scenarios(true)) {
            for (Estimate rejection : Phrases.of(cell, REJECTION, "probability")) {
                byHypothesis
                        .computeIfAbsent(String.valueOf(rejection.hypothesis()), key -> new ArrayList<>())
                        .add(new Cell(cell, rejection));
            }
        }
        byHypothesis.forEach((hypothesis, cells) -> conclusions.add(Conclusion.found(sweep(hypothesis, cells))));
    }

    private static String sweep(String hypothesis, List<Cell> cells) {
        Comparator<Cell> byValue =
                Comparator.comparingDouble(cell -> cell.rejection().value());
        Cell least = cells.stream().min(byValue).orElseThrow();
        Cell most = cells.stream().max(byValue).orElseThrow();
        long compared = cells.stream()
                .filter(cell -> differenceFromBase(cell.scenario(), cell.rejection()) != null)
                .count();
        long apart = cells.stream()
                .map(cell -> differenceFromBase(cell.scenario(), cell.rejection()))
                .filter(difference -> difference != null && Phrases.excludes(difference, 0))
                .count();
        String range =
                "Over %d cells of the sweep %s is rejected in %s (%s) to %s (%s) of trials; the extremes of noisy cells exaggerate the range."
                        .formatted(
                                cells.size(),
                                hypothesis,
                                Figure.of(least.rejection()).value(),
                                least.scenario().title(),
                                Figure.of(most.rejection()).value(),
                                most.scenario().title());
        return compared == 0
                ? range
                : range
                        + " In %s of %d cells the paired difference from the base scenario is told apart from 0."
                                .formatted(apart == 0 ? "none" : Long.toString(apart), compared);
    }

    private record Cell(ScenarioResult scenario, Estimate rejection) {}
}
