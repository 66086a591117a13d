package org.evotrial.design.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.LookReport;
import org.evotrial.spi.MetricDefinition;
import org.jspecify.annotations.Nullable;

/** What an analysis reported in a replicate; NaN where it reported nothing. Allocates nothing while it is written to. */
public final class Report implements LookReport {
    private final List<MetricDefinition> definitions;
    private final double[] values;
    private final Map<Integer, double[]> curves = new LinkedHashMap<>();
    private @Nullable Decision decision;
    private int decisions;

    public Report(Analysis analysis) {
        definitions = analysis.metrics();
        values = new double[definitions.size()];
        Arrays.fill(values, Double.NaN);
        for (int i = 0; i < analysis.curves().size(); i++) {
            curves.put(i, new double[analysis.curves().get(i).gridMonths().length]);
        }
    }

    @Override
    public void metric(int index, double value) {
        values[index] = value;
    }

    @Override
    public void curve(int index, int gridPoint, double value) {
        curves.get(index)[gridPoint] = value;
    }

    @Override
    public void decide(int hypothesis, Decision newDecision) {
        decision = newDecision;
        decisions++;
    }

    public @Nullable Decision decision() {
        return decision;
    }

    public int decisions() {
        return decisions;
    }

    public double[] curve(int index) {
        return curves.get(index);
    }

    public double value(int index) {
        return values[index];
    }

    /** The value of the only metric of this name and, if given, arm, look or detail. */
    public double value(String metric, String... selectors) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            MetricDefinition d = definitions.get(i);
            List<@Nullable String> own = Arrays.asList(d.arm(), d.look(), d.detail());
            if (d.metric().equals(metric) && own.containsAll(List.of(selectors))) {
                found.add(i);
            }
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException("%d metrics are called %s.".formatted(found.size(), metric));
        }
        return values[found.get(0)];
    }
}
