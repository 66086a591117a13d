package org.evotrial.cli.verification;

import java.util.Set;
import org.evotrial.patient.theory.BackwardEquation;
import org.evotrial.patient.theory.BackwardEquation.Phase;
import org.evotrial.patient.theory.BranchingRates;
import org.evotrial.statistics.verification.Findings;
import org.evotrial.statistics.verification.ReferenceRow;
import org.evotrial.statistics.verification.RowCheck;

/** Extinction of small models of several types, without and with a phase of other deaths. */
final class BranchingExtinctionCheck implements RowCheck {
    // The reference integrates the generating functions themselves with an absolute error of 1e-9 or so.
    private static final double RELATIVE = 1e-8;

    @Override
    public String file() {
        return "branching_extinction.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "types",
                "birthsPerDay",
                "deathsPerDay",
                "mutations",
                "transitionsPerDay",
                "days",
                "treatedDeathsPerDay",
                "treatedDays",
                "founder",
                "absent",
                "extinction",
                "absence");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        int types = row.integer("types");
        BackwardEquation course = course(row, types);
        int founder = Lists.index(row, "founder", types);
        if (!row.missing("extinction")) {
            findings.compare(
                    row, "extinction", course.extinction()[founder], Printed.tolerance(row, "extinction", RELATIVE));
        }
        if (!row.missing("absence")) {
            double ours = course.absence(Lists.index(row, "absent", types))[founder];
            findings.compare(row, "absence", ours, Printed.tolerance(row, "absence", RELATIVE));
        }
    }

    private static BackwardEquation course(ReferenceRow row, int types) {
        BranchingRates rates =
                BranchingRates.of(Lists.numbers(row, "birthsPerDay", types), Lists.numbers(row, "deathsPerDay", types));
        double[] mutations = Lists.numbers(row, "mutations", types * types);
        double[] transitions = Lists.numbers(row, "transitionsPerDay", types * types);
        for (int from = 0; from < types; from++) {
            for (int to = 0; to < types; to++) {
                if (mutations[from * types + to] != 0) {
                    rates = rates.withMutation(from, to, mutations[from * types + to]);
                }
                if (transitions[from * types + to] != 0) {
                    rates = rates.withTransition(from, to, transitions[from * types + to]);
                }
            }
        }
        Phase first = new Phase(rates, row.number("days"));
        double treated = row.numberOr("treatedDays", 0);
        if (treated == 0) {
            return BackwardEquation.of(first);
        }
        BranchingRates other = rates.withDeaths(Lists.numbers(row, "treatedDeathsPerDay", types));
        return BackwardEquation.of(first, new Phase(other, treated));
    }
}
