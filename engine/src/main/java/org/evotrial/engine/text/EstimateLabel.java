package org.evotrial.engine.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.evotrial.model.result.Estimate;

/** An estimate's name in one line. */
public final class EstimateLabel {
    private EstimateLabel() {}

    /**
     * The metric with what selects it, for example {@code rejectionProbability (pfs-superiority, final)} or
     * {@code enrolled, quantile05}.
     */
    public static String of(Estimate estimate) {
        List<String> selectors = new ArrayList<>();
        Stream.of(estimate.hypothesis(), estimate.arm(), estimate.endpoint(), estimate.look(), estimate.detail())
                .filter(Objects::nonNull)
                .forEach(selectors::add);
        if (estimate.relativeTo() != null) {
            selectors.add("relative to " + estimate.relativeTo());
        }
        String statistic = isSelfEvident(estimate.statistic()) ? "" : ", " + estimate.statistic();
        return estimate.metric() + statistic + (selectors.isEmpty() ? "" : " (" + String.join(", ", selectors) + ")");
    }

    private static boolean isSelfEvident(String statistic) {
        return statistic.equals("probability") || statistic.equals("mean");
    }
}
