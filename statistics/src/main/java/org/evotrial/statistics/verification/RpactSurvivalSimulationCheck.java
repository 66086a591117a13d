package org.evotrial.statistics.verification;

import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.evotrial.statistics.montecarlo.SampleMoments;

/** Simulated trials of rpact's {@code getSimulationSurvival}, against simulated trials of ours with a fixed seed. */
final class RpactSurvivalSimulationCheck implements ReferenceCheck {
    private static final int TRIALS = 10_000;
    private static final double MULTIPLES = 5;
    private static final Tolerance PRINTED = Tolerance.relative(1e-6);

    @Override
    public String file() {
        return "rpact_survival_simulation.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "scenario",
                "iterations",
                "look",
                "criticalValue",
                "plannedEvents",
                "rejectPerStage",
                "futilityPerStage",
                "analysisTimeGivenReached",
                "subjectsGivenReached",
                "overallReject",
                "mcse",
                "expectedEvents",
                "expectedSubjects",
                "studyDuration");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        for (List<ReferenceRow> rows : LookRows.designs(table, "scenario", "iterations")) {
            findings.together(rows, () -> compare(rows, findings));
        }
    }

    private static void compare(List<ReferenceRow> rows, Findings findings) {
        List<ReferenceRow> looks = LookRows.requireComplete(rows, rows.size());
        SurvivalScenario scenario = SurvivalScenario.of(looks.get(0).text("scenario"));
        SimulatedSurvivalTrials ours = SimulatedSurvivalTrials.run(scenario, TRIALS, looks, stream());
        double reached = looks.get(0).number("iterations");
        double all = reached;
        for (ReferenceRow row : looks) {
            int k = row.integer("look") - 1;
            proportion(row, "rejectPerStage", ours.rejection(k), all, findings);
            proportion(row, "futilityPerStage", ours.futility(k), all, findings);
            mean(row, "analysisTimeGivenReached", ours.times(k), reached, findings);
            mean(row, "subjectsGivenReached", ours.subjects(k), reached, findings);
            proportion(row, "overallReject", ours.overallRejection(), all, findings);
            double power = row.number("overallReject");
            findings.compare(row, "mcse", Math.sqrt(power * (1 - power) / all), PRINTED);
            mean(row, "expectedEvents", ours.finalEvents(), all, findings);
            mean(row, "expectedSubjects", ours.finalSubjects(), all, findings);
            mean(row, "studyDuration", ours.duration(), all, findings);
            reached -= all * (row.number("rejectPerStage") + row.numberOr("futilityPerStage", 0));
        }
    }

    private static UniformRandomProvider stream() {
        return new XoShiRo256PlusPlus(20_261_121L, 0x9E3779B97F4A7C15L, 0xBF58476D1CE4E5B9L, 0x94D049BB133111EBL);
    }

    private static void proportion(ReferenceRow row, String column, double ours, double iterations, Findings findings) {
        if (!row.missing(column)) {
            double theirs = row.number(column);
            // One more trial of each kind keeps the error away from 0 where neither side has seen any.
            double pooled = (ours * TRIALS + theirs * iterations + 1) / (TRIALS + iterations + 2);
            double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / TRIALS + 1 / iterations));
            findings.compare(row, column, ours, Tolerance.simulated(error, MULTIPLES));
        }
    }

    /** The standard deviation is that of our trials, or what one trial that is off by 1 makes it; theirs has the same. */
    private static void mean(
            ReferenceRow row, String column, SampleMoments ours, double iterations, Findings findings) {
        double deviation = Math.max(ours.standardDeviation(), 1 / Math.sqrt(ours.count()));
        double error = deviation * Math.sqrt(1.0 / ours.count() + 1 / Math.max(1, iterations));
        findings.compare(row, column, ours.mean(), Tolerance.simulated(error, MULTIPLES));
    }
}
