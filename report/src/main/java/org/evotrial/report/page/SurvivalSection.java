package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.report.chart.KaplanMeierChart;
import org.evotrial.report.figure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Kaplan-Meier curves by arm.
 *
 * @param base pictures of the first scenario, one per endpoint
 * @param others pictures of the others, by scenario
 */
public record SurvivalSection(List<Picture> base, List<Scenario> others) {
    /** The curves of one scenario. */
    public record Scenario(String title, List<Picture> pictures) {}

    static SurvivalSection of(List<ScenarioResult> scenarios, Wording wording) {
        List<Scenario> all = new ArrayList<>();
        for (ScenarioResult scenario : scenarios) {
            List<Picture> pictures = pictures(scenario, wording);
            if (!pictures.isEmpty()) {
                all.add(new Scenario(scenario.title(), pictures));
            }
        }
        return all.isEmpty()
                ? new SurvivalSection(List.of(), List.of())
                : new SurvivalSection(all.get(0).pictures(), all.subList(1, all.size()));
    }

    /** True if there are no curves at all. */
    public boolean isEmpty() {
        return base.isEmpty();
    }

    private static List<Picture> pictures(ScenarioResult scenario, Wording wording) {
        Set<String> endpoints = new LinkedHashSet<>();
        for (Curve curve : scenario.curves()) {
            if (curve.curve().equals("kaplanMeier") && curve.endpoint() != null) {
                endpoints.add(curve.endpoint());
            }
        }
        List<Picture> pictures = new ArrayList<>();
        for (String endpoint : endpoints) {
            List<KaplanMeierChart.ArmCurve> arms = new ArrayList<>();
            for (Curve curve : scenario.curves()) {
                if (curve.curve().equals("kaplanMeier") && endpoint.equals(curve.endpoint())) {
                    arms.add(arm(curve, scenario, wording));
                }
            }
            String label = wording.endpoint(endpoint);
            String title = label + ", " + scenario.title();
            pictures.add(Picture.of(new KaplanMeierChart(title, label, arms), title));
        }
        return pictures;
    }

    private static KaplanMeierChart.ArmCurve arm(Curve curve, ScenarioResult scenario, Wording wording) {
        Curve truth = partner("truth", curve, scenario);
        Curve atRisk = partner("numberAtRisk", curve, scenario);
        return new KaplanMeierChart.ArmCurve(
                wording.arm(curve.arm()),
                curve.months(),
                curve.values(),
                curve.lower(),
                curve.upper(),
                truth == null ? List.of() : truth.months(),
                truth == null ? List.of() : truth.values(),
                atRisk == null ? List.of() : atRisk.months(),
                atRisk == null ? List.of() : atRisk.values());
    }

    private static @Nullable Curve partner(String kind, Curve curve, ScenarioResult scenario) {
        for (Curve other : scenario.curves()) {
            if (other.curve().equals(kind)
                    && other.arm().equals(curve.arm())
                    && Objects.equals(other.endpoint(), curve.endpoint())) {
                return other;
            }
        }
        return null;
    }
}
