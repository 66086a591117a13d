package org.evotrial.report.chart;

import java.util.List;

/**
 * The course of one virtual patient: strips that share the time axis, and what happened as numbered lines through all of
 * them.
 *
 * @param title accessible name
 * @param description what happened, in a sentence
 * @param lastDay end of the time axis, days since randomisation
 * @param eventDays day of every event, in order; the text of event {@code i} is told beside the picture as number {@code i + 1}
 * @param panels from top to bottom
 * @param since what the months are counted from
 */
public record PatientChart(
        String title, String description, double lastDay, List<Double> eventDays, List<Panel> panels, String since)
        implements Chart {
    /** Days in a month. */
    public static final double DAYS_PER_MONTH = 30.4375;

    private static final double WIDTH = 640;
    private static final double LEFT = 56;
    private static final double RIGHT = 626;
    private static final double HEADING = 18;
    private static final double GAP = 12;

    /** A picture whose months are counted from randomisation. */
    public PatientChart(String title, String description, double lastDay, List<Double> eventDays, List<Panel> panels) {
        this(title, description, lastDay, eventDays, panels, "randomisation");
    }

    @Override
    public String svg() {
        Scale days = Scale.linear(0, Math.max(lastDay, 1), LEFT, RIGHT);
        double height = 30;
        for (Panel panel : panels) {
            height += heightOf(panel);
        }
        Svg svg = Svg.picture(this, WIDTH, height + 36);
        drawNumbers(svg, days);
        double y = 30;
        for (Panel panel : panels) {
            double top = y + heightOf(panel) - panel.height() - GAP;
            svg.text(LEFT, y + 10, "start", "axis-label", panel.heading());
            new Legend(panel.legend()).draw(svg, legendLeft(panel), y + 10, RIGHT);
            panel.draw(svg, days, top);
            for (double day : eventDays) {
                svg.line(days.at(day), top, days.at(day), top + panel.height(), "event");
            }
            y += heightOf(panel);
        }
        drawMonths(svg, days, height - GAP);
        return svg.finish();
    }

    private void drawNumbers(Svg svg, Scale days) {
        double last = Double.NEGATIVE_INFINITY;
        int row = 0;
        for (int i = 0; i < eventDays.size(); i++) {
            double x = days.at(eventDays.get(i));
            row = x - last < 15 ? row + 1 : 0;
            double shift = 15 * row;
            last = row == 0 ? x : last;
            svg.line(x, 18, x, 25, "event");
            double centre = Math.min(x + shift, RIGHT + 6);
            svg.element("circle", "cx", Svg.number(centre), "cy", "11", "r", "7.5", "class", "event-dot");
            svg.text(centre, 14.5, "middle", "event-number", Integer.toString(i + 1));
        }
    }

    private void drawMonths(Svg svg, Scale days, double bottom) {
        Scale months = Scale.linear(0, days.to() / DAYS_PER_MONTH, days.low(), days.high());
        Frame frame = new Frame(months, Scale.linear(0, 1, bottom, 0));
        frame.drawBase(svg, months.multiples(Scale.monthStep(months.to(), 12)));
        frame.drawBaseLabel(svg, "Months since " + since);
    }

    private static double heightOf(Panel panel) {
        double legend = new Legend(panel.legend()).height(legendLeft(panel), RIGHT);
        return Math.max(HEADING, legend) + panel.height() + GAP;
    }

    private static double legendLeft(Panel panel) {
        return LEFT + Svg.widthOf(panel.heading()) + 18;
    }
}
