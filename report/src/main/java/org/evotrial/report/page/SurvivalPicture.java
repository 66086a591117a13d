package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.PopulationResult;
import org.evotrial.model.result.PublishedTarget;
import org.evotrial.report.chart.KaplanMeierChart;
import org.evotrial.report.figure.Figure;
import org.evotrial.report.figure.Rounding;

/** Progression-free and overall survival of a population, with published figures where there are some. */
final class SurvivalPicture {
    private static final double MONTHS_PER_RISK_STEP = 1.0;

    private final PopulationResult result;

    SurvivalPicture(PopulationResult result) {
        this.result = result;
    }

    Picture picture() {
        List<KaplanMeierChart.ArmCurve> arms = new ArrayList<>();
        List<KaplanMeierChart.Mark> marks = new ArrayList<>();
        for (Curve curve : result.curves()) {
            String endpoint = curve.endpoint();
            if (endpoint == null) {
                continue;
            }
            addMarks(endpoint, arms.size(), marks);
            arms.add(arm(curve, endpoint.toUpperCase(Locale.ROOT)));
        }
        KaplanMeierChart chart = new KaplanMeierChart(
                "Event-free probability",
                "PFS and OS",
                arms,
                marks,
                new KaplanMeierChart.Words(PatientPage.SINCE, "Number at risk"));
        return Picture.of(chart, caption(!marks.isEmpty()));
    }

    private KaplanMeierChart.ArmCurve arm(Curve curve, String name) {
        List<Double> riskMonths = new ArrayList<>();
        List<Double> atRisk = new ArrayList<>();
        int patients = result.patients().size();
        for (int i = 0; i < curve.months().size(); i++) {
            double month = curve.months().get(i);
            if (Math.abs(month / MONTHS_PER_RISK_STEP - Math.rint(month / MONTHS_PER_RISK_STEP)) < 1e-6) {
                riskMonths.add(month);
                atRisk.add(curve.values().get(i) * patients);
            }
        }
        return new KaplanMeierChart.ArmCurve(
                name,
                curve.months(),
                curve.values(),
                curve.lower(),
                curve.upper(),
                List.of(),
                List.of(),
                riskMonths,
                atRisk);
    }

    private void addMarks(String endpoint, int arm, List<KaplanMeierChart.Mark> marks) {
        String name = endpoint.toUpperCase(Locale.ROOT);
        for (PublishedTarget target : result.targets()) {
            if (!endpoint.equals(target.endpoint())) {
                continue;
            }
            String value = Rounding.plain(target.value());
            if (target.metric().equals("medianMonths")) {
                marks.add(new KaplanMeierChart.Mark(
                        arm, target.value(), 0.5, "published median %s: %s months".formatted(name, value)));
            } else {
                marks.add(new KaplanMeierChart.Mark(
                        arm,
                        target.months(),
                        target.value(),
                        "published %s at %s months: %s".formatted(name, Rounding.plain(target.months()), value)));
            }
        }
    }

    private String caption(boolean marked) {
        List<String> medians = new ArrayList<>();
        for (Estimate estimate : result.estimates()) {
            if (estimate.metric().equals("medianMonths") && estimate.endpoint() != null) {
                Figure figure = Figure.of(estimate);
                medians.add("%s %s"
                        .formatted(
                                estimate.endpoint().toUpperCase(Locale.ROOT),
                                figure.isMeasured()
                                        ? figure.value() + " months (MCSE " + figure.error() + ")"
                                        : "not reached"));
            }
        }
        String bands = "Bands: %s %% Monte Carlo intervals of each point. Medians: %s."
                .formatted(Rounding.plain(100 * result.confidence(), 6), String.join(", ", medians));
        return marked ? bands + " Rings: published figures." : bands;
    }
}
