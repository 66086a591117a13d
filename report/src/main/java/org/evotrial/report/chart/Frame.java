package org.evotrial.report.chart;

import java.util.List;

/**
 * The rectangle that data are drawn in, with its axes.
 *
 * @param x horizontal scale
 * @param y vertical scale; its {@code low} is the bottom
 */
record Frame(Scale x, Scale y) {
    private static final double TICK = 4;

    double left() {
        return x.low();
    }

    double right() {
        return x.high();
    }

    double top() {
        return y.high();
    }

    double bottom() {
        return y.low();
    }

    /** Horizontal grid lines with labels to the left. */
    void drawRows(Svg svg, List<Double> ticks) {
        for (double tick : ticks) {
            svg.line(left(), y.at(tick), right(), y.at(tick), "grid");
            svg.text(left() - 7, y.at(tick) + 4, "end", "tick", y.label(tick));
        }
    }

    /** Horizontal grid lines of a share, labelled in per cent. */
    void drawPercentRows(Svg svg, List<Double> ticks) {
        Scale percent = Scale.linear(y.from() * 100, y.to() * 100, y.low(), y.high());
        for (double tick : ticks) {
            svg.line(left(), y.at(tick), right(), y.at(tick), "grid");
            svg.text(left() - 7, y.at(tick) + 4, "end", "tick", percent.label(Math.rint(tick * 1e6) / 1e4) + " %");
        }
    }

    /** The base line with ticks and labels below. */
    void drawBase(Svg svg, List<Double> ticks) {
        svg.line(left(), bottom(), right(), bottom(), "axis");
        for (double tick : ticks) {
            svg.line(x.at(tick), bottom(), x.at(tick), bottom() + TICK, "axis");
            svg.text(x.at(tick), bottom() + 17, "middle", "tick", x.label(tick));
        }
    }

    /** A label above the top left corner. */
    void drawHeading(Svg svg, double at, String text) {
        svg.text(at, top() - 10, "start", "axis-label", text);
    }

    /** A label below the ticks, in the middle. */
    void drawBaseLabel(Svg svg, String text) {
        svg.text((left() + right()) / 2, bottom() + 34, "middle", "axis-label", text);
    }

    /** A line through points; NaN and points beyond the horizontal scale interrupt it. */
    String lineThrough(List<Double> xs, List<Double> ys) {
        StringBuilder data = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < Math.min(xs.size(), ys.size()); i++) {
            if (Double.isNaN(ys.get(i)) || xs.get(i) < x.from() || xs.get(i) > x.to()) {
                pen = false;
                continue;
            }
            data.append(pen ? 'L' : 'M').append(point(xs.get(i), ys.get(i)));
            pen = true;
        }
        return data.toString();
    }

    /** The band between two lines, one area for every stretch without NaN. */
    String bandBetween(List<Double> xs, List<Double> lower, List<Double> upper) {
        StringBuilder data = new StringBuilder();
        int size = Math.min(xs.size(), Math.min(lower.size(), upper.size()));
        int start = 0;
        while (start < size) {
            int end = start;
            while (end < size && !Double.isNaN(lower.get(end)) && !Double.isNaN(upper.get(end))) {
                end++;
            }
            if (end - start > 1) {
                appendArea(data, xs.subList(start, end), lower.subList(start, end), upper.subList(start, end));
            }
            start = Math.max(end, start) + 1;
        }
        return data.toString();
    }

    private void appendArea(StringBuilder data, List<Double> xs, List<Double> lower, List<Double> upper) {
        for (int i = 0; i < xs.size(); i++) {
            data.append(i == 0 ? 'M' : 'L').append(point(xs.get(i), upper.get(i)));
        }
        for (int i = xs.size() - 1; i >= 0; i--) {
            data.append('L').append(point(xs.get(i), lower.get(i)));
        }
        data.append('Z');
    }

    private String point(double xValue, double yValue) {
        return Svg.number(x.at(xValue)) + " " + Svg.number(y.at(yValue));
    }
}
