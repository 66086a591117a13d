package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.Comparator;
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
record SweepGrid(String metric, String title, Map<List<Integer>, Estimate> values) {
    private static final int MOST = 8;
    private static final double NOISE = 4;

    /**
     * The quantities worth a picture: every probability of rejecting, then metric by metric what varies most against its
     * Monte Carlo error, until there are enough.
     */
    static List<SweepGrid> worthShowing(List<ScenarioResult> cells, Wording wording) {
        Map<String, List<SweepGrid>> byMetric = new LinkedHashMap<>();
        for (SweepGrid grid : all(cells, wording)) {
            boolean always = grid.metric.equals("rejectionProbability");
            if (always || grid.variation() > NOISE) {
                byMetric.computeIfAbsent(grid.metric, key -> new ArrayList<>()).add(grid);
            }
        }
        byMetric.values()
                .forEach(grids -> grids.sort(
                        Comparator.comparingDouble(SweepGrid::variation).reversed()));
        List<SweepGrid> chosen = new ArrayList<>();
        boolean more = true;
        for (int round = 0; more; round++) {
            more = false;
            for (List<SweepGrid> grids : byMetric.values()) {
                if (round < grids.size() && chosen.size() < MOST) {
                    chosen.add(grids.get(round));
                    more = true;
                }
            }
        }
        chosen.sort(Comparator.comparingInt(grid -> wording.rank(grid.metric)));
        return chosen;
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
    private double variation() {
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
