package org.evotrial.report.page;

import java.util.List;
import org.evotrial.model.result.RunResult;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Tornado plots: how far the key quantities move from the base scenario.
 *
 * @param first the plots that are shown at once
 * @param others the plots behind a heading
 */
public record SensitivitySection(List<Plot> first, List<Plot> others) {
    private static final int SHOWN = 4;

    /** The plot of one quantity. */
    public record Plot(String title, Picture picture) {}

    /** Null if nothing was compared with the base. */
    static @Nullable SensitivitySection of(RunResult result, Wording wording) {
        List<Plot> plots = Sensitivity.worthShowing(result, wording).stream()
                .map(one -> new Plot(one.title(), one.picture()))
                .toList();
        int shown = Math.min(SHOWN, plots.size());
        return plots.isEmpty()
                ? null
                : new SensitivitySection(plots.subList(0, shown), plots.subList(shown, plots.size()));
    }
}
