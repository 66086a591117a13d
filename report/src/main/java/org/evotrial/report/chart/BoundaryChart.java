package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.report.figure.Rounding;

/**
 * Group-sequential boundaries of one hypothesis on the z scale over information, with the alpha spent so far written at
 * each look.
 *
 * @param title accessible name
 * @param points one per look, in order of information
 */
public record BoundaryChart(String title, List<Point> points) implements Chart {
    private static final double WIDTH = 640;
    private static final double LEFT = 50;
    private static final double RIGHT = 600;

    /**
     * The boundary at one look.
     *
     * @param look name of the look
     * @param information information fraction
     * @param critical critical value on the z scale
     * @param futility futility bound on the z scale, or NaN
     * @param alphaSpent cumulative one-sided type I error spent
     */
    public record Point(String look, double information, double critical, double futility, double alphaSpent) {}

    @Override
    public String description() {
        StringBuilder text = new StringBuilder("Critical values: ");
        for (Point point : points) {
            text.append(point.look())
                    .append(' ')
                    .append(new Rounding(3).text(point.critical()))
                    .append("; ");
        }
        return text.toString().strip();
    }

    @Override
    public String svg() {
        Legend legend = legend();
        double top = 40 + legend.height(LEFT, RIGHT);
        double[] range = range();
        Frame frame = new Frame(
                Scale.linear(0, Math.max(1, last()) * 1.06, LEFT, RIGHT),
                Scale.linear(range[0], range[1], top + 210, top));
        Svg svg = Svg.picture(this, WIDTH, frame.bottom() + 42);
        legend.draw(svg, LEFT, 14, RIGHT);
        frame.drawHeading(svg, LEFT - 16, "z");
        frame.drawRows(svg, frame.y().ticks(5));
        frame.drawBase(svg, frame.x().ticks(5));
        frame.drawBaseLabel(svg, "Information fraction");
        for (Point point : points) {
            double x = frame.x().at(point.information());
            svg.line(x, frame.top(), x, frame.bottom(), "grid");
            svg.text(x, frame.top() - 8, "middle", "tick", point.look());
        }
        drawBoundary(svg, frame, "c0", points.stream().map(Point::critical).toList(), true);
        drawBoundary(svg, frame, "c1", points.stream().map(Point::futility).toList(), false);
        return svg.finish();
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        entries.add(new Legend.Entry("c0 line", Legend.Shape.LINE, "critical value, with cumulative alpha spent"));
        if (points.stream().anyMatch(point -> !Double.isNaN(point.futility()))) {
            entries.add(new Legend.Entry("c1 line", Legend.Shape.LINE, "futility bound"));
        }
        return new Legend(entries);
    }

    private void drawBoundary(Svg svg, Frame frame, String colour, List<Double> bounds, boolean spending) {
        svg.open("g", "class", colour);
        svg.path(frame.lineThrough(points.stream().map(Point::information).toList(), bounds), "line");
        for (int i = 0; i < points.size(); i++) {
            if (Double.isNaN(bounds.get(i)) || Double.isInfinite(bounds.get(i))) {
                continue;
            }
            double x = frame.x().at(points.get(i).information());
            double y = frame.y().at(bounds.get(i));
            String value = new Rounding(3).text(bounds.get(i));
            svg.dot(x, y, 4.5, "mark", points.get(i).look() + ": " + value);
            svg.text(x, y - 12, "middle", "tick strong halo", value);
            if (spending) {
                String spent = "α " + Rounding.plain(points.get(i).alphaSpent(), 2);
                svg.text(x, y + 20, "middle", "tick halo", spent);
            }
        }
        svg.close();
    }

    private double last() {
        return points.stream().mapToDouble(Point::information).max().orElse(1);
    }

    private double[] range() {
        double low = 0;
        double high = 1;
        for (Point point : points) {
            for (double bound : new double[] {point.critical(), point.futility()}) {
                if (!Double.isNaN(bound) && !Double.isInfinite(bound)) {
                    low = Math.min(low, bound);
                    high = Math.max(high, bound);
                }
            }
        }
        return new double[] {low < 0 ? low - 0.4 : 0, high + 0.6};
    }
}
