package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Best change of the sum of diameters of every patient, from the largest increase to the deepest response.
 *
 * @param title accessible name
 * @param bars one per patient, in any order
 */
public record WaterfallChart(String title, List<Bar> bars) implements Chart {
    private static final double WIDTH = 640;
    private static final double LEFT = 56;
    private static final double RIGHT = 626;
    private static final double PLOT = 230;
    private static final double HIGHEST = 100;

    /** Best change in per cent, and the best response that colours the bar. */
    public record Bar(double percent, String category) {}

    @Override
    public String description() {
        long deep = bars.stream().filter(bar -> bar.percent() <= -30).count();
        return "%d patients; %d reach a decrease of 30 per cent.".formatted(bars.size(), deep);
    }

    @Override
    public String svg() {
        Legend legend = new Legend(categories());
        double top = 26 + legend.height(LEFT, RIGHT);
        Frame frame = new Frame(
                Scale.linear(0, Math.max(1, bars.size()), LEFT, RIGHT), Scale.linear(-100, HIGHEST, top + PLOT, top));
        Svg svg = Svg.picture(this, WIDTH, frame.bottom() + 30);
        legend.draw(svg, LEFT, 14, RIGHT);
        frame.drawRows(svg, List.of(-100.0, -50.0, 0.0, 50.0, 100.0));
        drawBars(svg, frame);
        drawThreshold(svg, frame, -30, "−30");
        drawThreshold(svg, frame, 20, "+20");
        svg.line(LEFT, frame.y().at(0), RIGHT, frame.y().at(0), "axis");
        svg.text((LEFT + RIGHT) / 2, frame.bottom() + 20, "middle", "axis-label", "Patients, by best change");
        svg.text(LEFT, top - 9, "start", "axis-label", "Best change from baseline, %");
        return svg.finish();
    }

    private List<Legend.Entry> categories() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String category : List.of("CR", "PR", "SD", "PD", "NE")) {
            long count =
                    bars.stream().filter(bar -> bar.category().equals(category)).count();
            if (count > 0) {
                counts.put(category, count);
            }
        }
        List<Legend.Entry> entries = new ArrayList<>();
        counts.forEach((category, count) -> entries.add(new Legend.Entry(
                RecistPanel.style(category) + " area", Legend.Shape.AREA, category + " (" + count + ")")));
        return entries;
    }

    /** Neighbours of one category are one shape, so that a thousand patients make a small picture. */
    private void drawBars(Svg svg, Frame frame) {
        List<Bar> sorted = bars.stream()
                .sorted(Comparator.comparingDouble(Bar::percent).reversed().thenComparing(Bar::category))
                .toList();
        int from = 0;
        while (from < sorted.size()) {
            int to = from;
            StringBuilder data = new StringBuilder(at(frame, from, 0, 'M'));
            String category = sorted.get(from).category();
            while (to < sorted.size() && sorted.get(to).category().equals(category)) {
                data.append(at(frame, to, sorted.get(to).percent(), 'L'));
                data.append(at(frame, to + 1, sorted.get(to).percent(), 'L'));
                to++;
            }
            data.append(at(frame, to, 0, 'L')).append('Z');
            svg.open("g", "class", RecistPanel.style(category))
                    .path(data.toString(), "area")
                    .close();
            from = to;
        }
    }

    private static String at(Frame frame, int patient, double percent, char command) {
        double y = frame.y().at(Math.min(HIGHEST, percent));
        return command + fine(frame.x().at(patient)) + " " + Svg.number(y);
    }

    /** A bar of a thousand is narrower than a tenth of a unit is exact. */
    private static String fine(double x) {
        return Svg.number(Math.floor(x))
                + String.valueOf(Math.round((x - Math.floor(x)) * 100) / 100.0).substring(1);
    }

    private static void drawThreshold(Svg svg, Frame frame, double percent, String name) {
        double y = frame.y().at(percent);
        svg.open("g", "class", "ink").line(LEFT, y, RIGHT, y, "dashed").close();
        svg.text(LEFT - 7, y + 4, "end", "tick strong", name);
    }
}
