package org.evotrial.statistics.verification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.evotrial.statistics.bayes.basket.BasketTrial;
import org.evotrial.statistics.bayes.basket.MemoisedAnalysis;
import org.evotrial.statistics.bayes.basket.OneStageCharacteristics;

/**
 * Simulated operating characteristics of hierarchical basket trials by bhmbasket; ours are enumerated up to outcomes with a
 * probability of 1e-4 together.
 */
final class BhmbasketOcCheck implements ReferenceCheck {
    private static final int BASKETS = 6;
    private static final double NEGLECTED = 1e-4;
    private static final double MULTIPLES = 5;

    @Override
    public String file() {
        return "bhmbasket_oc.csv";
    }

    @Override
    public Set<String> columns() {
        Set<String> columns = new HashSet<>(Set.of("model", "scenario", "n_trials", "evidence", "fwer"));
        for (int j = 1; j <= BASKETS; j++) {
            columns.add("go" + j);
            columns.add("mean" + j);
        }
        return columns;
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        Map<String, MemoisedAnalysis> analyses = new HashMap<>();
        findings.each(table.rows(), row -> {
            MemoisedAnalysis analysis = analyses.computeIfAbsent(
                    row.text("model"),
                    model -> MemoisedAnalysis.of(HierarchicalBaskets.of(model, BasketTrial.equal(BASKETS, 24, 0.15))));
            compare(row, analysis, findings);
        });
    }

    private static void compare(ReferenceRow row, MemoisedAnalysis analysis, Findings findings) {
        OneStageCharacteristics ours =
                OneStageCharacteristics.of(analysis, rates(row.text("scenario")), row.number("evidence"), NEGLECTED);
        int trials = row.integer("n_trials");
        for (int j = 0; j < BASKETS; j++) {
            findings.compare(row, "go" + (j + 1), ours.rejection()[j], share(ours.rejection()[j], trials));
            Tolerance mean = Tolerance.simulated(ours.deviationOfMean()[j] / Math.sqrt(trials), MULTIPLES);
            findings.compare(row, "mean" + (j + 1), ours.mean()[j], mean);
        }
        findings.compare(row, "fwer", ours.familyWiseError(), share(ours.familyWiseError(), trials));
    }

    private static Tolerance share(double probability, int trials) {
        return Tolerance.simulated(Math.sqrt(probability * (1 - probability) / trials), MULTIPLES);
    }

    private static double[] rates(String scenario) {
        double[] rates = new double[BASKETS];
        Arrays.fill(rates, 0.15);
        switch (scenario) {
            case "null" -> {}
            case "half" -> Arrays.fill(rates, BASKETS / 2, BASKETS, 0.35);
            default ->
                throw new IllegalArgumentException(
                        String.format("The scenario (%s) must be one of null, half.", scenario));
        }
        return rates;
    }
}
