package org.evotrial.engine.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.engine.replicate.CohortRunner;
import org.evotrial.engine.replicate.CourseListener;
import org.evotrial.model.calibration.CalibrationArm;
import org.evotrial.model.calibration.CalibrationFile;
import org.evotrial.model.calibration.CalibrationTarget;
import org.evotrial.spi.CourseRecord;
import org.evotrial.spi.Measurement;
import org.jspecify.annotations.Nullable;

/** Follows patients under the arms that targets ask for. A workspace of one thread. */
final class CohortWorker {
    private final List<ArmWatch> arms = new ArrayList<>();
    private final long population;

    CohortWorker(
            CalibrationFile file, SimulationPlan plan, List<CalibrationTarget> targets, long seed, long population) {
        this.population = population;
        List<List<String>> channels =
                file.assays().values().stream().map(a -> a.channels()).toList();
        CohortRunner toProgression = null;
        CohortRunner toTheEnd = null;
        for (int a = 0; a < file.arms().size(); a++) {
            CalibrationArm arm = file.arms().get(a);
            boolean whole = false;
            List<Integer> rows = new ArrayList<>();
            List<TargetObserver> observers = new ArrayList<>();
            for (int t = 0; t < targets.size(); t++) {
                if (targets.get(t).arm().equals(arm.id())) {
                    rows.add(t);
                    observers.add(new TargetObserver(targets.get(t), plan.patients(), channels));
                    whole |= targets.get(t).statistic().needsWholeCourse();
                }
            }
            if (rows.isEmpty()) {
                continue;
            }
            if (whole && toTheEnd == null) {
                toTheEnd = runner(plan, seed, false);
            } else if (!whole && toProgression == null) {
                toProgression = runner(plan, seed, true);
            }
            arms.add(new ArmWatch(a, arm, whole ? toTheEnd : toProgression, rows, observers));
        }
    }

    private static CohortRunner runner(SimulationPlan plan, long seed, boolean endsAtProgression) {
        PatientPlan p = plan.patients();
        PatientPlan patients = new PatientPlan(
                p.model(),
                p.regimens(),
                p.treatments(),
                p.arms(),
                p.assays(),
                p.biomarkers(),
                p.imagingAssay(),
                p.endpoints(),
                p.endpointIds(),
                p.binaryEndpoints(),
                endsAtProgression);
        return new CohortRunner(patients, new StreamSet(seed, p.assays().length, 1));
    }

    /** Follows a patient under all arms and writes what the targets take from it: {@code observed[target][patient]}. */
    void observe(int patient, double[][] observed) {
        for (ArmWatch arm : arms) {
            try {
                arm.observe(population, patient, observed);
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        "Virtual patient %d under the arm %s failed: %s".formatted(patient, arm.arm.id(), e), e);
            }
        }
    }

    /** One arm and the targets that look at it. */
    private static final class ArmWatch implements CourseListener {
        private final int index;
        private final CalibrationArm arm;
        private final CohortRunner runner;
        private final List<Integer> rows;
        private final List<TargetObserver> observers;
        private boolean progressed;

        ArmWatch(
                int index,
                CalibrationArm arm,
                @Nullable CohortRunner runner,
                List<Integer> rows,
                List<TargetObserver> observers) {
            this.index = index;
            this.arm = arm;
            this.runner = Objects.requireNonNull(runner);
            this.rows = rows;
            this.observers = observers;
        }

        void observe(long population, int patient, double[][] observed) {
            progressed = false;
            observers.forEach(TargetObserver::begin);
            CourseRecord course = runner.follow(population, patient, index, Calendar.days(arm.followUpMonths()), this);
            for (int i = 0; i < observers.size(); i++) {
                observed[rows.get(i)][patient] = observers.get(i).observed(course, runner);
            }
        }

        @Override
        public void sampled(double day, int assay, Measurement result) {
            if (!progressed) {
                for (TargetObserver observer : observers) {
                    observer.sampled(day, assay, result);
                }
            }
        }

        @Override
        public void progressed(double day, boolean first, boolean onLine, boolean cns) {
            progressed |= first;
        }
    }
}
