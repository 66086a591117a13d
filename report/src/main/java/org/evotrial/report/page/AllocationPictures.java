package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.evotrial.model.result.Curve;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.report.chart.TimeChart;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;

/**
 * Pictures of allocation over time in one scenario.
 *
 * @param scenario the scenario
 * @param wording words of the trial
 */
record AllocationPictures(ScenarioResult scenario, Wording wording) {
    private static final double NEARLY_ALL = 0.995;
    private static final double FEW = 0.05;
    private static final double VISIBLE = 0.005;
    private static final int YEAR = 12;

    List<Picture> all() {
        List<Picture> pictures = new ArrayList<>();
        List<Curve> enrolled = curves("enrolled");
        if (!enrolled.isEmpty() && enrolled.get(0).months().size() > 1) {
            pictures.add(enrolment(enrolled));
        }
        for (Curve followed : curves("underObservation")) {
            List<Curve> treatments = curves("onTreatment").stream()
                    .filter(curve -> curve.arm().equals(followed.arm()))
                    .toList();
            int points = points(followed);
            if (points > 1 && !treatments.isEmpty()) {
                pictures.add(treatment(followed, treatments, points));
            }
        }
        return pictures;
    }

    private List<Curve> curves(String name) {
        return scenario.curves().stream()
                .filter(curve -> curve.curve().equals(name))
                .toList();
    }

    private Picture enrolment(List<Curve> arms) {
        int points = 2;
        for (Curve arm : arms) {
            double end = arm.values().get(arm.values().size() - 1);
            int reached = 0;
            while (reached < arm.values().size() - 1 && arm.values().get(reached) < NEARLY_ALL * end) {
                reached++;
            }
            points = Math.max(points, reached + 1);
        }
        List<TimeChart.Series> series = new ArrayList<>();
        for (Curve arm : arms) {
            double end = arm.values().get(arm.values().size() - 1);
            String name = wording.arm(arm.arm()) + ", " + Rounding.plain(end) + " in the end";
            series.add(new TimeChart.Series(name, series.size(), arm.values().subList(0, points)));
        }
        String title = "Patients enrolled by arm, " + scenario.title();
        TimeChart chart = new TimeChart(
                title,
                "Patients enrolled, mean of the replicates",
                "Months since the trial opened",
                false,
                true,
                arms.get(0).months().subList(0, points),
                series);
        return Picture.of(chart, title);
    }

    /** As long as enough of the arm's patients are followed. */
    private static int points(Curve followed) {
        int points = 0;
        while (points < followed.values().size()
                && followed.values().get(points) > FEW * followed.values().get(0)) {
            points++;
        }
        return points;
    }

    private Picture treatment(Curve followed, List<Curve> treatments, int points) {
        List<TimeChart.Series> series = new ArrayList<>();
        List<Double> none = new ArrayList<>();
        for (int m = 0; m < points; m++) {
            double on = 0;
            for (Curve treatment : treatments) {
                on += treatment.values().get(m);
            }
            none.add(1 - on / followed.values().get(m));
        }
        for (int t = 0; t < treatments.size(); t++) {
            Curve treatment = treatments.get(t);
            List<Double> shares = new ArrayList<>();
            for (int m = 0; m < points; m++) {
                shares.add(treatment.values().get(m) / followed.values().get(m));
            }
            addVisible(series, Objects.toString(treatment.detail(), "treatment"), t, shares);
        }
        if (none.stream().allMatch(share -> share > -1e-9)) {
            addVisible(series, "no treatment", treatments.size(), none);
        }
        String arm = wording.arm(followed.arm());
        TimeChart chart = new TimeChart(
                "Treatment over time in " + arm + ", " + scenario.title(),
                "Share of the patients who are followed",
                "Months since randomisation",
                true,
                false,
                followed.months().subList(0, points),
                series);
        return Picture.of(chart, arm + ". Followed, mean number: " + numbers(followed, points) + ".");
    }

    private static void addVisible(List<TimeChart.Series> series, String name, int colour, List<Double> shares) {
        if (shares.stream().anyMatch(share -> share > VISIBLE)) {
            series.add(new TimeChart.Series(name, colour, shares));
        }
    }

    private static String numbers(Curve followed, int points) {
        List<String> parts = new ArrayList<>();
        for (int m = 0; m < points; m++) {
            double month = followed.months().get(m);
            if (month % YEAR == 0) {
                parts.add("%s at month %s"
                        .formatted(Rounding.plain(followed.values().get(m)), Rounding.plain(month)));
            }
        }
        return String.join(", ", parts);
    }
}
