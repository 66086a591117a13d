package org.evotrial.engine.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.reduce.ReplicateTable;
import org.evotrial.model.config.TrialFile;
import org.evotrial.model.result.PatientTrace;
import org.evotrial.model.result.TrialTrace;

/** Chooses the patients and trials that a report shows: the first of each kind worth looking at, never a hand-picked one. */
public final class Examples {
    private static final int TRIALS_PER_SCENARIO = 4;

    private Examples() {}

    /** The first patient of each kind among the patients of the first replicates. */
    public static List<PatientTrace> patients(SimulationPlan plan, TrialFile trial, int searched) {
        if (plan.patients().model().lineages().isEmpty()) {
            return List.of();
        }
        Map<String, Predicate<CourseTracer>> kinds = new LinkedHashMap<>();
        kinds.put("switched early on an assay result", CourseTracer::switchedOnResult);
        kinds.put("resistance missed by the assay before progression", CourseTracer::missedByAssay);
        kinds.put("progression in the brain first", CourseTracer::progressedInCns);
        kinds.put("no progression for two years", CourseTracer::respondedLong);
        List<PatientTrace> found = new ArrayList<>();
        AssayDescription[] assays = AssayDescription.of(trial);
        int replicates =
                (searched + plan.platform().sampleSize() - 1) / plan.platform().sampleSize();
        for (int r = 0; r < replicates && !kinds.isEmpty(); r++) {
            List<CourseTracer> courses = TrialTracer.of(plan, assays, r).courses();
            Set<Integer> switching = new HashSet<>();
            courses.stream().filter(CourseTracer::switchedOnResult).forEach(c -> switching.add(c.arm()));
            addFirstOfEachKind(kinds, courses, switching, r, found);
        }
        return found;
    }

    /** A test can only miss where its result would have been acted upon. */
    private static void addFirstOfEachKind(
            Map<String, Predicate<CourseTracer>> kinds,
            List<CourseTracer> courses,
            Set<Integer> switching,
            int replicate,
            List<PatientTrace> found) {
        Set<CourseTracer> used = new HashSet<>();
        for (String kind : List.copyOf(kinds.keySet())) {
            Predicate<CourseTracer> wanted = kinds.getOrDefault(kind, c -> false);
            boolean onlySwitchingArms = kind.startsWith("resistance missed");
            courses.stream()
                    .filter(wanted)
                    .filter(c -> !onlySwitchingArms || switching.contains(c.arm()))
                    .filter(used::add)
                    .findFirst()
                    .ifPresent(c -> {
                        found.add(c.trace(kind, replicate));
                        kinds.remove(kind);
                    });
        }
    }

    /** The first replicate of each outcome of the primary hypothesis: look at which the trial ended, rejected or not. */
    public static List<TrialTrace> trials(ReplicateTable table, TrialFile trial, String kind) {
        SimulationPlan plan = table.plan();
        if (plan.primaryHypothesis() < 0) {
            return List.of();
        }
        String hypothesis = plan.hypotheses()[plan.primaryHypothesis()];
        double[] rejected = new double[0];
        for (int i = 0; i < plan.metrics().size(); i++) {
            var metric = plan.metrics().get(i);
            if (metric.metric().equals("rejectionProbability")
                    && hypothesis.equals(metric.hypothesis())
                    && metric.look() == null) {
                rejected = table.column(i);
            }
        }
        AssayDescription[] assays = AssayDescription.of(trial);
        Map<String, TrialTrace> first = new LinkedHashMap<>();
        for (int r = 0; r < rejected.length && first.size() < TRIALS_PER_SCENARIO; r++) {
            if (Double.isNaN(rejected[r])) {
                continue;
            }
            String look = endedAt(table, r);
            String label = "%s at look %s"
                    .formatted(
                            rejected[r] == 0 ? "not rejected" : kind.startsWith("null") ? "false positive" : "rejected",
                            look);
            if (!first.containsKey(label)) {
                first.put(label, TrialTracer.of(plan, assays, r).trace(label, r, false));
            }
        }
        return List.copyOf(first.values());
    }

    private static String endedAt(ReplicateTable table, int replicate) {
        SimulationPlan plan = table.plan();
        for (int l = 0; l < plan.looks().length; l++) {
            if (table.value(replicate, plan.conduct().stopped() + l) == 1) {
                return plan.looks()[l].id();
            }
        }
        return "none";
    }
}
