package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.PatientTrace.AssaySeries;
import org.evotrial.model.result.PatientTrace.LesionSeries;
import org.evotrial.report.chart.FishPlot;
import org.evotrial.report.chart.Panel;
import org.evotrial.report.chart.PatientChart;
import org.evotrial.report.chart.RecistPanel;
import org.evotrial.report.chart.SeriesPanel;
import org.evotrial.report.chart.SharePanel;
import org.evotrial.report.chart.TreatmentPanel;

/** The two pictures of a patient: the course at a glance, and the lesions. */
final class PatientPictures {
    private static final int GRID_POINTS = 240;
    private static final int MOST_LESIONS = 8;
    private static final double LOWEST_VAF = 1e-6;
    private static final double FISH_HEIGHT = 84;
    private static final double FISH_FLOOR = 3;
    private static final double WIDE = 50;
    private static final double NO_DOSE = 1e-6;
    private static final String TRUNCAL = "c0";

    private final PatientResult result;
    private final PatientTrace course;
    private final TimeGrid grid;
    private final List<Double> days;
    private final List<Double> eventDays;

    PatientPictures(PatientResult result) {
        this.result = result;
        course = result.course();
        grid = TimeGrid.of(course.days().size(), GRID_POINTS);
        days = grid.of(course.days());
        eventDays = course.events().stream().map(PatientTrace.PatientEvent::day).toList();
    }

    Picture course() {
        List<Panel> panels = new ArrayList<>();
        panels.add(treatment());
        addDoses(panels);
        if (!result.scans().isEmpty()) {
            panels.add(scans());
        }
        addFractions(panels);
        addMarkers(panels);
        panels.add(clones());
        addPhenotypes(panels);
        return picture("Course at a glance", panels);
    }

