package org.evotrial.report.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a metric is called and where tables put it. A metric that nobody foresaw reads as its own camelCase name taken apart.
 *
 * @param label in words
 * @param topic what it is about
 * @param rank place among all metrics; unknown ones come last
 */
record MetricName(String label, Topic topic, int rank) {
    private static final List<Known> KNOWN = List.of(
            new Known("rejectionProbability", "Probability of rejecting", Topic.DECISIONS),
            new Known("rejectionProbabilityByLook", "Probability of rejecting at this look", Topic.DECISIONS),
            new Known("futilityProbability", "Probability of stopping for futility", Topic.DECISIONS),
            new Known(
                    "futilityProbabilityByLook", "Probability of stopping for futility at this look", Topic.DECISIONS),
            new Known("familyWiseErrorRate", "Family-wise error rate", Topic.DECISIONS),
            new Known("endedAtLook", "Trial ends at this look", Topic.DECISIONS),
            new Known("randomised", "Patients randomised", Topic.SIZE),
            new Known("events", "Events by the last cut-off", Topic.SIZE),
            new Known("durationMonths", "Duration", Topic.SIZE),
            new Known("lookMonth", "Time of the look", Topic.SIZE),
            new Known("eventFreeProbability", "Event-free probability", Topic.EFFICACY),
            new Known("medianMonths", "Median", Topic.EFFICACY),
            new Known("medianReachedProbability", "Median reached", Topic.EFFICACY),
            new Known("hazardRatio", "Hazard ratio", Topic.EFFICACY),
            new Known("logHazardRatio", "Log hazard ratio", Topic.EFFICACY),
            new Known("responseShare", "Share with a response", Topic.EFFICACY),
            new Known("objectiveResponseRate", "Objective response rate", Topic.EFFICACY),
            new Known("switchedOnPlasmaBeforeRecist", "Switched on plasma before RECIST", Topic.TREATMENT),
            new Known(
                    "switchedOnAssayBeforeProgression",
                    "Switched on an assay result before progression",
                    Topic.TREATMENT),
            new Known("molecularLeadTimeMonths", "Molecular lead time", Topic.TREATMENT),
            new Known("monthsOnTreatment", "Time on treatment", Topic.TREATMENT),
            new Known("gradeThreeToxicityRate", "Patients with toxicity of grade 3 or more", Topic.TREATMENT),
            new Known("gradeThreeEventsPerPatientYear", "Toxic events of grade 3 or more", Topic.TREATMENT),
            new Known("doseReductionRate", "Patients with a dose reduction", Topic.TREATMENT),
            new Known("toxicityDiscontinuationRate", "Patients who discontinued for toxicity", Topic.TREATMENT),
            new Known("relativeDoseIntensity", "Relative dose intensity", Topic.TREATMENT),
            new Known("onBestArmShare", "Patients allocated to their best arm", Topic.TREATMENT),
            new Known("bestArmShare", "Patients for whom the arm is best", Topic.TREATMENT),
            new Known("logRank", "Log-rank test", Topic.TECHNICAL),
            new Known("logRankOneSided", "Log-rank test, one-sided", Topic.TECHNICAL),
            new Known("resistanceAtProgression", "Resistance at progression", Topic.EVOLUTION),
            new Known("dominantLineageAtProgression", "Dominant lineage at progression", Topic.EVOLUTION));
    private static final List<Suffix> SUFFIXES = List.of(
            new Suffix("Lower", "lower limit of the trial's interval"),
            new Suffix("Upper", "upper limit of the trial's interval"),
            new Suffix("StandardError", "standard error as the trial estimates it"),
            new Suffix("Z", "z statistic"),
            new Suffix("PValue", "p-value"));

    private record Known(String metric, String label, Topic topic) {}

    private record Suffix(String ending, String words) {}

    static MetricName of(String metric) {
        for (int i = 0; i < KNOWN.size(); i++) {
            Known known = KNOWN.get(i);
            if (known.metric().equals(metric)) {
                return new MetricName(known.label(), known.topic(), i);
            }
        }
        for (Suffix suffix : SUFFIXES) {
            if (metric.endsWith(suffix.ending())
                    && metric.length() > suffix.ending().length()) {
                String base =
                        metric.substring(0, metric.length() - suffix.ending().length());
                String label = of(base).label + ", " + suffix.words();
                return new MetricName(label, Topic.TECHNICAL, KNOWN.size() + 1);
            }
        }
        return new MetricName(Wording.words(metric), Topic.OTHER, KNOWN.size());
    }

    /** True if values of the metric are shares even when their unit does not say so. */
    static boolean isShare(String metric, @Nullable String unit) {
        return "share".equals(unit)
                || metric.contains("Probability")
                || metric.contains("Share")
                || metric.endsWith("Rate")
                || metric.equals("switchedOnPlasmaBeforeRecist")
                || metric.equals("resistanceAtProgression");
    }
}
