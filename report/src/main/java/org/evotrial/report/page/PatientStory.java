package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.report.figure.Rounding;
import org.evotrial.report.figure.Wording;

/** One patient's course in a sentence and a few figures. */
final class PatientStory {
    private static final List<String> CATEGORIES = List.of("CR", "PR", "SD", "PD");
    private static final List<String> WORDS =
            List.of("complete response", "partial response", "stable disease", "progressive disease");

    private final PatientResult result;
    private final PatientTrace course;
    private final double firstProgression;

    PatientStory(PatientResult result) {
        this.result = result;
        course = result.course();
        firstProgression = dayOf("first progression");
    }

    private double dayOf(String what) {
        return course.events().stream()
                .filter(event -> event.what().equals(what))
                .mapToDouble(PatientTrace.PatientEvent::day)
                .findFirst()
                .orElse(Double.NaN);
    }

    String sentence() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < course.treatments().size(); i++) {
            PatientTrace.TreatmentPeriod period = course.treatments().get(i);
            String best = best(period);
            parts.add("%s for %s months%s"
                    .formatted(
                            period.regimen(),
                            PatientPage.month(period.toDay() - period.fromDay()),
                            best.isEmpty() ? "" : " (best: " + best + ")"));
        }
        String end = Double.isNaN(dayOf("death"))
                ? "alive after %s months".formatted(PatientPage.month(end()))
                : "death after %s months".formatted(PatientPage.month(end()));
        return Wording.capitalised(String.join(", then ", parts)) + "; " + end + ".";
    }

    private String best(PatientTrace.TreatmentPeriod period) {
        int best = CATEGORIES.size();
        for (PatientResult.Scan scan : result.scans()) {
            if (scan.day() > period.fromDay() && scan.day() <= period.toDay()) {
                int category = CATEGORIES.indexOf(scan.response());
                best = category >= 0 ? Math.min(best, category) : best;
            }
        }
        return best == CATEGORIES.size() ? "" : WORDS.get(best);
    }

    private double end() {
        return course.events().get(course.events().size() - 1).day();
    }

    List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(response());
        tiles.add(
                Double.isNaN(firstProgression)
                        ? new Tile("Progression", "none", "within follow-up")
                        : new Tile("First progression", PatientPage.month(firstProgression) + " months", dominant()));
        tiles.add(firstResistance());
        tiles.add(
                Double.isNaN(dayOf("death"))
                        ? new Tile("Survival", "> " + PatientPage.month(end()) + " months", "alive at the end")
                        : new Tile("Survival", PatientPage.month(end()) + " months", "death"));
        return tiles;
    }

    private Tile response() {
        if (course.treatments().isEmpty() || result.scans().isEmpty()) {
            return new Tile("Best response", Rounding.MISSING, "no scan");
        }
        PatientTrace.TreatmentPeriod first = course.treatments().get(0);
        double baseline = result.scans().get(0).sumMillimetres();
        double smallest = Double.NaN;
        for (PatientResult.Scan scan : result.scans()) {
            if (scan.day() > 0 && scan.day() <= first.toDay()) {
                smallest = Double.isNaN(smallest) ? scan.sumMillimetres() : Math.min(smallest, scan.sumMillimetres());
            }
        }
        String change = baseline > 0 && !Double.isNaN(smallest)
                ? new Rounding(0).text(100 * (smallest / baseline - 1)) + " % in the sum of diameters"
                : "no target lesion";
        String best = best(first);
        return new Tile("Best response to " + first.regimen(), best.isEmpty() ? Rounding.MISSING : best, change);
    }

    /** The lineage with most cells in the whole body at the first progression. */
    private String dominant() {
        int point = 0;
        while (point + 1 < course.days().size() && course.days().get(point) < firstProgression) {
            point++;
        }
        double most = 0;
        String dominant = "";
        for (int lineage = 0; lineage < course.lineages().size(); lineage++) {
            double cells = 0;
            for (PatientTrace.LesionSeries lesion : course.lesions()) {
                cells += lesion.cells().get(lineage).get(point);
            }
            if (cells > most) {
                most = cells;
                dominant = course.lineages().get(lineage);
            }
        }
        return dominant.isEmpty() ? "" : "most cells: " + dominant;
    }

    private Tile firstResistance() {
        double first = Double.POSITIVE_INFINITY;
        String name = "";
        for (PatientResult.Clone clone : result.clones()) {
            if (clone.parent() != null && clone.firstDetectedDay() < first) {
                first = clone.firstDetectedDay();
                name = clone.lineage();
            }
        }
        if (name.isEmpty()) {
            return new Tile("Resistance detected", "never", "");
        }
        String lead = "";
        if (!Double.isNaN(firstProgression)) {
            double months = firstProgression - first;
            lead = months >= 0
                    ? ", " + PatientPage.month(months) + " months before progression"
                    : ", " + PatientPage.month(-months) + " months after progression";
        }
        return new Tile("Resistance detected", PatientPage.month(first) + " months", name + lead);
    }
}
