package org.evotrial.report.chart;

import java.util.List;
import org.evotrial.report.figure.Figure;

/**
 * Differences from a common reference as bars from nought, each with its Monte Carlo interval.
 *
 * @param title accessible name
 * @param label label of the axis
 * @param bars from the top down
 */
public record TornadoChart(String title, String label, List<Bar> bars) implements Chart {
    private static final double WIDTH = 416;
    private static final double LEFT = 6;
    private static final double RIGHT = 318;
    private static final double TOP = 6;
    private static final double LINE = 14;
    private static final double BAR = 14;
    private static final double GAP = 9;
    private static final int CHARACTERS = 66;

    /** One difference: what differs in one or more lines, by how much, its interval in the units of the axis, and its text. */
    public record Bar(List<String> lines, double value, double lower, double upper, Figure figure) {
        private String name() {
            return String.join(", ", lines);
        }

        private double height() {
            return LINE * lines.size() + BAR + GAP;
        }

        private boolean isToldApart() {
            return lower > 0 || upper < 0;
        }
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(label).append(". ");
        for (Bar bar : bars) {
            text.append(bar.name()).append(": ").append(bar.figure().value());
            if (!bar.figure().interval().isEmpty()) {
                text.append(" (").append(bar.figure().interval()).append(')');
            }
            text.append(". ");
        }
        return text.toString().strip();
    }

    @Override
    public String svg() {
        double bottom = TOP + bars.stream().mapToDouble(Bar::height).sum();
        Frame frame = new Frame(horizontal(), Scale.linear(0, 1, bottom, TOP));
        Svg svg = Svg.picture(this, WIDTH, bottom + 42);
        for (double tick : frame.x().ticks(4)) {
            svg.line(frame.x().at(tick), TOP, frame.x().at(tick), bottom, "grid");
        }
        svg.open("g", "class", "ink");
        svg.line(frame.x().at(0), TOP, frame.x().at(0), bottom, "line thin").close();
        double y = TOP;
        for (Bar bar : bars) {
            draw(svg, frame.x(), bar, y);
            y += bar.height();
        }
        frame.drawBase(svg, frame.x().ticks(4));
        frame.drawBaseLabel(svg, label);
        return svg.finish();
    }

    private static void draw(Svg svg, Scale x, Bar bar, double top) {
        double y = top;
        for (String line : bar.lines()) {
            y += LINE;
            svg.text(LEFT, y - 3, "start", "tick halo", Svg.shortened(line, CHARACTERS));
        }
        svg.text(RIGHT + 10, y + BAR - 3, "start", "tick strong", bar.figure().value());
        double from = Math.min(x.at(0), x.at(bar.value()));
        double width = Math.abs(x.at(bar.value()) - x.at(0));
        svg.open("g", "class", bar.value() < 0 ? "c1" : "c0");
        String tooltip = bar.name() + ": " + bar.figure().sentence();
        svg.rectangle(from, y, width, BAR, bar.isToldApart() ? "area" : "band", tooltip);
        svg.close();
        if (bar.upper() > bar.lower()) {
            double middle = y + BAR / 2;
            svg.line(x.at(bar.lower()), middle, x.at(bar.upper()), middle, "error");
            for (double limit : new double[] {bar.lower(), bar.upper()}) {
                svg.line(x.at(limit), middle - 4, x.at(limit), middle + 4, "error");
            }
        }
    }

    private Scale horizontal() {
        double low = 0;
        double high = 0;
        for (Bar bar : bars) {
            for (double value : new double[] {bar.value(), bar.lower(), bar.upper()}) {
                low = Double.isNaN(value) || Double.isInfinite(value) ? low : Math.min(low, value);
                high = Double.isNaN(value) || Double.isInfinite(value) ? high : Math.max(high, value);
            }
        }
        double margin = high > low ? (high - low) * 0.04 : 0.5;
        return Scale.linear(low - margin, high + margin, LEFT, RIGHT);
    }
}
