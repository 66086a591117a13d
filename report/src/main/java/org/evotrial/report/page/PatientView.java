package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.PatientTrace.AssaySeries;
import org.evotrial.model.result.PatientTrace.LesionSeries;
import org.evotrial.model.result.Provenance;
import org.evotrial.report.chart.FishPlot;
import org.evotrial.report.chart.Panel;
import org.evotrial.report.chart.PatientChart;
import org.evotrial.report.chart.SeriesPanel;
import org.evotrial.report.chart.TreatmentPanel;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;

/**
 * One example patient.
 *
 * @param label why this patient is shown
 * @param where arm, replicate and number
 * @param picture the course
 * @param events what happened, in the order of their numbers in the picture
 * @param replayCommand the command that shows it again
 */
public record PatientView(String label, String where, Picture picture, List<Happening> events, String replayCommand) {
    private static final int GRID_POINTS = 240;
    private static final double LOWEST_VAF = 1e-5;
    private static final String[] OTHER_CHANNELS = {"c0", "c6", "c5", "c7"};

    /** Something that happened: its number in the picture, when, and what. */
    public record Happening(String number, String month, String what) {}

    static PatientView of(PatientTrace trace, Wording wording, Provenance from) {
        List<Happening> events = new ArrayList<>();
        List<Double> days = new ArrayList<>();
        for (PatientTrace.PatientEvent event : trace.events()) {
            days.add(event.day());
            events.add(new Happening(
                    Integer.toString(events.size() + 1),
                    new Rounding(1).text(event.day() / PatientChart.DAYS_PER_MONTH),
                    event.what()));
        }
        String arm = wording.arm(trace.arm());
        String label = Wording.capitalised(trace.label());
        PatientChart chart =
                new PatientChart(label + ", " + arm, description(trace), lastDay(trace), days, panels(trace));
        String where = arm + " · replicate " + trace.replicate() + " · patient " + trace.patient();
        return new PatientView(label, where, Picture.of(chart, ""), events, command(trace, from));
    }

    /** The patients that a report shows are those of the file itself. */
    private static String command(PatientTrace trace, Provenance from) {
        return "%s --patient %d".formatted(from.replayCommand("base", trace.replicate()), trace.patient());
    }

    private static String description(PatientTrace trace) {
        StringBuilder text = new StringBuilder();
        trace.events().forEach(event -> text.append(event.what()).append("; "));
        return text.toString().strip();
    }

    private static double lastDay(PatientTrace trace) {
        double last = 1;
        for (double day : trace.days()) {
            last = Math.max(last, day);
        }
        for (PatientTrace.PatientEvent event : trace.events()) {
            last = Math.max(last, event.day());
        }
        return last;
    }

    private static List<Panel> panels(PatientTrace trace) {
        List<Panel> panels = new ArrayList<>();
        if (!trace.treatments().isEmpty()) {
            panels.add(new TreatmentPanel(trace.treatments().stream()
                    .map(period -> new TreatmentPanel.Period(period.regimen(), period.fromDay(), period.toDay()))
                    .toList()));
        }
        addSize(trace, panels);
        addFractions(trace, panels);
        addOtherUnits(trace, panels);
        addFish(trace, false, panels);
        addFish(trace, true, panels);
        return panels;
    }

    private static void addSize(PatientTrace trace, List<Panel> panels) {
        List<SeriesPanel.Series> series = new ArrayList<>();
        TimeGrid grid = TimeGrid.of(trace.days().size(), GRID_POINTS);
        if (trace.targetSumMillimetres().size() == trace.days().size()
                && !trace.days().isEmpty()) {
            series.add(new SeriesPanel.Series(
                    "true sum of diameters",
                    "ink",
                    false,
                    grid.of(trace.days()),
                    grid.of(trace.targetSumMillimetres()),
                    List.of()));
        }
        int colour = 0;
        for (AssaySeries assay : trace.assays()) {
            if (assay.unit().equals("mm") && assay.values().stream().anyMatch(value -> value > 0)) {
                series.add(new SeriesPanel.Series(
                        assay.assay() + " " + assay.channel(),
                        "c" + colour++ % 8,
                        true,
                        assay.days(),
                        assay.values(),
                        List.of()));
            }
        }
        if (!series.isEmpty()) {
            panels.add(new SeriesPanel("Target lesions, mm", false, 0, 86, series));
        }
    }

    private static void addFractions(PatientTrace trace, List<Panel> panels) {
        List<SeriesPanel.Series> series = new ArrayList<>();
        double floor = 1;
        for (AssaySeries assay : trace.assays()) {
            if (assay.unit().equals("VAF")) {
                for (double value : assay.values()) {
                    floor = value > 0 ? Math.min(floor, value) : floor;
                }
                series.add(new SeriesPanel.Series(
                        assay.channel(),
                        colourOf(assay.channel(), trace.lineages(), series.size()),
                        true,
                        assay.days(),
                        assay.values(),
                        assay.positive()));
            }
        }
        if (!series.isEmpty()) {
            double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(floor / 1.5)));
            double bottom = floor < 1 ? Math.max(LOWEST_VAF, decade) : 1e-3;
            panels.add(new SeriesPanel("Plasma ctDNA, allele fraction", true, bottom, 100, series));
        }
    }

    /** Channels in other units, a strip for each that ever reports more than nothing. */
    private static void addOtherUnits(PatientTrace trace, List<Panel> panels) {
        for (AssaySeries assay : trace.assays()) {
            boolean known = assay.unit().equals("mm") || assay.unit().equals("VAF");
            if (!known && assay.values().stream().anyMatch(value -> value > 0)) {
                String heading = assay.assay() + ", " + assay.channel();
                SeriesPanel.Series series = new SeriesPanel.Series(
                        assay.unit(), OTHER_CHANNELS[0], true, assay.days(), assay.values(), List.of());
                panels.add(new SeriesPanel(heading, false, 0, 44, List.of(series)));
            }
        }
    }

    /** A channel that reports the last marker of a lineage has its colour. */
    private static String colourOf(String channel, List<String> lineages, int index) {
        int lineage = lineages.indexOf(channel);
        for (int i = 0; lineage < 0 && i < lineages.size(); i++) {
            lineage = lineages.get(i).endsWith("+" + channel) ? i : -1;
        }
        return lineage >= 0 ? FishPlot.style(lineage) : OTHER_CHANNELS[index % OTHER_CHANNELS.length];
    }

    private static void addFish(PatientTrace trace, boolean centralNervousSystem, List<Panel> panels) {
        List<LesionSeries> lesions = trace.lesions().stream()
                .filter(lesion -> lesion.centralNervousSystem() == centralNervousSystem)
                .toList();
        if (lesions.isEmpty() || trace.days().isEmpty()) {
            return;
        }
        TimeGrid grid = TimeGrid.of(trace.days().size(), GRID_POINTS);
        List<List<Double>> cells = new ArrayList<>();
        for (int lineage = 0; lineage < trace.lineages().size(); lineage++) {
            List<Double> sums = new ArrayList<>();
            for (int point : grid.points()) {
                double sum = 0;
                for (LesionSeries lesion : lesions) {
                    sum += lesion.cells().get(lineage).get(point);
                }
                sums.add(sum);
            }
            cells.add(sums);
        }
        boolean both = trace.lesions().stream().anyMatch(lesion -> lesion.centralNervousSystem());
        String heading = centralNervousSystem ? "Brain lineages" : both ? "Lineages outside the brain" : "Lineages";
        panels.add(new FishPlot(heading, trace.lineages(), trace.parents(), grid.of(trace.days()), cells));
    }
}
