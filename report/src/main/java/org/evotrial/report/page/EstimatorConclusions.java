package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * What the trial's own estimates are worth against the truth: those that hypotheses are about one by one, all of them as a
 * count.
 *
 * @param scenario the scenario
 * @param phrases parts of sentences
 */
record EstimatorConclusions(ScenarioResult scenario, Phrases phrases) {
    List<Conclusion> all() {
        List<Conclusion> conclusions = new ArrayList<>();
        List<Characteristic> checked = new ArrayList<>();
        for (Characteristic one : Characteristic.of(scenario.estimates(), phrases.wording())) {
            Estimate bias = one.statistic("bias");
            if (bias != null && Phrases.isMeasured(bias)) {
                checked.add(one);
                if (bias.hypothesis() != null) {
                    conclusions.add(primary(one, bias));
                }
            }
        }
        if (checked.size() > 1) {
            conclusions.add(Conclusion.found(count(checked)));
        }
        return conclusions;
    }

    private Conclusion primary(Characteristic one, Estimate bias) {
        String found = "The estimate of %s misses the true value by %s on average."
                .formatted(phrases.quantity(bias), phrases.number(bias));
        String coverage = coverage(one.statistic("coverage"));
        if (Phrases.excludes(bias, 0)) {
            return Conclusion.found(
                    found + " It is biased " + (bias.value() < 0 ? "downwards." : "upwards.") + coverage);
        }
        double largest = Math.max(Math.abs(bias.lower()), Math.abs(bias.upper()));
        String limit = Figure.of(bias.withValue(largest)).value();
        return Conclusion.found(found + " No bias is shown, and one beyond " + limit + " is excluded." + coverage);
    }

    private String coverage(@Nullable Estimate coverage) {
        return coverage == null || !Phrases.isMeasured(coverage)
                ? ""
                : " The trial's interval holds the true value in " + phrases.number(coverage) + " of trials.";
    }

    private String count(List<Characteristic> checked) {
        int apart = 0;
        Estimate worst = null;
        for (Characteristic one : checked) {
            Estimate bias = one.statistic("bias");
            if (bias == null) {
                continue;
            }
            apart += Phrases.excludes(bias, 0) ? 1 : 0;
            worst = worst == null || inErrors(bias) > inErrors(worst) ? bias : worst;
        }
        double chance = (1 - phrases.confidence()) * checked.size();
        String all =
                "Of the trial's %d estimates of true values %d %s a bias that is told apart from 0; %s would be by chance alone."
                        .formatted(checked.size(), apart, apart == 1 ? "has" : "have", Rounding.plain(chance, 2));
        if (worst == null || apart == 0) {
            return all;
        }
        String largest =
                " The largest for its error: %s, %s.".formatted(phrases.quantity(worst), phrases.number(worst));
        return worst.n() < scenario.replicatesCompleted()
                ? all + largest + " It rests on the replicates that could measure it, which are no random part of all."
                : all + largest;
    }

    private static double inErrors(Estimate bias) {
        return bias.mcse() > 0 ? Math.abs(bias.value()) / bias.mcse() : 0;
    }
}
