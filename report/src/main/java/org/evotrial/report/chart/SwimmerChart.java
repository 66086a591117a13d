package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Treatment of single patients over time, a lane per patient, with what happened to them.
 *
 * @param title accessible name
 * @param regimens names of the regimens, which colour the lanes in this order
 * @param lanes from top to bottom
 * @param since what the months are counted from
 */
public record SwimmerChart(String title, List<String> regimens, List<Lane> lanes, String since) implements Chart {
    private static final double WIDTH = 640;
    private static final double LEFT = 56;
    private static final double RIGHT = 612;
    private static final double LANE = 12;
    private static final double BAR = 8;

    /** What can happen in a lane. */
    public enum Kind {
        RESPONSE("first response"),
        PROGRESSION("progression"),
        DEATH("death"),
        ALIVE("alive at the end of follow-up");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** A patient: a name, the periods of treatment and what happened. */
    public record Lane(String name, List<Period> periods, List<Happening> happenings) {}

    /** A regimen, by its index, between two months. */
    public record Period(int regimen, double from, double to) {}

    /** Something that happened. */
    public record Happening(Kind kind, double month) {}

    @Override
    public String description() {
        return "Lanes of %d patients, by length of follow-up.".formatted(lanes.size());
    }

    @Override
    public String svg() {
        double last = 1;
        for (Lane lane : lanes) {
            for (Period period : lane.periods()) {
                last = Math.max(last, period.to());
            }
        }
        Legend legend = legend();
        double top = 14 + legend.height(LEFT, RIGHT);
        double bottom = top + LANE * lanes.size() + 4;
        Frame frame = new Frame(Scale.linear(0, last, LEFT, RIGHT), Scale.linear(0, 1, bottom, top));
        Svg svg = Svg.picture(this, WIDTH, bottom + 42);
        legend.draw(svg, LEFT, 14, RIGHT);
        List<Double> ticks = frame.x().multiples(Scale.monthStep(last, 12));
        ticks.forEach(tick -> svg.line(frame.x().at(tick), top, frame.x().at(tick), bottom, "grid"));
        for (int i = 0; i < lanes.size(); i++) {
            drawLane(svg, frame.x(), lanes.get(i), top + LANE * (i + 0.5));
        }
        frame.drawBase(svg, ticks);
        frame.drawBaseLabel(svg, "Months since " + since);
        return svg.finish();
    }

    private Legend legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int i = 0; i < regimens.size(); i++) {
            entries.add(new Legend.Entry(style(i) + " regimen", Legend.Shape.AREA, regimens.get(i)));
        }
        for (Kind kind : Kind.values()) {
            if (lanes.stream().anyMatch(lane -> lane.happenings().stream().anyMatch(h -> h.kind() == kind))) {
                entries.add(new Legend.Entry(styleOf(kind), shapeOf(kind), kind.words));
            }
        }
        return new Legend(entries);
    }

    private static String style(int regimen) {
        return "t" + regimen % 4;
    }

    private static void drawLane(Svg svg, Scale x, Lane lane, double y) {
        svg.open("g").tooltip(lane.name());
        svg.text(LEFT - 7, y + 3.5, "end", "lane", lane.name());
        for (Period period : lane.periods()) {
            double from = x.at(period.from());
            double width = Math.max(0.6, x.at(period.to()) - from);
            svg.rectangle(from, y - BAR / 2, width, BAR, style(period.regimen()) + " regimen");
        }
        lane.happenings().forEach(h -> draw(svg, x.at(h.month()), y, h.kind()));
        svg.close();
    }

    private static void draw(Svg svg, double x, double y, Kind kind) {
        switch (kind) {
            case RESPONSE -> svg.path(triangle(x, y), styleOf(kind));
            case PROGRESSION -> svg.path(diamond(x, y), styleOf(kind));
            case DEATH -> svg.path(cross(x + 5, y), styleOf(kind));
            case ALIVE -> svg.path(arrow(x, y), styleOf(kind));
        }
    }

    private static String styleOf(Kind kind) {
        return switch (kind) {
            case RESPONSE -> "r0 mark edged";
            case PROGRESSION -> "r3 mark edged";
            case DEATH -> "ink line";
            case ALIVE -> "ink line";
        };
    }

    private static Legend.Shape shapeOf(Kind kind) {
        return switch (kind) {
            case RESPONSE -> Legend.Shape.TRIANGLE;
            case PROGRESSION -> Legend.Shape.DIAMOND;
            case DEATH -> Legend.Shape.CROSS;
            case ALIVE -> Legend.Shape.ARROW;
        };
    }

    static String triangle(double x, double y) {
        return "M%s %sL%s %sL%s %sZ"
                .formatted(
                        Svg.number(x - 4),
                        Svg.number(y + 3.5),
                        Svg.number(x + 4),
                        Svg.number(y + 3.5),
                        Svg.number(x),
                        Svg.number(y - 4));
    }

    static String diamond(double x, double y) {
        return "M%s %sL%s %sL%s %sL%s %sZ"
                .formatted(
                        Svg.number(x - 4),
                        Svg.number(y),
                        Svg.number(x),
                        Svg.number(y - 4.5),
                        Svg.number(x + 4),
                        Svg.number(y),
                        Svg.number(x),
                        Svg.number(y + 4.5));
    }

    static String cross(double x, double y) {
        return "M%s %sL%s %sM%s %sL%s %s"
                .formatted(
                        Svg.number(x - 3),
                        Svg.number(y - 3),
                        Svg.number(x + 3),
                        Svg.number(y + 3),
                        Svg.number(x - 3),
                        Svg.number(y + 3),
                        Svg.number(x + 3),
                        Svg.number(y - 3));
    }

    static String arrow(double x, double y) {
        return "M%s %sL%s %sM%s %sL%s %sL%s %s"
                .formatted(
                        Svg.number(x),
                        Svg.number(y),
                        Svg.number(x + 9),
                        Svg.number(y),
                        Svg.number(x + 5),
                        Svg.number(y - 3),
                        Svg.number(x + 9),
                        Svg.number(y),
                        Svg.number(x + 5),
                        Svg.number(y + 3));
    }
}
