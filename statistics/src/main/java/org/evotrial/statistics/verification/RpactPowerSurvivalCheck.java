package org.evotrial.statistics.verification;

import java.util.List;
import java.util.Set;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.survival.planning.SurvivalTrialCharacteristics;

/** Power, expected events, times and subjects of rpact's {@code getPowerSurvival} with 250 events at the last look. */
final class RpactPowerSurvivalCheck implements ReferenceCheck {
    private static final double EVENTS = 250;
    /** As for the boundaries: rpact leaves about 1e-7. */
    private static final Tolerance BOUND = Tolerance.absolute(1e-6);

    private static final Tolerance PROBABILITY = Tolerance.absolute(2e-7);
    /** Events, subjects and months; rpact's time search stops at about 1e-6. */
    private static final Tolerance EXPECTED = Tolerance.relative(5e-7);

    private static final Tolerance PLANNED = Tolerance.relative(1e-8);

    @Override
    public String file() {
        return "rpact_power_survival.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "design",
                "hazardRatio",
                "dropoutRatePer12",
                "look",
                "informationRate",
                "criticalValue",
                "cumulativeEvents",
                "analysisTime",
                "numberOfSubjects",
                "rejectPerStage",
                "futilityPerStage",
                "overallReject",
                "expectedEvents",
                "expectedSubjects",
                "studyDuration");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        for (List<ReferenceRow> rows : LookRows.designs(table, "design", "hazardRatio", "dropoutRatePer12")) {
            findings.together(rows, () -> compare(rows, findings));
        }
    }

    private static void compare(List<ReferenceRow> rows, Findings findings) {
        List<ReferenceRow> looks = LookRows.requireComplete(rows, rows.size());
        ReferenceRow first = looks.get(0);
        double[] rates = LookRows.numbers(looks, "informationRate");
        // Printed with ten digits: a last rate of 1 is exact, and a third is not.
        for (int i = 0; i < rates.length; i++) {
            rates[i] = exact(rates[i]);
        }
        GroupSequentialDesign design = RpactSurvivalTrials.design(first.text("design"), rates);
        SurvivalTrialCharacteristics ours = RpactSurvivalTrials.plan(
                        design, hazardRatio(first), first.number("dropoutRatePer12"))
                .power(EVENTS);
        for (ReferenceRow row : looks) {
            compare(row, design, ours, findings);
        }
    }

    private static void compare(
            ReferenceRow row, GroupSequentialDesign design, SurvivalTrialCharacteristics ours, Findings findings) {
        int look = row.integer("look");
        findings.compare(row, "criticalValue", design.criticalValue(look), BOUND);
        findings.compare(row, "cumulativeEvents", ours.events(look), PLANNED);
        findings.compare(row, "analysisTime", ours.calendarTime(look), EXPECTED);
        findings.compare(row, "numberOfSubjects", ours.subjects(look), EXPECTED);
        findings.compare(row, "rejectPerStage", ours.crossing().upperRejection(look), PROBABILITY);
        findings.compare(row, "futilityPerStage", ours.crossing().futility(look), PROBABILITY);
        findings.compare(row, "overallReject", ours.power(), PROBABILITY);
        findings.compare(row, "expectedEvents", ours.expectedEvents(), EXPECTED);
        findings.compare(row, "expectedSubjects", ours.expectedSubjects(), EXPECTED);
        findings.compare(row, "studyDuration", ours.expectedDuration(), EXPECTED);
    }

    private static double hazardRatio(ReferenceRow row) {
        return exact(row.number("hazardRatio"));
    }

    /** Two thirds and the like, which were printed with ten digits. */
    static double exact(double printed) {
        double thirds = Math.rint(printed * 3) / 3;
        return Math.abs(printed - thirds) < 1e-9 ? thirds : printed;
    }
}
