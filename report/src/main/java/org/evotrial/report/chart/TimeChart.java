package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Quantities over months: lines, or areas one above the other.
 *
 * @param title accessible name
 * @param heading what is shown, with its unit
 * @param since what the months count from
 * @param percent true if the values are shares of a whole, labelled in per cent from 0 to 100
 * @param stacked true for areas whose top is the sum
 * @param months grid, increasing, at least two points
 * @param series one per quantity, in order of drawing
 */
public record TimeChart(
        String title,
        String heading,
        String since,
        boolean percent,
        boolean stacked,
        List<Double> months,
        List<Series> series)
        implements Chart {
    private static final double WIDTH = 416;
    private static final double LEFT = 46;
    private static final double RIGHT = 404;
    private static final double TOP = 26;
    private static final double BOTTOM = 206;
    private static final double LEGEND = 262;

    /** One quantity: its name, the number of its colour, and a value for every month. */
    public record Series(String name, int colour, List<Double> values) {}

    @Override
    public String description() {
        StringBuilder text =
                new StringBuilder(heading).append(" over ").append(since).append(". ");
        int last = months.size() - 1;
        Scale y = vertical();
        for (Series one : series) {
            text.append(one.name())
                    .append(": from ")
                    .append(label(y, one.values().get(0)))
                    .append(" to ")
                    .append(label(y, one.values().get(last)))
                    .append(". ");
        }
        return text.toString().strip();
    }

    private String label(Scale y, double value) {
        double unit = percent ? 100 : 1;
        return y.label(Math.rint(value * unit * 10) / 10) + (percent ? " %" : "");
    }

    @Override
    public String svg() {
        Legend legend = legend();
        Svg svg = Svg.picture(this, WIDTH, LEGEND - 12 + legend.height(LEFT - 40, RIGHT));
        double from = months.get(0);
        double to = months.get(months.size() - 1);
        Frame frame = new Frame(Scale.linear(from, to, LEFT, RIGHT), vertical());
        if (percent) {
            frame.drawPercentRows(svg, List.of(0.0, 0.25, 0.5, 0.75, 1.0));
        } else {
            frame.drawRows(svg, frame.y().ticks(4));
        }
        frame.drawHeading(svg, 4, heading);
        drawSeries(svg, frame);
        frame.drawBase(svg, frame.x().multiples(Scale.monthStep(to - from, 8)));
        frame.drawBaseLabel(svg, since);
        legend.draw(svg, LEFT - 40, LEGEND, RIGHT);
        return svg.finish();
    }

    private void drawSeries(Svg svg, Frame frame) {
        List<Double> below = new ArrayList<>();
        months.forEach(month -> below.add(0.0));
        for (Series one : series) {
            svg.open("g", "class", Palette.series(one.colour())).tooltip(one.name());
            if (stacked) {
                List<Double> top = new ArrayList<>();
                for (int m = 0; m < below.size(); m++) {
                    top.add(below.get(m) + one.values().get(m));
                }
                svg.path(frame.bandBetween(months, List.copyOf(below), top), "area");
                for (int m = 0; m < below.size(); m++) {
                    below.set(m, top.get(m));
                }
            } else {
                svg.path(frame.lineThrough(months, one.values()), "line");
            }
            svg.close();
        }
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (Series one : series) {
            Legend.Shape shape = stacked ? Legend.Shape.AREA : Legend.Shape.LINE;
            entries.add(
                    new Legend.Entry(Palette.series(one.colour()) + (stacked ? " area" : " line"), shape, one.name()));
        }
        return new Legend(entries);
    }

    private Scale vertical() {
        if (percent) {
            return Scale.linear(0, 1, BOTTOM, TOP);
        }
        double high = 0;
        for (int m = 0; m < months.size(); m++) {
            double sum = 0;
            for (Series one : series) {
                sum = stacked
                        ? sum + one.values().get(m)
                        : Math.max(sum, one.values().get(m));
            }
            high = Math.max(high, sum);
        }
        return Scale.linear(0, high * 1.05, BOTTOM, TOP);
    }
}
