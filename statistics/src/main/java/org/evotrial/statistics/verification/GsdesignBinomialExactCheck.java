package org.evotrial.statistics.verification;

import java.util.List;
import java.util.Set;
import org.evotrial.statistics.groupsequential.BinomialGroupSequential;

/** Exact stopping probabilities of gsDesign's {@code gsBinomialExact}. */
final class GsdesignBinomialExactCheck implements ReferenceCheck {
    private static final Tolerance EXACT = Tolerance.absolute(1e-10);

    @Override
    public String file() {
        return "gsdesign_binomial_exact.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of("n", "futility", "efficacy", "theta", "look", "upperProb", "lowerProb", "expectedN");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        for (List<ReferenceRow> rows : LookRows.designs(table, "n", "futility", "efficacy", "theta")) {
            findings.together(rows, () -> compare(rows, findings));
        }
    }

    private static void compare(List<ReferenceRow> rows, Findings findings) {
        ReferenceRow first = rows.get(0);
        BinomialGroupSequential design = new BinomialGroupSequential(
                first.integers("n"), first.integers("futility"), first.integers("efficacy"));
        BinomialGroupSequential.Outcome outcome = design.outcome(first.number("theta"));
        for (ReferenceRow row : LookRows.requireComplete(rows, design.looks())) {
            int look = row.integer("look");
            findings.compare(row, "upperProb", outcome.efficacy(look), EXACT);
            findings.compare(row, "lowerProb", outcome.futility(look), EXACT);
            findings.compare(row, "expectedN", outcome.expectedTrials(), Tolerance.absolute(1e-9));
        }
    }
}
