package org.evotrial.report.chart;

import java.util.List;
import org.evotrial.report.figure.Figure;

/**
 * Shares of a whole as bars with their Monte Carlo intervals.
 *
 * @param title accessible name
 * @param label label of the axis
 * @param bars from top to bottom
 */
public record ShareBars(String title, String label, List<Bar> bars) implements Chart {
    private static final double WIDTH = 640;
    private static final double LEFT = 190;
    private static final double RIGHT = 510;
    private static final double ROW = 24;

    /** A share with its interval, all in [0, 1]; {@code style} is its colour class. */
    public record Bar(String name, String style, double share, double lower, double upper, Figure figure) {}

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(label).append(". ");
        bars.forEach(bar -> text.append(bar.name())
                .append(": ")
                .append(bar.figure().value())
                .append(". "));
        return text.toString().strip();
    }

    @Override
    public String svg() {
        double bottom = 6 + ROW * bars.size();
        Frame frame = new Frame(Scale.linear(0, 100, LEFT, RIGHT), Scale.linear(0, 1, bottom, 6));
        Svg svg = Svg.picture(this, WIDTH, bottom + 40);
        List<Double> ticks = frame.x().ticks(5);
        ticks.forEach(tick -> svg.line(frame.x().at(tick), 6, frame.x().at(tick), bottom, "grid"));
        for (int i = 0; i < bars.size(); i++) {
            drawBar(svg, frame.x(), bars.get(i), 6 + ROW * (i + 0.5));
        }
        frame.drawBase(svg, ticks);
        frame.drawBaseLabel(svg, label + ", %");
        return svg.finish();
    }

    private static void drawBar(Svg svg, Scale x, Bar bar, double y) {
        svg.text(LEFT - 8, y + 4, "end", "key", Svg.shortened(bar.name(), 26));
        svg.open("g", "class", bar.style())
                .tooltip(bar.name() + ": " + bar.figure().sentence());
        svg.rectangle(LEFT, y - 7, Math.max(0.5, x.at(100 * bar.share()) - LEFT), 14, "area");
        svg.close();
        svg.line(x.at(100 * bar.lower()), y, x.at(100 * bar.upper()), y, "error");
        String error =
                bar.figure().error().isEmpty() ? "" : " ± " + bar.figure().error();
        svg.text(RIGHT + 12, y + 4, "start", "tick strong", bar.figure().value() + error);
    }
}
