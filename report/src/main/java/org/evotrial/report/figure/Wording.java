package org.evotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evotrial.model.result.TrialSummary;
import org.jspecify.annotations.Nullable;

/**
 * The words of one trial: titles of arms and endpoints, and labels of metrics.
 *
 * @param trial the trial whose arms and endpoints are named
 */
public record Wording(TrialSummary trial) {
    /** What a metric is about. */
    public Topic topic(String metric) {
        return MetricName.of(metric).topic();
    }

    /** Place of a metric in tables; metrics that nobody foresaw come last. */
    public int rank(String metric) {
        return MetricName.of(metric).rank();
    }

    /** A metric in words, with its unit unless the words imply it. */
    public String metric(String metric, String unit) {
        String label = MetricName.of(metric).label();
        boolean implied = unit.isEmpty()
                || unit.equals("share")
                || unit.equals("patients")
                || unit.equals("events")
                || label.endsWith("z statistic")
                || label.endsWith("p-value");
        return implied ? label : label + ", " + unit;
    }

    /** An arm by its title, or by its name if the title is long. */
    public String arm(String id) {
        for (TrialSummary.ArmSummary arm : trial.arms()) {
            if (arm.id().equals(id)) {
                return arm.title();
            }
        }
        return id;
    }

    /** Place of an endpoint in the trial; estimates without an endpoint come first. */
    public int endpointRank(@Nullable String id) {
        for (int i = 0; i < trial.endpoints().size(); i++) {
            if (trial.endpoints().get(i).id().equals(id)) {
                return i + 1;
            }
        }
        return id == null ? 0 : trial.endpoints().size() + 1;
    }

    /** An endpoint by its label. */
    public String endpoint(String id) {
        for (TrialSummary.EndpointSummary endpoint : trial.endpoints()) {
            if (endpoint.id().equals(id)) {
                return endpoint.label();
            }
        }
        return id;
    }

    /** Where an estimate belongs: its selectors joined. */
    public String where(
            @Nullable String arm,
            @Nullable String endpoint,
            @Nullable String hypothesis,
            @Nullable String look,
            @Nullable String detail) {
        List<String> parts = new ArrayList<>();
        if (endpoint != null) {
            parts.add(endpoint(endpoint));
        }
        if (arm != null) {
            parts.add(arm(arm));
        }
        if (hypothesis != null) {
            parts.add(hypothesis);
        }
        if (look != null) {
            parts.add("look " + look);
        }
        if (detail != null) {
            parts.add(detail);
        }
        return String.join(" · ", parts);
    }

    /** A text with its first letter in upper case, unless it begins with a name that is not a plain word. */
    public static String capitalised(String text) {
        return !text.matches("(?s)[a-z]+(\\s.*)?") ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A camelCase or kebab-case name as words, first letter upper case, abbreviations kept. */
    public static String words(String name) {
        String spaced =
                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('-', ' ').replace('_', ' ');
        StringBuilder text = new StringBuilder();
        for (String word : spaced.split(" ", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            boolean abbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
            text.append(text.isEmpty() ? "" : " ").append(abbreviation ? word : word.toLowerCase(Locale.ROOT));
        }
        return text.isEmpty() ? name : capitalised(text.toString());
    }
}
