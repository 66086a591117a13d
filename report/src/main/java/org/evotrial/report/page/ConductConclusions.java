package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Topic;
import org.jspecify.annotations.Nullable;

/**
 * How many patients a trial takes, how long it lasts, where it ends, and what its arms do to patients.
 *
 * @param scenario the scenario
 * @param phrases parts of sentences
 */
record ConductConclusions(ScenarioResult scenario, Phrases phrases) {
    List<Conclusion> all() {
        List<Conclusion> conclusions = new ArrayList<>();
        spread("randomised", "A trial randomises %s patients", conclusions);
        spread("durationMonths", "It lasts %s months", conclusions);
        addLooks(conclusions);
        addTreatment(conclusions);
        return conclusions;
    }

    private void spread(String metric, String sentence, List<Conclusion> conclusions) {
        for (Estimate mean : Phrases.of(scenario, metric, "mean")) {
            Estimate low = statistic(metric, "quantile05");
            Estimate high = statistic(metric, "quantile95");
            boolean constant = low != null && high != null && low.value() == high.value() && mean.mcse() == 0;
            String middle = constant || low == null || high == null
                    ? ""
                    : "; 90 %% of trials lie between %s and %s"
                            .formatted(Rounding.plain(low.value()), Rounding.plain(high.value()));
            String value = constant ? Figure.of(mean).value() : phrases.number(mean);
            conclusions.add(Conclusion.found(
                    sentence.formatted(value) + (constant ? " in every replicate" : " on average" + middle) + "."));
        }
    }

    private @Nullable Estimate statistic(String metric, String statistic) {
        List<Estimate> found = Phrases.of(scenario, metric, statistic);
        return found.isEmpty() ? null : found.get(0);
    }

    private void addLooks(List<Conclusion> conclusions) {
        List<String> parts = new ArrayList<>();
        for (Estimate ended : scenario.estimates()) {
            if (ended.metric().equals("endedAtLook") && ended.relativeTo() == null && Phrases.isMeasured(ended)) {
                parts.add("%s %s".formatted(ended.look(), withError(ended)));
            }
        }
        if (parts.size() > 1) {
            conclusions.add(Conclusion.found("Trials end at these looks: " + String.join(", ", parts) + "."));
        }
    }

    /** One conclusion per key quantity about treatment, its arms beside each other; arms where it is nought are left out. */
    private void addTreatment(List<Conclusion> conclusions) {
        Map<String, List<String>> byMetric = new LinkedHashMap<>();
        for (Estimate mean : scenario.estimates()) {
            boolean wanted = CharacteristicsSection.KEY.contains(mean.metric())
                    && phrases.wording().topic(mean.metric()) == Topic.TREATMENT
                    && mean.statistic().equals("mean")
                    && mean.relativeTo() == null;
            if (wanted && Phrases.isMeasured(mean) && mean.value() != 0) {
                byMetric.computeIfAbsent(phrases.wording().metric(mean.metric(), mean.unit()), key -> new ArrayList<>())
                        .add("%s %s".formatted(where(mean), withError(mean)).strip());
            }
        }
        byMetric.forEach((metric, parts) ->
                conclusions.add(Conclusion.found(metric + " (mean, MCSE): " + String.join("; ", parts) + ".")));
    }

    private String where(Estimate estimate) {
        return phrases.wording()
                .where(estimate.arm(), estimate.endpoint(), estimate.hypothesis(), null, estimate.detail());
    }

    private static String withError(Estimate estimate) {
        Figure figure = Figure.of(estimate);
        return figure.error().isEmpty() ? figure.value() : figure.value() + " (" + figure.error() + ")";
    }
}
