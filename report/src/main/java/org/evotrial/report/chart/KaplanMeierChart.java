package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.report.figure.Rounding;

/**
 * Event-free probability over time by arm: the mean of the replicates' Kaplan-Meier estimates with its band, the true curve
 * dashed, medians marked, numbers at risk below.
 *
 * @param title accessible name
 * @param endpoint label of the vertical axis
 * @param arms one per arm
 * @param marks published figures; empty if there are none
 * @param words what the months are counted from, and what the table below the curves is called
 */
public record KaplanMeierChart(String title, String endpoint, List<ArmCurve> arms, List<Mark> marks, Words words)
        implements Chart {
    private static final double WIDTH = 640;
    private static final double LEFT = 150;
    private static final double RIGHT = 622;
    private static final double HEIGHT = 270;
    private static final double ROW = 17;

    /**
     * The curves of one arm, all on the same months.
     *
     * @param name the arm
     * @param months grid
     * @param mean mean of the replicates' estimates
     * @param lower lower limit of the band; empty if not given
     * @param upper upper limit of the band; empty if not given
     * @param truthMonths grid of the true curve; empty if there is none
     * @param truth the true curve
     * @param atRiskMonths grid of the numbers at risk; empty if there are none
     * @param atRisk mean numbers at risk
     */
    public record ArmCurve(
            String name,
            List<Double> months,
            List<Double> mean,
            List<Double> lower,
            List<Double> upper,
            List<Double> truthMonths,
            List<Double> truth,
            List<Double> atRiskMonths,
            List<Double> atRisk) {}

    /**
     * A published figure beside the curves.
     *
     * @param arm index of the curve that it is compared with
     * @param month where it lies
     * @param value event-free probability; one half for a median
     * @param name what it is
     */
    public record Mark(int arm, double month, double value, String name) {}

    /** What the months are counted from, and what the table below the curves is called. */
    public record Words(String since, String atRisk) {}

    /** Curves since randomisation without published figures. */
    public KaplanMeierChart(String title, String endpoint, List<ArmCurve> arms) {
        this(title, endpoint, arms, List.of(), new Words("randomisation", "Mean number at risk"));
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder("Mean Kaplan-Meier curves of ")
                .append(endpoint)
                .append(". ");
        for (ArmCurve arm : arms) {
            double median = crossing(arm.months(), arm.mean());
            text.append(arm.name())
                    .append(
                            Double.isNaN(median)
                                    ? ": stays above 50 %. "
                                    : ": 50 % at " + months(median) + " months. ");
        }
        return text.toString().strip();
    }

    @Override
    public String svg() {
        Legend legend = legend();
        double top = 22 + legend.height(LEFT, RIGHT);
        Frame frame = new Frame(Scale.linear(0, lastMonth(), LEFT, RIGHT), Scale.linear(0, 1, top + HEIGHT, top));
        boolean risk = arms.stream().anyMatch(arm -> !arm.atRisk().isEmpty());
        double height = frame.bottom() + 44 + (risk ? 22 + ROW * arms.size() : 0);
        Svg svg = Svg.picture(this, WIDTH, height);
        legend.draw(svg, LEFT, 14, RIGHT);
        List<Double> ticks = frame.x().multiples(Scale.monthStep(lastMonth(), 9));
        frame.drawPercentRows(svg, List.of(0.0, 0.25, 0.5, 0.75, 1.0));
        frame.drawBase(svg, ticks);
        frame.drawBaseLabel(svg, "Months since " + words.since());
        for (int i = 0; i < arms.size(); i++) {
            drawArm(svg, frame, arms.get(i), Palette.series(i));
        }
        for (Mark mark : marks) {
            drawMark(svg, frame, mark);
        }
        if (risk) {
            drawRiskTable(svg, frame, ticks);
        }
        return svg.finish();
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        boolean truth = false;
        for (int i = 0; i < arms.size(); i++) {
            double median = crossing(arms.get(i).months(), arms.get(i).mean());
            String name = Svg.shortened(arms.get(i).name(), 44);
            entries.add(new Legend.Entry(
                    Palette.series(i) + " line",
                    Legend.Shape.LINE,
                    Double.isNaN(median) ? name : name + " (50 % at " + months(median) + " mo)"));
            truth |= !arms.get(i).truth().isEmpty();
        }
        if (truth) {
            entries.add(new Legend.Entry("ink dashed", Legend.Shape.LINE, "true curve"));
        }
        if (!marks.isEmpty()) {
            entries.add(new Legend.Entry("ink hollow", Legend.Shape.DOT, "published"));
        }
        return new Legend(entries);
    }

    private static void drawMark(Svg svg, Frame frame, Mark mark) {
        svg.open("g", "class", Palette.series(mark.arm()));
        svg.dot(frame.x().at(mark.month()), frame.y().at(mark.value()), 5, "hollow target", mark.name());
        svg.close();
    }

    private static void drawArm(Svg svg, Frame frame, ArmCurve arm, String colour) {
        svg.open("g", "class", colour).tooltip(arm.name());
        svg.path(frame.bandBetween(arm.months(), arm.lower(), arm.upper()), "band");
        svg.path(frame.lineThrough(arm.months(), arm.mean()), "line");
        svg.path(frame.lineThrough(arm.truthMonths(), arm.truth()), "line thin dashed");
        double median = crossing(arm.months(), arm.mean());
        if (!Double.isNaN(median)) {
            double x = frame.x().at(median);
            svg.line(x, frame.y().at(0.5), x, frame.bottom(), "line hair");
            svg.dot(x, frame.y().at(0.5), 3.5, "mark", arm.name() + ": 50 % at " + months(median) + " months");
        }
        svg.close();
    }

    private void drawRiskTable(Svg svg, Frame frame, List<Double> ticks) {
        double y = frame.bottom() + 56;
        svg.text(0, y, "start", "axis-label", words.atRisk());
        for (int i = 0; i < arms.size(); i++) {
            ArmCurve arm = arms.get(i);
            y += ROW;
            svg.open("g", "class", Palette.series(i)).tooltip(arm.name());
            svg.rectangle(0, y - 9, 8, 8, "mark");
            svg.text(13, y, "start", "key", Svg.shortened(arm.name(), 18)).close();
            for (double tick : ticks) {
                double count = nearest(arm.atRiskMonths(), arm.atRisk(), tick);
                svg.text(frame.x().at(tick), y, "middle", "tick", new Rounding(0).text(count));
            }
        }
    }

    private double lastMonth() {
        double last = 1;
        for (ArmCurve arm : arms) {
            for (int i = 0; i < Math.min(arm.months().size(), arm.mean().size()); i++) {
                if (!Double.isNaN(arm.mean().get(i))) {
                    last = Math.max(last, arm.months().get(i));
                }
            }
        }
        return last;
    }

    /** Where a decreasing curve crosses one half, by linear interpolation; NaN if it does not. */
    static double crossing(List<Double> months, List<Double> curve) {
        for (int i = 1; i < Math.min(months.size(), curve.size()); i++) {
            double before = curve.get(i - 1);
            double after = curve.get(i);
            if (before > 0.5 && after <= 0.5) {
                return months.get(i - 1) + (months.get(i) - months.get(i - 1)) * (before - 0.5) / (before - after);
            }
        }
        return Double.NaN;
    }

    private static double nearest(List<Double> months, List<Double> values, double month) {
        double best = Double.NaN;
        double distance = 0.51;
        for (int i = 0; i < Math.min(months.size(), values.size()); i++) {
            double off = Math.abs(months.get(i) - month);
            if (off < distance) {
                distance = off;
                best = values.get(i);
            }
        }
        return best;
    }

    private static String months(double value) {
        return new Rounding(1).text(value);
    }
}
