package org.evotrial.cli.verification;

import java.util.Set;
import org.evotrial.patient.birthdeath.BranchingStep;
import org.evotrial.statistics.verification.Findings;
import org.evotrial.statistics.verification.ReferenceRow;
import org.evotrial.statistics.verification.RowCheck;
import org.evotrial.statistics.verification.Tolerance;

/** Shares of phenotypes after treatment and a holiday, and how soon treatment is met by tolerant cells again. */
final class PhenotypeHysteresisCheck implements RowCheck {
    private static final double SHARE = 1e-10;
    private static final int MOST_PHENOTYPES = 16;
    private static final int MOST_DAYS = 10_000;

    @Override
    public String file() {
        return "phenotype_hysteresis.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "phenotypes",
                "onPerDay",
                "offPerDay",
                "netOnPerDay",
                "netOffPerDay",
                "start",
                "daysOn",
                "daysOff",
                "tolerant",
                "state",
                "daysToHalf");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        int phenotypes = row.integer("phenotypes");
        if (phenotypes < 1 || phenotypes > MOST_PHENOTYPES) {
            throw new IllegalArgumentException(
                    "The phenotypes (%d) must be between 1 and %d.".formatted(phenotypes, MOST_PHENOTYPES));
        }
        double[] cells = Lists.numbers(row, "start", phenotypes);
        BranchingStep step = new BranchingStep(phenotypes);
        advance(cells, step, row, "On", row.number("daysOn"));
        advance(cells, step, row, "Off", row.number("daysOff"));
        if (!row.missing("state")) {
            findings.compare(row, "state", cells.clone(), Printed.toleranceOfList(row, "state", SHARE));
        }
        if (!row.missing("daysToHalf")) {
            int tolerant = Lists.index(row, "tolerant", phenotypes);
            findings.compare(row, "daysToHalf", daysToHalf(cells, tolerant, step, row), Tolerance.absolute(0));
        }
    }

    private static int daysToHalf(double[] cells, int tolerant, BranchingStep step, ReferenceRow row) {
        for (int day = 0; day < MOST_DAYS; day++) {
            if (cells[tolerant] >= 0.5) {
                return day;
            }
            advance(cells, step, row, "On", 1);
        }
        throw new IllegalArgumentException("Half of the cells are not tolerant within %d days.".formatted(MOST_DAYS));
    }

    /** Advances shares through a phase. */
    private static void advance(double[] cells, BranchingStep step, ReferenceRow row, String phase, double days) {
        int phenotypes = cells.length;
        double[] net = Lists.numbers(row, "net" + phase + "PerDay", phenotypes);
        String transitions = "On".equals(phase) ? "onPerDay" : "offPerDay";
        double[] births = new double[phenotypes];
        double[] deaths = new double[phenotypes];
        for (int i = 0; i < phenotypes; i++) {
            births[i] = Math.max(0, net[i]);
            deaths[i] = Math.max(0, -net[i]);
        }
        step.set(
                phenotypes,
                births,
                deaths,
                Lists.numbers(row, transitions, phenotypes * phenotypes),
                new double[phenotypes * phenotypes],
                days);
        step.advanceMean(cells, 0);
        double sum = 0;
        for (double each : cells) {
            sum += each;
        }
        for (int i = 0; i < phenotypes; i++) {
            cells[i] /= sum;
        }
    }
}
