package org.evotrial.report.chart;

import java.util.List;
import org.evotrial.report.figure.Figure;

/**
 * One estimate after the other as a dot with its Monte Carlo interval, on a common axis.
 *
 * @param title accessible name
 * @param label label of the axis
 * @param percent true if the values are shares, labelled in per cent from 0 to 100
 * @param rows one per estimate
 */
public record IntervalChart(String title, String label, boolean percent, List<Row> rows) implements Chart {
    private static final double WIDTH = 640;
    private static final double LEFT = 230;
    private static final double RIGHT = 520;
    private static final double ROW = 26;

    /** One estimate: its name, value, interval and text. */
    public record Row(String name, double value, double lower, double upper, Figure figure) {}

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(label).append(". ");
        rows.forEach(row -> text.append(row.name())
                .append(": ")
                .append(row.figure().value())
                .append(". "));
        return text.toString().strip();
    }

    @Override
    public String svg() {
        double bottom = 8 + ROW * rows.size();
        Frame frame = new Frame(horizontal(), Scale.linear(0, 1, bottom, 8));
        Svg svg = Svg.picture(this, WIDTH, bottom + 42);
        for (double tick : frame.x().ticks(5)) {
            svg.line(frame.x().at(tick), 8, frame.x().at(tick), bottom, "grid");
        }
        frame.drawBase(svg, frame.x().ticks(5));
        frame.drawBaseLabel(svg, label + (percent ? ", %" : ""));
        double unit = percent ? 100 : 1;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = 8 + ROW * (i + 0.5);
            svg.text(0, y + 4, "start", "key", Svg.shortened(row.name(), 29));
            svg.text(RIGHT + 14, y + 4, "start", "tick strong", row.figure().value());
            if (Double.isNaN(row.value())) {
                continue;
            }
            svg.open("g", "class", "c0");
            if (row.upper() >= row.lower()) {
                svg.line(frame.x().at(row.lower() * unit), y, frame.x().at(row.upper() * unit), y, "line whisker");
            }
            svg.dot(frame.x().at(row.value() * unit), y, 4, "mark", row.figure().sentence());
            svg.close();
        }
        return svg.finish();
    }

    private Scale horizontal() {
        if (percent) {
            return Scale.linear(0, 100, LEFT, RIGHT);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Row row : rows) {
            for (double value : new double[] {row.value(), row.lower(), row.upper()}) {
                low = Double.isNaN(value) ? low : Math.min(low, value);
                high = Double.isNaN(value) ? high : Math.max(high, value);
            }
        }
        if (!(low <= high)) {
            return Scale.linear(0, 1, LEFT, RIGHT);
        }
        double margin = high > low ? (high - low) * 0.1 : Math.max(Math.abs(high) * 0.1, 0.5);
        return Scale.linear(low - margin, high + margin, LEFT, RIGHT);
    }
}
