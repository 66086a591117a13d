package org.evotrial.statistics.verification;

import java.util.Set;
import org.evotrial.statistics.survival.planning.EventProjection;

/** Expected events by calendar time of rpact's {@code getEventProbabilities}; its group 1 is the experimental one. */
final class RpactEventProbabilitiesCheck implements RowCheck {
    private static final double DROPOUT_PER_12 = 0.05;
    private static final Tolerance PROBABILITY = Tolerance.absolute(1e-9);
    private static final Tolerance EVENTS = Tolerance.absolute(5e-7);

    @Override
    public String file() {
        return "rpact_event_probabilities.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "time",
                "hazardRatio",
                "overallEventProbability",
                "eventProbability1",
                "eventProbability2",
                "expectedEvents");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        double time = row.number("time");
        EventProjection projection = RpactSurvivalTrials.plan(
                        RpactSurvivalTrials.design("fixed", 1), row.number("hazardRatio"), DROPOUT_PER_12)
                .projection();
        findings.compare(row, "overallEventProbability", projection.probability(time), PROBABILITY);
        findings.compare(row, "eventProbability1", projection.experimentalProbability(time), PROBABILITY);
        findings.compare(row, "eventProbability2", projection.controlProbability(time), PROBABILITY);
        findings.compare(row, "expectedEvents", projection.events(time), EVENTS);
    }
}
