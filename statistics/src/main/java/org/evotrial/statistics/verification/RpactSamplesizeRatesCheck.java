package org.evotrial.statistics.verification;

import java.util.Set;
import org.evotrial.statistics.groupsequential.DesignCharacteristics;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.proportion.RateComparison;

/** Sample sizes of rpact's {@code getSampleSizeRates} with two groups, one-sided alpha .025 and beta .1. */
final class RpactSamplesizeRatesCheck implements RowCheck {
    private static final double CONTROL = 0.2;
    private static final Tolerance SUBJECTS = Tolerance.relative(2e-6);

    @Override
    public String file() {
        return "rpact_samplesize_rates.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of("design", "pi1", "pi2", "maxN", "expectedNH1");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        GroupSequentialDesign design = RpactRateDesigns.of(row.text("design"));
        double power = 1 - RpactRateDesigns.BETA;
        double fixed = new RateComparison(row.number("pi1"), row.numberOr("pi2", CONTROL), 1)
                .subjects(RpactRateDesigns.ALPHA, power);
        DesignCharacteristics characteristics = design.characteristics(power);
        findings.compare(row, "maxN", fixed * characteristics.inflationFactor(), SUBJECTS);
        findings.compare(row, "expectedNH1", fixed * characteristics.expectedInformation(), SUBJECTS);
    }
}
