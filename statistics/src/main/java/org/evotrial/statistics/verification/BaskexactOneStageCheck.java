package org.evotrial.statistics.verification;

import java.util.Arrays;
import java.util.Set;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.evotrial.statistics.bayes.basket.BasketTrial;
import org.evotrial.statistics.bayes.basket.BorrowingWeights;
import org.evotrial.statistics.bayes.basket.OneStageCharacteristics;
import org.evotrial.statistics.bayes.basket.WeightedAnalysis;

/** Exact operating characteristics of one-stage basket trials by baskexact, with its parameters of the file's header. */
final class BaskexactOneStageCheck implements RowCheck {
    private static final Tolerance EXACT = Tolerance.absolute(5e-8);
    // baskexact maximises by optimize(), which stops within 1e-4 of the weight and never reaches 1.
    private static final Tolerance OPTIMISED = Tolerance.absolute(1e-5);

    @Override
    public String file() {
        return "baskexact_one_stage.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of("k", "n", "p0", "p1", "lambda", "weights", "reject", "fwer", "ewp", "ecd", "mean", "mse");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        int[] patients = row.integers("n");
        if (patients.length == 1) {
            int size = patients[0];
            patients = new int[(int) Admissible.inRange("k", row.integer("k"), 1, 20)];
            Arrays.fill(patients, size);
        }
        BasketTrial trial = BasketTrial.of(patients, row.number("p0"));
        String name = row.text("weights");
        WeightedAnalysis analysis = WeightedAnalysis.of(trial, BetaBinomial.uniform(), weights(name));
        OneStageCharacteristics ours = OneStageCharacteristics.of(analysis, row.numbers("p1"), row.number("lambda"), 0);
        Tolerance tolerance = "mml".equals(name) ? OPTIMISED : EXACT;
        findings.compare(row, "reject", ours.rejection(), tolerance);
        findings.compare(row, "fwer", ours.familyWiseError(), tolerance);
        findings.compare(row, "ewp", ours.experimentWisePower(), tolerance);
        findings.compare(row, "ecd", ours.expectedCorrectDecisions(), tolerance);
        findings.compare(row, "mean", ours.mean(), tolerance);
        findings.compare(row, "mse", ours.meanSquaredError(), tolerance);
    }

    private static BorrowingWeights weights(String name) {
        return switch (name) {
            case "fujikawa" -> new BorrowingWeights.Fujikawa(2, 0, Math.E, true);
            case "fujikawa_tau" -> new BorrowingWeights.Fujikawa(2, 0.5, Math.E, true);
            case "cpp" -> new BorrowingWeights.CalibratedPowerPrior(1.5, 1.5, false);
            case "mml" -> new BorrowingWeights.MarginalLikelihood();
            case "separate" -> new BorrowingWeights.Separate();
            case "pool" -> new BorrowingWeights.Pooled();
            default ->
                throw new IllegalArgumentException(String.format(
                        "The weights (%s) must be one of fujikawa, fujikawa_tau, cpp, mml, separate, pool.", name));
        };
    }
}
