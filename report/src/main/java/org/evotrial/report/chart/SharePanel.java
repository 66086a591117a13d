package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Shares of a whole over days, one above the other.
 *
 * @param heading what is shown
 * @param names names of the parts, from the bottom up
 * @param days grid
 * @param parts {@code parts.get(part).get(gridPoint)}; their sum is the whole, which may be 0
 */
public record SharePanel(String heading, List<String> names, List<Double> days, List<List<Double>> parts)
        implements Panel {
    private static final double HEIGHT = 72;
    private static final int STYLES = 6;

    public SharePanel {
        if (parts.size() != names.size()) {
            throw new IllegalArgumentException(
                    "There are %d names but %d parts.".formatted(names.size(), parts.size()));
        }
    }

    @Override
    public double height() {
        return HEIGHT;
    }

    @Override
    public List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            entries.add(new Legend.Entry(style(i) + " area", Legend.Shape.AREA, names.get(i)));
        }
        return entries;
    }

    private static String style(int part) {
        return "p" + part % STYLES;
    }

    @Override
    public void draw(Svg svg, Scale x, double top) {
        Frame frame = new Frame(x, Scale.linear(0, 1, top + HEIGHT, top));
        svg.rectangle(x.low(), top, x.high() - x.low(), HEIGHT, "pond");
        List<Double> lower = new ArrayList<>();
        days.forEach(day -> lower.add(0.0));
        for (int part = 0; part < parts.size(); part++) {
            List<Double> upper = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                upper.add(lower.get(i) + share(part, i));
            }
            svg.open("g", "class", style(part)).tooltip(names.get(part));
            svg.path(frame.bandBetween(days, List.copyOf(lower), upper), "area").close();
            for (int i = 0; i < lower.size(); i++) {
                lower.set(i, upper.get(i));
            }
        }
        frame.drawPercentRows(svg, List.of(0.0, 0.5, 1.0));
    }

    private double share(int part, int point) {
        double whole = 0;
        for (List<Double> one : parts) {
            whole += one.get(point);
        }
        return whole > 0 ? parts.get(part).get(point) / whole : 0;
    }
}
