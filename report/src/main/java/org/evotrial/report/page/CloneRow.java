package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.PatientResult;
import org.evotrial.model.result.PatientResult.Clone;
import org.evotrial.report.chart.FishPlot;

/**
 * A line of the clonal phylogeny.
 *
 * @param style colour class of the lineage
 * @param depth how many generations below the founder
 * @param name the lineage
 * @param parent the lineage it descends from
 * @param emerged when its first cell was there
 * @param baseline cells at baseline
 * @param peak most cells, and when
 * @param last cells at the end
 * @param detected when an assay first showed it
 */
public record CloneRow(
        String style,
        int depth,
        String name,
        String parent,
        String emerged,
        String baseline,
        String peak,
        String last,
        String detected) {
    /** Ancestors before descendants; brothers by the day of their emergence. */
    static List<CloneRow> of(PatientResult result) {
        List<CloneRow> rows = new ArrayList<>();
        for (Clone clone : result.clones()) {
            boolean known = result.clones().stream().anyMatch(c -> c.lineage().equals(clone.parent()));
            if (!known) {
                add(clone, 0, result, rows);
            }
        }
        return rows;
    }

    private static void add(Clone clone, int depth, PatientResult result, List<CloneRow> rows) {
        int lineage = result.cohort().lineages().indexOf(clone.lineage());
        String emerged = clone.baselineCells() > 0 || clone.emergenceDay() <= 0
                ? "before treatment"
                : PatientPage.month(clone.emergenceDay());
        rows.add(new CloneRow(
                FishPlot.style(Math.max(0, lineage)),
                depth,
                clone.lineage(),
                clone.parent() == null ? "–" : clone.parent(),
                emerged,
                CellCount.text(clone.baselineCells()),
                CellCount.text(clone.peakCells()) + " (" + PatientPage.month(clone.peakDay()) + ")",
                CellCount.text(clone.lastCells()),
                detection(clone)));
        for (Clone child : result.clones()) {
            if (clone.lineage().equals(child.parent())) {
                add(child, depth + 1, result, rows);
            }
        }
    }

    private static String detection(Clone clone) {
        if (!Double.isNaN(clone.firstDetectedDay())) {
            return PatientPage.month(clone.firstDetectedDay());
        }
        return clone.biomarkers().isEmpty() ? "no assay" : "never";
    }

    /** Left margin of the name. */
    public String indent() {
        return "padding-left: " + 1.1 * depth + "em";
    }
}
