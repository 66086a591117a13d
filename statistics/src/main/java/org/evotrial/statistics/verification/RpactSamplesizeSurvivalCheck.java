package org.evotrial.statistics.verification;

import java.util.Set;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.survival.planning.SurvivalTrialCharacteristics;

/**
 * Events and subjects of rpact's {@code getSampleSizeSurvival} for a power of .9, accrual over 18 months and 12 months of
 * follow-up. Its study duration is that of the last look, not the expected one.
 */
final class RpactSamplesizeSurvivalCheck implements RowCheck {
    private static final double POWER = 0.9;
    private static final double FOLLOW_UP = 12;
    private static final double DROPOUT_PER_12 = 0.05;
    private static final Tolerance RELATIVE = Tolerance.relative(5e-7);

    @Override
    public String file() {
        return "rpact_samplesize_survival.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "design",
                "hazardRatio",
                "maxEvents",
                "maxSubjects",
                "expectedEventsH1",
                "expectedEventsH0",
                "studyDuration");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        String name = row.text("design");
        GroupSequentialDesign design = RpactSurvivalTrials.design(name, RpactSurvivalTrials.informationRates(name));
        SurvivalTrialCharacteristics ours = RpactSurvivalTrials.plan(
                        design, RpactPowerSurvivalCheck.exact(row.number("hazardRatio")), DROPOUT_PER_12)
                .sampleSize(POWER, FOLLOW_UP);
        int last = ours.looks();
        findings.compare(row, "maxEvents", ours.events(last), RELATIVE);
        findings.compare(row, "maxSubjects", ours.subjects(last), RELATIVE);
        findings.compare(row, "expectedEventsH1", ours.expectedEvents(), RELATIVE);
        findings.compare(row, "expectedEventsH0", ours.expectedEvents(design.crossingProbabilities(0)), RELATIVE);
        findings.compare(row, "studyDuration", ours.calendarTime(last), RELATIVE);
    }
}
