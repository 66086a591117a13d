package org.evotrial.statistics.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evotrial.statistics.bayes.basket.BasketPosterior;
import org.evotrial.statistics.bayes.basket.BasketTrial;
import org.evotrial.statistics.bayes.basket.HierarchicalAnalysis;

/** Posteriors of the hierarchical and the EXNEX model, by an independent quadrature and by JAGS. */
final class BhmExnexPosteriorsCheck implements ReferenceCheck {
    // The quadrature of the file has errors of 1e-4 in moments. Where tau is small, a tail probability is nearly a step
    // of mu, and its fixed grid errs by up to 5e-3 (data set 4, berry); a brute-force integration with 400 nodes per
    // basket agrees with ours to 2e-5 there.
    private static final Tolerance MOMENT = Tolerance.absolute(2e-4);
    private static final Tolerance TAIL = Tolerance.absolute(7e-3);
    // 200,000 draws with the autocorrelation of tau: differences suggest some 5,000 independent ones.
    private static final double EFFECTIVE_DRAWS = 5000;

    @Override
    public String file() {
        return "bhm_exnex_posteriors.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "dataset",
                "model",
                "responses",
                "n",
                "basket",
                "mean",
                "sd",
                "P_gt_0.15",
                "P_gt_0.25",
                "P_gt_0.35",
                "jags_mean",
                "jags_sd");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        Map<String, HierarchicalAnalysis> analyses = new HashMap<>();
        for (List<ReferenceRow> rows : table.groups("dataset", "model")) {
            findings.together(rows, () -> compare(rows, analyses, findings));
        }
    }

    private static void compare(
            List<ReferenceRow> rows, Map<String, HierarchicalAnalysis> analyses, Findings findings) {
        int[] patients = rows.stream().mapToInt(row -> row.integer("n")).toArray();
        int[] responses =
                rows.stream().mapToInt(row -> row.integer("responses")).toArray();
        String model = rows.get(0).text("model");
        BasketTrial trial = BasketTrial.of(patients, 0.15, 0.25, 0.35);
        HierarchicalAnalysis analysis = analyses.computeIfAbsent(
                model + List.of(rows.stream().map(row -> row.text("n")).toArray()),
                key -> HierarchicalBaskets.of(model, trial));
        BasketPosterior posterior = analysis.analyse(responses);
        for (int j = 0; j < patients.length; j++) {
            ReferenceRow row = rows.get(j);
            double deviation = posterior.standardDeviation(j);
            findings.compare(row, "mean", posterior.mean(j), MOMENT);
            findings.compare(row, "sd", deviation, MOMENT);
            findings.compare(row, "P_gt_0.15", posterior.probabilityAbove(j, 0), TAIL);
            findings.compare(row, "P_gt_0.25", posterior.probabilityAbove(j, 1), TAIL);
            findings.compare(row, "P_gt_0.35", posterior.probabilityAbove(j, 2), TAIL);
            double error = deviation / Math.sqrt(EFFECTIVE_DRAWS);
            findings.compare(row, "jags_mean", posterior.mean(j), Tolerance.simulated(error, 5));
            findings.compare(row, "jags_sd", deviation, Tolerance.simulated(error, 5));
        }
    }
}
