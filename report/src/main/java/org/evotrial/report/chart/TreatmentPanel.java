package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Periods of treatment as bars.
 *
 * @param periods in order of time
 */
public record TreatmentPanel(List<Period> periods) implements Panel {
    private static final double HEIGHT = 18;

    /** A regimen from one day to another, since randomisation. */
    public record Period(String regimen, double fromDay, double toDay) {}

    @Override
    public String heading() {
        return "Treatment";
    }

    @Override
    public double height() {
        return HEIGHT;
    }

    @Override
    public List<Legend.Entry> legend() {
        List<Legend.Entry> entries = new ArrayList<>();
        List<String> regimens = regimens();
        for (int i = 0; i < regimens.size(); i++) {
            entries.add(new Legend.Entry("t" + i % 4 + " regimen", Legend.Shape.AREA, regimens.get(i)));
        }
        return entries;
    }

    @Override
    public void draw(Svg svg, Scale days, double top) {
        List<String> regimens = regimens();
        for (Period period : periods) {
            double x = days.at(period.fromDay());
            double width = Math.max(1, days.at(period.toDay()) - x);
            String style = "t" + regimens.indexOf(period.regimen()) % 4 + " regimen";
            svg.rectangle(x, top, width, HEIGHT, style, period.regimen());
        }
    }

    private List<String> regimens() {
        return periods.stream().map(Period::regimen).distinct().toList();
    }
}
