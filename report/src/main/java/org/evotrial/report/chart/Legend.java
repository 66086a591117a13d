package org.evotrial.report.chart;

import java.util.List;

/**
 * Names beside their marks, in rows that wrap.
 *
 * @param entries in order
 */
record Legend(List<Entry> entries) {
    private static final double ROW = 18;
    private static final double MARK = 24;

    /**
     * One name.
     *
     * @param style classes of the mark, for example {@code c0 line}
     * @param shape how the mark is drawn
     * @param text the name
     */
    record Entry(String style, Shape shape, String text) {}

    /** How a mark is drawn. */
    enum Shape {
        LINE,
        AREA,
        DOT,
        TRIANGLE,
        DIAMOND,
        CROSS,
        ARROW
    }

    /** Draws the rows from the given base line of the first one and returns their height. */
    double draw(Svg svg, double left, double top, double right) {
        double x = left;
        double y = top;
        for (Entry entry : entries) {
            double width = MARK + Svg.widthOf(entry.text()) + 14;
            if (x > left && x + width > right) {
                x = left;
                y += ROW;
            }
            drawMark(svg, entry, x, y - 4);
            svg.text(x + MARK, y, "start", "key", entry.text());
            x += width;
        }
        return entries.isEmpty() ? 0 : y - top + ROW;
    }

    /** Height that {@link #draw} will need. */
    double height(double left, double right) {
        return draw(new Svg(), left, 0, right);
    }

    private static void drawMark(Svg svg, Entry entry, double x, double y) {
        switch (entry.shape()) {
            case LINE -> svg.line(x, y, x + 18, y, entry.style());
            case AREA -> svg.rectangle(x + 2, y - 5, 14, 10, entry.style());
            case DOT ->
                svg.element("circle", "cx", Svg.number(x + 9), "cy", Svg.number(y), "r", "4", "class", entry.style());
            case TRIANGLE -> svg.path(SwimmerChart.triangle(x + 9, y), entry.style());
            case DIAMOND -> svg.path(SwimmerChart.diamond(x + 9, y), entry.style());
            case CROSS -> svg.path(SwimmerChart.cross(x + 9, y), entry.style());
            case ARROW -> svg.path(SwimmerChart.arrow(x + 4, y), entry.style());
        }
    }
}
