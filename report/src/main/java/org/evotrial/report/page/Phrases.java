package org.evotrial.report.page;

import java.util.List;
import java.util.Locale;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;

/**
 * Parts of sentences about estimates.
 *
 * @param wording words of the trial
 * @param confidence confidence of the intervals in the results
 */
record Phrases(Wording wording, double confidence) {
    /** The number with its error, interval and replicates: {@code 96.7 % (MCSE 2.3, 95 % interval 88.6 to 99.1 %, n = 60)}. */
    String number(Estimate estimate) {
        return number(estimate, confidence);
    }

    static String number(Estimate estimate, double confidence) {
        Figure figure = Figure.of(estimate);
        StringBuilder text = new StringBuilder(figure.value()).append(" (");
        if (!figure.error().isEmpty()) {
            text.append("MCSE ").append(figure.error()).append(", ");
        }
        if (!figure.interval().isEmpty()) {
            text.append(Rounding.plain(100 * confidence, 6))
                    .append(" % interval ")
                    .append(figure.interval())
                    .append(", ");
        }
        return text.append("n = ").append(figure.count()).append(')').toString();
    }

    /** The quantity with what it belongs to: {@code probability of rejecting (superiority)}. */
    String quantity(Estimate estimate) {
        String label = wording.metric(estimate.metric(), estimate.unit());
        String lower = label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
        String where = wording.where(
                estimate.arm(), estimate.endpoint(), estimate.hypothesis(), estimate.look(), estimate.detail());
        return where.isEmpty() ? lower : lower + " (" + where + ")";
    }

    /** True if the interval does not hold a value. */
    static boolean excludes(Estimate estimate, double value) {
        return estimate.lower() > value || estimate.upper() < value;
    }

    static boolean isMeasured(Estimate estimate) {
        return estimate.n() > 0 && !Double.isNaN(estimate.value());
    }

    /** The measured estimates of a metric over a scenario's replicates; no differences, no single looks. */
    static List<Estimate> of(ScenarioResult scenario, String metric, String statistic) {
        return scenario.estimates().stream()
                .filter(one -> one.metric().equals(metric)
                        && one.statistic().equals(statistic)
                        && one.relativeTo() == null
                        && one.look() == null
                        && isMeasured(one))
                .toList();
    }
}
