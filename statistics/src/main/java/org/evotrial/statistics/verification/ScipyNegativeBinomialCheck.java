package org.evotrial.statistics.verification;

import java.util.Set;
import org.evotrial.statistics.count.EventCounts;
import org.evotrial.statistics.count.RateRatio;

/** Ratios of rates by negative binomial regression, against a maximisation without derivatives by SciPy. */
final class ScipyNegativeBinomialCheck implements RowCheck {
    // The search compares likelihoods, so that its estimates have half of the digits.
    private static final Tolerance ESTIMATE = Tolerance.absolute(1e-6);

    @Override
    public String file() {
        return "scipy_negative_binomial.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of("counts1", "exposures1", "counts2", "exposures2", "logRateRatio", "standardError", "dispersion");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        EventCounts first = EventCounts.of(row.integers("counts1"), row.numbers("exposures1"));
        EventCounts second = EventCounts.of(row.integers("counts2"), row.numbers("exposures2"));
        RateRatio ratio = RateRatio.negativeBinomial(first, second);
        findings.compare(row, "logRateRatio", ratio.logEstimate(), ESTIMATE);
        findings.compare(row, "standardError", ratio.standardError(), ESTIMATE);
        findings.compare(row, "dispersion", ratio.dispersion(), ESTIMATE);
    }
}
