package org.evotrial.statistics.verification;

import java.util.Set;
import org.evotrial.statistics.proportion.FisherExactTest;
import org.evotrial.statistics.proportion.TwoProportions;

/** Fisher's exact test of SciPy. */
final class ScipyFisherExactCheck implements RowCheck {
    private static final Tolerance PROBABILITY = Tolerance.relative(1e-10);

    @Override
    public String file() {
        return "scipy_fisher_exact.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of("x1", "n1", "x2", "n2", "pGreater", "pLess", "pTwoSided");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        TwoProportions data =
                new TwoProportions(row.integer("x1"), row.integer("n1"), row.integer("x2"), row.integer("n2"));
        findings.compare(row, "pGreater", FisherExactTest.upperPValue(data), PROBABILITY);
        findings.compare(row, "pLess", FisherExactTest.lowerPValue(data), PROBABILITY);
        findings.compare(row, "pTwoSided", FisherExactTest.twoSidedPValue(data), PROBABILITY);
    }
}
