package org.evotrial.engine.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evotrial.engine.plan.BiomarkerPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.model.result.PatientResult;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.truth.PatientTruth;

/**
 * Who descends from whom in one patient, as the truth tells. The name of a lineage lists its mechanisms, joined by {@code +}.
 * Lineages that are phenotypes have no place in it.
 */
final class ClonePhylogeny {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final PatientPlan plan;
    private final List<String> names;
    private final List<Set<String>> mechanisms = new ArrayList<>();
    private final List<String> biomarkers;
    private final boolean[] phenotype;
    private final double[] baseline;
    private final double[] peak;
    private final double[] peakDay;
    private final double[] last;
    private boolean begun;

    ClonePhylogeny(PatientPlan plan, List<String> biomarkers) {
        this.plan = plan;
        this.biomarkers = biomarkers;
        names = plan.model().lineages();
        int lineages = names.size();
        phenotype = new boolean[lineages];
        for (int i = 0; i < lineages; i++) {
            mechanisms.add(
                    i == 0 ? Set.of() : new HashSet<>(Arrays.asList(names.get(i).split("\\+", -1))));
            phenotype[i] = i > 0 && plan.model().phenotypes().contains(names.get(i));
        }
        baseline = new double[lineages];
        peak = new double[lineages];
        peakDay = new double[lineages];
        last = new double[lineages];
    }

    void day(double day, PatientTruth truth) {
        for (int lineage = 0; lineage < last.length; lineage++) {
            last[lineage] = truth.cells(lineage);
        }
        for (int lineage = 0; lineage < last.length; lineage++) {
            baseline[lineage] = begun ? baseline[lineage] : last[lineage];
            if (last[lineage] > peak[lineage]) {
                peak[lineage] = last[lineage];
                peakDay[lineage] = day;
            }
        }
        begun = true;
    }

    /** The lineages that ever had a cell, in the order in which they emerged. */
    List<PatientResult.Clone> clones(CourseRecord record, PatientTruth truth) {
        List<PatientResult.Clone> clones = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (peak[i] >= 1 && !phenotype[i]) {
                clones.add(clone(i, record, truth));
            }
        }
        clones.sort(Comparator.comparingDouble(PatientResult.Clone::emergenceDay)
                .thenComparing(Comparator.comparingDouble(PatientResult.Clone::baselineCells)
                        .reversed()));
        return clones;
    }

    private PatientResult.Clone clone(int lineage, CourseRecord record, PatientTruth truth) {
        int from = truth.parent(lineage);
        List<String> added = biomarkers.stream()
                .filter(b -> from < 0
                        ? isTruncal(b)
                        : mechanisms.get(lineage).contains(b)
                                && !mechanisms.get(from).contains(b))
                .toList();
        return new PatientResult.Clone(
                names.get(lineage),
                from < 0 ? null : names.get(from),
                Math.min(truth.emergenceDay(lineage), peakDay[lineage]),
                baseline[lineage],
                peak[lineage],
                peakDay[lineage],
                last[lineage],
                added,
                added.stream().mapToDouble(b -> detected(b, record)).min().orElse(Double.NaN));
    }

    /** Whether a biomarker belongs to no mechanism, so that all tumour cells carry it. */
    private boolean isTruncal(String biomarker) {
        return mechanisms.stream().noneMatch(m -> m.contains(biomarker));
    }

    private double detected(String biomarker, CourseRecord record) {
        double first = NEVER;
        for (BiomarkerPlan reported : plan.biomarkers()) {
            if (biomarkers.get(reported.biomarker()).equals(biomarker)) {
                first = Math.min(first, record.firstPositiveDay(reported.assay(), reported.channel()));
            }
        }
        return first == NEVER ? Double.NaN : first;
    }
}
