package org.evotrial.statistics.verification;

import java.util.Set;
import org.evotrial.statistics.groupsequential.CrossingProbabilities;
import org.evotrial.statistics.proportion.RateComparison;

/** Power and expected sample size of rpact's {@code getPowerRates} with two groups. */
final class RpactPowerRatesCheck implements RowCheck {
    private static final Tolerance PROBABILITY = Tolerance.absolute(2e-7);
    private static final Tolerance SUBJECTS = Tolerance.relative(1e-6);

    @Override
    public String file() {
        return "rpact_power_rates.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of("design", "pi1", "pi2", "maxN", "overallReject", "expectedSubjects");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        RateComparison rates = new RateComparison(row.number("pi1"), row.number("pi2"), 1);
        double subjects = row.number("maxN");
        CrossingProbabilities crossing = RpactRateDesigns.of(row.text("design"))
                .crossingProbabilities(rates.drift(subjects, RpactRateDesigns.ALPHA));
        findings.compare(row, "overallReject", crossing.overallRejection(), PROBABILITY);
        findings.compare(row, "expectedSubjects", subjects * crossing.expectedInformation(), SUBJECTS);
    }
}
