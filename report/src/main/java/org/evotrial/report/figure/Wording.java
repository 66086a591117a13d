package org.evotrial.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evotrial.model.result.TrialSummary;
import org.jspecify.annotations.Nullable;

/**
 * The words of one trial: titles of arms and endpoints, and labels of metrics. A metric that nobody foresaw reads as its
 * own camelCase name taken apart.
 *
 * @param trial the trial whose arms and endpoints are named
 */
public record Wording(TrialSummary trial) {
    private enum Known {
        REJECTION_PROBABILITY("rejectionProbability", "Probability of rejecting", Topic.DECISIONS),
        BY_LOOK("rejectionProbabilityByLook", "Rejection at this look", Topic.DECISIONS),
        FUTILITY("futilityProbability", "Stopped for futility", Topic.DECISIONS),
        FAMILY_WISE("familyWiseErrorRate", "Family-wise error rate", Topic.DECISIONS),
        RANDOMISED("randomised", "Patients randomised", Topic.SIZE),
        EVENTS("events", "Events at the last look", Topic.SIZE),
        DURATION("durationMonths", "Duration", Topic.SIZE),
        LOOK_MONTH("lookMonth", "Month of the look", Topic.SIZE),
        EVENT_FREE("eventFreeProbability", "Event-free probability", Topic.EFFICACY),
        MEDIAN("medianMonths", "Median", Topic.EFFICACY),
        HAZARD_RATIO("hazardRatio", "Hazard ratio", Topic.EFFICACY),
        LOG_HAZARD_RATIO("logHazardRatio", "Log hazard ratio", Topic.EFFICACY),
        RESPONSE("objectiveResponseRate", "Objective response rate", Topic.EFFICACY),
        SWITCHED("switchedOnPlasmaBeforeRecist", "Switched on plasma before RECIST", Topic.TREATMENT),
        LEAD_TIME("molecularLeadTimeMonths", "Molecular lead time", Topic.TREATMENT),
        ON_TREATMENT("monthsOnTreatment", "Time on treatment", Topic.TREATMENT),
        BEST_ARM("bestArmShare", "Patients on their best arm", Topic.TREATMENT),
        RESISTANCE("resistanceAtProgression", "Resistance at progression", Topic.EVOLUTION);

        private final String metric;
        private final String label;
        private final Topic topic;

        Known(String metric, String label, Topic topic) {
            this.metric = metric;
            this.label = label;
            this.topic = topic;
        }
    }

    /** What a metric is about; tables are divided by it. */
    public enum Topic {
        DECISIONS("Decisions"),
        SIZE("Size and time"),
        EFFICACY("Efficacy as estimated by the trial"),
        TREATMENT("Treatment and monitoring"),
        EVOLUTION("Tumour evolution"),
        OTHER("Further quantities");

        private final String title;

        Topic(String title) {
            this.title = title;
        }

        /** Heading of its part of a table. */
        public String title() {
            return title;
        }
    }

    /** Metrics whose replicates are shares although they are summarised by a mean. */
    static boolean isShare(String metric) {
        return metric.endsWith("Share")
                || metric.endsWith("Rate")
                || metric.endsWith("Probability")
                || metric.equals("switchedOnPlasmaBeforeRecist")
                || metric.equals("resistanceAtProgression");
    }

    /** What a metric is about. */
    public Topic topic(String metric) {
        Known known = known(metric);
        return known == null ? Topic.OTHER : known.topic;
    }

    /** Place of a metric in tables; metrics that nobody foresaw come last. */
    public int rank(String metric) {
        Known known = known(metric);
        return known == null ? Known.values().length : known.ordinal();
    }

    /** A metric in words. */
    public String metric(String metric) {
        Known known = known(metric);
        return known == null ? words(metric) : known.label;
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

    /** A camelCase or kebab-case name as words, first letter upper case, abbreviations kept. */
    public static String words(String name) {
        String spaced =
                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('-', ' ').replace('_', ' ');
        StringBuilder text = new StringBuilder();
        for (String word : spaced.split(" ")) {
            if (word.isEmpty()) {
                continue;
            }
            boolean abbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
            text.append(text.isEmpty() ? "" : " ").append(abbreviation ? word : word.toLowerCase(Locale.ROOT));
        }
        return text.isEmpty() ? name : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static @Nullable Known known(String metric) {
        for (Known known : Known.values()) {
            if (known.metric.equals(metric)) {
                return known;
            }
        }
        return null;
    }
}
