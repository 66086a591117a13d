package org.evotrial.statistics.verification;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Log-rank tests, Cox regressions, Kaplan-Meier curves and restricted means of R's survival and simtrial. */
final class TteKernelResultsCheck implements ReferenceCheck {
    private static final String DATA = "tte_kernel_data.csv";
    private static final Tolerance DIGITS = Tolerance.absolute(1e-12);
    /** coxph stops at a relative change of the likelihood of 1e-9, which leaves about 1e-10 in its estimate. */
    private static final Tolerance COX = Tolerance.absolute(2e-9);
    /** simtrial integrates by random lattices that aim at an error of 1e-5, without a guarantee; ours errs by 1e-12. */
    private static final Tolerance RANDOMISED = Tolerance.absolute(2e-5);

    @Override
    public String file() {
        return "tte_kernel_results.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of("dataset", "statistic", "value");
    }

    @Override
    public Set<String> companions() {
        return Set.of(DATA);
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        ReferenceTable data = table.companion(DATA);
        Map<Integer, TteSample> samples = new LinkedHashMap<>();
        findings.each(table.rows(), row -> {
            TteSample sample = samples.computeIfAbsent(row.integer("dataset"), set -> TteSample.read(data, set));
            String statistic = row.text("statistic");
            double ours = TteStatistics.value(statistic, sample);
            if (ours == Double.POSITIVE_INFINITY) {
                findings.compareNone(row, "value");
            } else {
                findings.compare(row, "value", ours, tolerance(statistic));
            }
        });
    }

    private static Tolerance tolerance(String statistic) {
        if (statistic.startsWith("cox_")) {
            return COX;
        }
        return statistic.startsWith("simtrial_maxcombo") ? RANDOMISED : DIGITS;
    }
}
