package org.evotrial.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Periods of treatment as bars.
 *
 * @param periods in order of time
 * @param further names of other marks of the picture, told beside those of the regimens
 */
public record TreatmentPanel(List<Period> periods, List<Legend.Entry> further) implements Panel {
    private static final double HEIGHT = 18;

    /** A regimen from one day to another, since randomisation. */
    public record Period(String regimen, double fromDay, double toDay) {}

    /** Bars alone. */
    public TreatmentPanel(List<Period> periods) {
        this(periods, List.of());
    }

    /** The same, with lineages named beside the regimens. */
    public TreatmentPanel withLineages(List<String> lineages, List<Integer> shown) {
        List<Legend.Entry> entries = shown.stream()
                .sorted()
                .map(i -> new Legend.Entry(FishPlot.style(i) + " area", Legend.Shape.AREA, lineages.get(i)))
                .toList();
        return new TreatmentPanel(periods, entries);
    }

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
        entries.addAll(further);
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
