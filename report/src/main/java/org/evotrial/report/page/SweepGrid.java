package org.evotrial.report.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.report.figure.Topic;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One quantity over the cells of a sweep.
 *
 * @param metric the metric
 * @param title name and selectors
 * @param values estimate by index of the cell on each axis
 */
record SweepGrid(String metric, String title, Map<List<Integer>, Estimate> values) implements Varying {
    private static final int MOST = 8;
    private static final double NOISE = 4;

    /** The quantities worth a picture. */
    static List<SweepGrid> worthShowing(List<ScenarioResult> cells, Wording wording) {
        return Varying.most(all(cells, wording), NOISE, MOST, wording);
    }

    @Nullable
    Estimate at(List<Integer> cell) {
        return values.get(cell);
    }

    private static List<SweepGrid> all(List<ScenarioResult> cells, Wording wording) {
        Map<String, SweepGrid> grids = new LinkedHashMap<>();
        for (ScenarioResult cell : cells) {
            for (Characteristic one : Characteristic.of(cell.estimates(), wording)) {
                boolean perLook = one.headline().look() != null;
                boolean twice = one.metric().equals("logHazardRatio");
                if (!perLook && !twice && !one.isDifference() && wording.topic(one.metric()) != Topic.TECHNICAL) {
                    grids.computeIfAbsent(one.key(), key -> empty(one, wording))
                            .values
                            .put(cell.sweepCell(), one.headline());
                }
            }
        }
        return List.copyOf(grids.values());
    }

    private static SweepGrid empty(Characteristic one, Wording wording) {
        String where = one.where(wording);
        String title = where.isEmpty() ? one.label(wording) : one.label(wording) + " · " + where;
        return new SweepGrid(one.metric(), title, new HashMap<>());
    }

    /** Range over the largest standard error; 0 if nothing can be compared. */
    @Override
    public double variation() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double error = 0;
        for (Estimate estimate : values.values()) {
            if (!Double.isNaN(estimate.value())) {
                low = Math.min(low, estimate.value());
                high = Math.max(high, estimate.value());
                error = Math.max(error, Double.isNaN(estimate.mcse()) ? 0 : estimate.mcse());
            }
        }
        return high > low && error > 0 ? (high - low) / error : 0;
    }
}