    Picture lesions() {
        List<Panel> panels = new ArrayList<>();
        panels.add(treatment());
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < course.lesions().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer, Boolean>comparing(
                        i -> !result.lesions().get(i).target())
                .thenComparing(Comparator.comparingDouble(this::peak).reversed()));
        double top = Math.ceil(StrictMath.log10(
                Math.max(1e6, order.stream().mapToDouble(this::peak).max().orElse(1))));
        FishPlot.Decades scale = new FishPlot.Decades(FISH_FLOOR, top, FISH_HEIGHT, false);
        boolean rest = order.size() > MOST_LESIONS + 1;
        int single = rest ? MOST_LESIONS : order.size();
        for (int lesion : order.subList(0, single)) {
            panels.add(fish(heading(lesion), List.of(lesion), scale));
        }
        if (rest) {
            String heading = order.size() - single + " further lesions together";
            panels.add(fish(heading, order.subList(single, order.size()), scale));
        }
        return picture("Lesions", withNames(panels, order));
    }

    /** The treatment bar also carries the names of all lineages that can be seen in any lesion. */
    private List<Panel> withNames(List<Panel> panels, List<Integer> lesions) {
        FishPlot.Decades unnamed = new FishPlot.Decades(FISH_FLOOR, FISH_FLOOR + 1, 1, true);
        Set<Integer> seen = new LinkedHashSet<>();
        for (int lesion : lesions) {
            for (int lineage : fish("", List.of(lesion), unnamed).visible()) {
                seen.add(lineage);
            }
        }
        List<Panel> named = new ArrayList<>(panels);
        named.set(0, ((TreatmentPanel) panels.get(0)).withLineages(course.lineages(), List.copyOf(seen)));
        return named;
    }

    private Picture picture(String title, List<Panel> panels) {
        StringBuilder text = new StringBuilder();
        course.events().forEach(event -> text.append(event.what()).append("; "));
        double last = 1;
        for (double day : course.days()) {
            last = Math.max(last, day);
        }
        PatientChart chart =
                new PatientChart(title, text.toString().strip(), last, eventDays, panels, PatientPage.SINCE);
        return Picture.of(chart, "");
    }

    private TreatmentPanel treatment() {
        return new TreatmentPanel(course.treatments().stream()
                .map(period -> new TreatmentPanel.Period(period.regimen(), period.fromDay(), period.toDay()))
                .toList());
    }

    /** Doses where they are ever anything but all or nothing. */
    private void addDoses(List<Panel> panels) {
        List<SeriesPanel.Series> series = new ArrayList<>();
        boolean partial = false;
        for (PatientResult.Dose dose : result.doses()) {
            if (dose.relative().stream().anyMatch(d -> d > 0)) {
                partial |= dose.relative().stream().anyMatch(d -> d > NO_DOSE && Math.abs(d - 1) > NO_DOSE);
                String style = "c" + series.size() % 8;
                series.add(new SeriesPanel.Series(
                        dose.treatment(), style, false, course.days(), dose.relative(), List.of()));
            }
        }
        if (partial) {
            panels.add(new SeriesPanel("Dose, relative to full", false, 0, 44, series));
        }
    }

    private Panel scans() {
        List<RecistPanel.Scan> scans = result.scans().stream()
                .map(s -> new RecistPanel.Scan(s.day(), s.sumMillimetres(), s.nadirMillimetres(), s.response()))
                .toList();
        return new RecistPanel(scans, days, grid.of(course.targetSumMillimetres()));
    }

    private void addFractions(List<Panel> panels) {
        List<SeriesPanel.Series> series = new ArrayList<>();
        Set<SeriesPanel.Limit> limits = new LinkedHashSet<>();
        double floor = 1e-3;
        for (PatientResult.Biomarker biomarker : result.biomarkers()) {
            List<AssaySeries> reported = course.assays().stream()
                    .filter(a -> a.unit().equals("VAF") && a.channel().equals(biomarker.id()))
                    .toList();
            if (reported.isEmpty()) {
                continue;
            }
            String style = style(biomarker.id());
            series.add(new SeriesPanel.Series("", style, false, days, grid.of(biomarker.vaf()), List.of()));
            for (AssaySeries assay : reported) {
                String name = reported.size() > 1 ? assay.channel() + " by " + assay.assay() : assay.channel();
                series.add(new SeriesPanel.Series(name, style, true, assay.days(), assay.values(), assay.positive()));
                for (double value : assay.values()) {
                    floor = value > 0 ? Math.min(floor, value) : floor;
                }
            }
            if (biomarker.limitOfDetection() > 0) {
                limits.add(new SeriesPanel.Limit(biomarker.limitOfDetection(), "limit of detection"));
                floor = Math.min(floor, biomarker.limitOfDetection());
            }
        }
        if (!series.isEmpty()) {
            double bottom = StrictMath.pow(10, Math.floor(StrictMath.log10(floor / 1.5)));
            panels.add(new SeriesPanel(
                    "Plasma ctDNA, allele fraction",
                    true,
                    Math.max(LOWEST_VAF, bottom),
                    130,
                    series,
                    List.copyOf(limits)));
        }
    }

    /** A biomarker has the colour of the lineage that has nothing but its mechanism. */
    private String style(String biomarker) {
        int lineage = course.lineages().indexOf(biomarker);
        return lineage >= 0 ? FishPlot.style(lineage) : TRUNCAL;
    }

    /** Everything that is neither a diameter nor a plasma fraction, such as a marker in blood; no ratios of what is shown. */
    private void addMarkers(List<Panel> panels) {
        for (AssaySeries assay : course.assays()) {
            boolean known = Set.of("mm", "VAF", "lesions").contains(assay.unit());
            boolean derived = assay.channel().endsWith("-ratio");
            if (!known && !derived && assay.values().stream().anyMatch(value -> value > 0)) {
                String name =
                        assay.channel().equals(assay.assay()) ? assay.channel() : assay.assay() + " " + assay.channel();
                String heading = assay.unit().isEmpty() ? name : name + ", " + assay.unit();
                double lowest = lowestPositive(assay.values());
                double highest = assay.values().stream()
                        .mapToDouble(value -> value)
                        .filter(value -> !Double.isNaN(value))
                        .max()
                        .orElse(0);
                boolean wide = highest > WIDE * lowest;
                panels.add(new SeriesPanel(
                        heading,
                        wide,
                        StrictMath.pow(10, Math.floor(StrictMath.log10(lowest))),
                        72,
                        List.of(new SeriesPanel.Series(
                                "measured", "c6", true, assay.days(), assay.values(), List.of()))));
            }
        }
    }

    private static double lowestPositive(List<Double> values) {
        return values.stream()
                .mapToDouble(value -> value)
                .filter(value -> value > 0)
                .min()
                .orElse(1);
    }

    private Panel clones() {
        List<SeriesPanel.Series> series = new ArrayList<>();
        for (int lineage = 0; lineage < course.lineages().size(); lineage++) {
            List<Double> cells = cells(lineage, all());
            if (cells.stream().anyMatch(n -> n >= 1)) {
                String name = course.lineages().get(lineage);
                series.add(
                        new SeriesPanel.Series(name, FishPlot.style(lineage), false, days, fromOne(cells), List.of()));
            }
        }
        return new SeriesPanel("Clones in the whole body, cells", true, 1, 130, series);
    }

    /** Below one cell there is none: the line ends. */
    private static List<Double> fromOne(List<Double> cells) {
        return cells.stream().map(n -> n >= 1 ? n : Double.NaN).toList();
    }

    private void addPhenotypes(List<Panel> panels) {
        List<String> names = result.cohort().phenotypes();
        if (names.size() < 2 || result.lesions().isEmpty()) {
            return;
        }
        List<List<Double>> parts = new ArrayList<>();
        for (int phenotype = 0; phenotype < names.size(); phenotype++) {
            List<Double> sums = new ArrayList<>();
            for (int point : grid.points()) {
                double sum = 0;
                for (PatientResult.Lesion lesion : result.lesions()) {
                    sum += lesion.phenotypeCells().get(phenotype).get(point);
                }
                sums.add(sum);
            }
            parts.add(sums);
        }
        panels.add(new SharePanel("Phenotypes, share of cells", names, days, parts));
    }

    private List<Integer> all() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < course.lesions().size(); i++) {
            all.add(i);
        }
        return all;
    }

    private FishPlot fish(String heading, List<Integer> lesions, FishPlot.Decades scale) {
        List<List<Double>> cells = new ArrayList<>();
        for (int lineage = 0; lineage < course.lineages().size(); lineage++) {
            cells.add(cells(lineage, lesions));
        }
        return new FishPlot(heading, course.lineages(), course.parents(), days, cells, scale);
    }

    private List<Double> cells(int lineage, List<Integer> lesions) {
        List<Double> sums = new ArrayList<>();
        for (int point : grid.points()) {
            double sum = 0;
            for (int lesion : lesions) {
                sum += course.lesions().get(lesion).cells().get(lineage).get(point);
            }
            sums.add(sum);
        }
        return sums;
    }

    private double peak(int lesion) {
        LesionSeries series = course.lesions().get(lesion);
        double peak = 0;
        for (int point = 0; point < course.days().size(); point++) {
            double cells = 0;
            for (List<Double> lineage : series.cells()) {
                cells += lineage.get(point);
            }
            peak = Math.max(peak, cells);
        }
        return peak;
    }

    private String heading(int lesion) {
        PatientResult.Lesion description = result.lesions().get(lesion);
        boolean cns = course.lesions().get(lesion).centralNervousSystem();
        String organ = !description.organ().isEmpty() ? description.organ() : cns ? "brain" : "lesion";
        double baseline = 0;
        for (List<Double> lineage : course.lesions().get(lesion).cells()) {
            baseline += lineage.get(0);
        }
        return "Lesion %d · %s%s · %s cells at baseline"
                .formatted(lesion + 1, organ, description.target() ? " · target" : "", CellCount.text(baseline));
    }
}
