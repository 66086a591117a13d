package org.evotrial.report.chart;

import java.util.List;

/**
 * Change of the sum of diameters over time, a line per patient.
 *
 * @param title accessible name
 * @param threads one per patient, in order of drawing
 * @param since what the months are counted from
 */
public record SpiderChart(String title, List<Thread> threads, String since) implements Chart {
    private static final double WIDTH = 640;
    private static final double LEFT = 56;
    private static final double RIGHT = 626;
    private static final double PLOT = 250;
    private static final double HIGHEST = 100;

    /**
     * One patient.
     *
     * @param name for the tooltip
     * @param category best response, which colours the line
     * @param months months of the scans, baseline first
     * @param percents change at them
     */
    public record Thread(String name, String category, List<Double> months, List<Double> percents) {}

    @Override
    public String description() {
        return "%d patients from the start of treatment to the first progression.".formatted(threads.size());
    }

    @Override
    public String svg() {
        double last = 1;
        for (Thread thread : threads) {
            for (double month : thread.months()) {
                last = Math.max(last, month);
            }
        }
        Legend legend = new Legend(List.of("CR", "PR", "SD", "PD").stream()
                .filter(c -> threads.stream().anyMatch(t -> t.category().equals(c)))
                .map(c -> new Legend.Entry(RecistPanel.style(c) + " line", Legend.Shape.LINE, c))
                .toList());
        double top = 26 + legend.height(LEFT, RIGHT);
        Frame frame = new Frame(Scale.linear(0, last, LEFT, RIGHT), Scale.linear(-100, HIGHEST, top + PLOT, top));
        Svg svg = Svg.picture(this, WIDTH, frame.bottom() + 42);
        legend.draw(svg, LEFT, 14, RIGHT);
        svg.text(LEFT, top - 9, "start", "axis-label", "Change from baseline, %");
        frame.drawRows(svg, List.of(-100.0, -50.0, 0.0, 50.0, 100.0));
        for (Thread thread : threads) {
            svg.open("g", "class", RecistPanel.style(thread.category())).tooltip(thread.name());
            svg.path(frame.lineThrough(thread.months(), thread.percents()), "line web")
                    .close();
        }
        svg.line(LEFT, frame.y().at(0), RIGHT, frame.y().at(0), "axis");
        frame.drawBase(svg, frame.x().multiples(Scale.monthStep(last, 12)));
        frame.drawBaseLabel(svg, "Months since " + since);
        return svg.finish();
    }
}
