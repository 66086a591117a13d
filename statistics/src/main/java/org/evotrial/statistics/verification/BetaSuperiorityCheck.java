package org.evotrial.statistics.verification;

import java.util.Set;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.evotrial.statistics.bayes.BetaComparison;

/** Superiority of one response probability over another after uniform priors, by base R's {@code integrate}. */
final class BetaSuperiorityCheck implements RowCheck {
    // integrate() was asked for a relative 1e-11; it returned 1e-13 at worst.
    private static final Tolerance PROBABILITY = Tolerance.absolute(1e-11);

    @Override
    public String file() {
        return "baseR_beta_superiority.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of("s1", "s2", "n", "d", "p");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        BetaBinomial first = posterior(row, "s1");
        BetaBinomial second = posterior(row, "s2");
        double ours = BetaComparison.probabilityGreater(first, second, row.number("d"));
        findings.compare(row, "p", ours, PROBABILITY);
    }

    private static BetaBinomial posterior(ReferenceRow row, String column) {
        int patients = row.integer("n");
        int successes = row.integer(column);
        Admissible.inRange(column, successes, 0, patients);
        return BetaBinomial.uniform().updated(successes, patients - successes);
    }
}
