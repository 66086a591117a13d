package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines and dots over days.
 *
 * @param heading what is shown, with its unit
 * @param logarithmic true for a scale of decades; values that are not positive then lie on the base line
 * @param floor lowest value of a logarithmic scale; ignored otherwise
 * @param plotHeight height
 * @param series in order of drawing
 * @param limits horizontal lines; empty if there are none
 */
public record SeriesPanel(
        String heading, boolean logarithmic, double floor, double plotHeight, List<Series> series, List<Limit> limits)
        implements Panel {
    /** A horizontal line: where, and what it means. */
    public record Limit(double value, String name) {}

    /** A strip without limits. */
    public SeriesPanel(String heading, boolean logarithmic, double floor, double plotHeight, List<Series> series) {
        this(heading, logarithmic, floor, plotHeight, series, List.of());
    }

    /**
     * One series.
     *
     * @param name its name in the legend; empty: drawn thin, and named by another one of the same colour
     * @param style colour class
     * @param dots true for dots joined by a hair line, false for a line alone
     * @param days abscissae
     * @param values ordinates
     * @param filled whether each dot is filled; empty: all are
     */
    public record Series(
            String name, String style, boolean dots, List<Double> days, List<Double> values, List<Boolean> filled) {}

    @Override
    public double height() {
        return plotHeight;
    }

    @Override
    public List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (Series one : series) {
            if (one.name().isEmpty()) {
                continue;
            }
            entries.add(new Legend.Entry(
                    one.style() + (one.dots() ? " mark" : " line"),
                    one.dots() ? Legend.Shape.DOT : Legend.Shape.LINE,
                    one.name()));
        }
        if (series.stream().anyMatch(one -> one.filled().contains(false))) {
            entries.add(new Legend.Entry("ink hollow", Legend.Shape.DOT, "not detected"));
        }
        limits.stream()
                .map(Limit::name)
                .distinct()
                .forEach(name -> entries.add(new Legend.Entry("ink dashed", Legend.Shape.LINE, name)));
        return entries;
    }

    @Override
    public void draw(Svg svg, Scale days, double top) {
        Frame frame = new Frame(days, vertical(top));
        frame.drawRows(svg, frame.y().ticks(logarithmic ? 4 : 3));
        svg.line(frame.left(), frame.bottom(), frame.right(), frame.bottom(), "axis");
        for (Limit limit : limits) {
            svg.open("g", "class", "ink").tooltip(limit.name());
            svg.line(
                    frame.left(),
                    frame.y().at(limit.value()),
                    frame.right(),
                    frame.y().at(limit.value()),
                    "dashed");
            svg.close();
        }
        for (Series one : series) {
            svg.open("g", "class", one.style());
            if (!one.name().isEmpty()) {
                svg.tooltip(one.name());
            }
            String line = one.dots() ? "line hair" : one.name().isEmpty() ? "line thin" : "line";
            svg.path(frame.lineThrough(one.days(), one.values()), line);
            if (one.dots()) {
                drawDots(svg, frame, one);
            }
            svg.close();
        }
    }

    private static void drawDots(Svg svg, Frame frame, Series one) {
        for (int i = 0; i < Math.min(one.days().size(), one.values().size()); i++) {
            double value = one.values().get(i);
            if (!Double.isNaN(value)) {
                boolean filled = i >= one.filled().size() || one.filled().get(i);
                svg.element(
                        "circle",
                        "cx",
                        Svg.number(frame.x().at(one.days().get(i))),
                        "cy",
                        Svg.number(frame.y().at(value)),
                        "r",
                        filled ? "3" : "2.4",
                        "class",
                        filled ? "mark" : "hollow");
            }
        }
    }

    private Scale vertical(double top) {
        double high = 0;
        for (Series one : series) {
            for (double value : one.values()) {
                high = Double.isNaN(value) ? high : Math.max(high, value);
            }
        }
        for (Limit limit : limits) {
            high = Math.max(high, 2 * limit.value());
        }
        if (!logarithmic) {
            return Scale.linear(0, high > 0 ? high * 1.08 : 1, top + plotHeight, top);
        }
        double decade = StrictMath.pow(10, Math.ceil(StrictMath.log10(Math.max(high, floor * 10)) - 1e-9));
        return Scale.decades(floor, decade, top + plotHeight, top);
    }
}
