package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evotrial.model.result.Estimate;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A quantity with all statistics of its distribution over replicates.
 *
 * @param key its metric and selectors, equal for the same quantity of two scenarios
 * @param statistics at least one estimate, in the order of the results
 */
record Characteristic(String key, List<Estimate> statistics) {
    private static final List<String> HEADLINES = List.of("probability", "mean", "difference", "median");

    private static final String ARM = "arm ";

    /**
     * The quantities of a scenario: known metrics first, then by metric and endpoint, otherwise in the order of the results.
     */
    static List<Characteristic> of(List<Estimate> estimates, Wording wording) {
        Map<String, List<Estimate>> grouped = new LinkedHashMap<>();
        for (Estimate estimate : estimates) {
            grouped.computeIfAbsent(keyOf(estimate), key -> new ArrayList<>()).add(estimate);
        }
        List<Characteristic> characteristics = new ArrayList<>();
        grouped.forEach((key, statistics) -> characteristics.add(new Characteristic(key, statistics)));
        List<String> metrics =
                characteristics.stream().map(Characteristic::metric).distinct().toList();
        characteristics.sort(Comparator.<Characteristic>comparingInt(one -> wording.rank(one.metric()))
                .thenComparingInt(one -> metrics.indexOf(one.metric()))
                .thenComparingInt(
                        one -> wording.endpointRank(one.statistics.get(0).endpoint())));
        return characteristics;
    }

    private static String keyOf(Estimate estimate) {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(estimate.metric());
        parts.add(estimate.arm());
        parts.add(estimate.endpoint());
        parts.add(estimate.hypothesis());
        parts.add(estimate.look());
        parts.add(estimate.detail());
        parts.add(estimate.relativeTo());
        return parts.stream().map(part -> Objects.toString(part, "")).reduce("", (a, b) -> a + "\u001f" + b);
    }

    String metric() {
        return statistics.get(0).metric();
    }

    /** The statistic that stands for the quantity where there is room for one number only. */
    Estimate headline() {
        for (String statistic : HEADLINES) {
            Estimate estimate = statistic(statistic);
            if (estimate != null) {
                return estimate;
            }
        }
        return statistics.get(0);
    }

    @Nullable
    Estimate statistic(String name) {
        for (Estimate estimate : statistics) {
            if (estimate.statistic().equals(name)) {
                return estimate;
            }
        }
        return null;
    }

    /** True for a difference between arms or scenarios, paired by replicate. */
    boolean isDifference() {
        return statistics.get(0).relativeTo() != null;
    }

    /** Name with its unit. */
    String label(Wording wording) {
        Estimate first = statistics.get(0);
        return wording.metric(first.metric(), first.unit());
    }

    /** Arm, endpoint, hypothesis, look, detail and what it is relative to. */
    String where(Wording wording) {
        Estimate first = statistics.get(0);
        String where = wording.where(first.arm(), first.endpoint(), first.hypothesis(), first.look(), first.detail());
        if (first.relativeTo() == null) {
            return where;
        }
        String relative = first.relativeTo().startsWith(ARM)
                ? "minus " + wording.arm(first.relativeTo().substring(ARM.length()))
                : "minus scenario " + first.relativeTo();
        return where.isEmpty() ? relative : where + " · " + relative;
    }
}
