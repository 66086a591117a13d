package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evotrial.engine.SmallTrial.calendar;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evotrial.engine.SmallTrial;
import org.evotrial.engine.Trials;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.spi.CurveDefinition;
import org.evotrial.spi.LookData;
import org.evotrial.spi.PatientView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The curves about the conduct of a trial, against a count of what its listeners were told. */
class ConductCurvesTest {
    @TempDir
    Path folder;

    @Test
    void patientsEnrolledByAMonthAreThoseWhoArrivedByThenAndBeforeTheEnd() {
        SimulationPlan plan = SmallTrial.plan(folder, calendar("final", 2.75));
        Watch watch = new Watch(plan);
        Ordinates found = run(plan, watch);

        // Ten a month: nine months at one and a half times the six that 60 patients take.
        assertThat(found.grid("enrolled")).hasSize(10).startsWith(0, 1, 2).endsWith(9);
        for (int g = 0; g < 10; g++) {
            double total = found.at("enrolled", "control", null, g) + found.at("enrolled", "experimental", null, g);
            assertThat(total).isEqualTo(watch.arrivedBy(Calendar.days(g)));
        }
        // Patient 27 arrives at 2.7 months and is the last before the end.
        assertThat(found.at("enrolled", "control", null, 9) + found.at("enrolled", "experimental", null, 9))
                .isEqualTo(27);
        assertThat(plan.conductCurves().onTreatment()).isNegative();
    }

    @Test
    void treatmentsOverTimeAreThoseThatPatientsWereOnWhileTheyWereFollowed() {
        SimulationPlan plan = SmallTrial.plan(Trials.read(Trials.example("apple"), Map.of()), "base");
        Watch watch = new Watch(plan);
        Ordinates found = run(plan, watch);
        String[] treatments = plan.patients().treatments();
        double[] grid = found.grid("onTreatment");
        int counted = 0;
        for (int g = 0; g < grid.length; g++) {
            for (int arm = 0; arm < 3; arm++) {
                String id = plan.patients().arms()[arm].id();
                double day = Calendar.days(grid[g]);
                assertThat(found.at("underObservation", id, null, g)).isEqualTo(watch.on(arm, day, null));
                for (String treatment : treatments) {
                    double expected = watch.on(arm, day, treatment);
                    assertThat(found.at("onTreatment", id, treatment, g))
                            .as("%s %s month %s", id, treatment, grid[g])
                            .isEqualTo(expected);
                    counted += (int) expected;
                }
            }
        }
        assertThat(counted).isGreaterThan(500);
        assertThat(found.at("onTreatment", "C", "osimertinib", 0)).isZero();
    }

    private static Ordinates run(SimulationPlan plan, Watch watch) {
        TrialReplicate trial = new TrialReplicate(plan);
        trial.watchedBy(watch);
        double[] curves = new double[plan.curveOffsets()[plan.curves().size()]];
        trial.run(0, new double[plan.metrics().size()], curves);
        return new Ordinates(plan, curves);
    }

    private record Ordinates(SimulationPlan plan, double[] values) {
        double at(String curve, String arm, @Nullable String detail, int point) {
            for (int c = 0; c < plan.curves().size(); c++) {
                CurveDefinition definition = plan.curves().get(c);
                boolean same = definition.curve().equals(curve)
                        && definition.arm().equals(arm)
                        && Objects.equals(definition.detail(), detail);
                if (same) {
                    return values[plan.curveOffsets()[c] + point];
                }
            }
            throw new AssertionError("There is no curve %s of %s".formatted(curve, arm));
        }

        double[] grid(String curve) {
            return plan.curves().stream()
                    .filter(c -> c.curve().equals(curve))
                    .findFirst()
                    .orElseThrow()
                    .gridMonths();
        }
    }

    /** One patient's arrival, arm and regimens with the days from which they were given. */
    private static final class Seen implements CourseListener {
        private final double arrival;
        private final int arm;
        private final List<double[]> changes = new ArrayList<>();
        private final int firstRegimen;
        private double end;

        Seen(double arrival, int arm, int firstRegimen) {
            this.arrival = arrival;
            this.arm = arm;
            this.firstRegimen = firstRegimen;
        }

        @Override
        public void regimenChanged(double day, int from, int to, PatientView.News reason) {
            changes.add(new double[] {day, to});
        }

        @Override
        public void ended(double day, boolean death, boolean dropout) {
            end = day;
        }

        int regimenOn(double day) {
            int regimen = firstRegimen;
            for (double[] change : changes) {
                regimen = change[0] <= day ? (int) change[1] : regimen;
            }
            return regimen;
        }
    }

    private static final class Watch implements TrialListener {
        private final List<Seen> patients = new ArrayList<>();
        private final SimulationPlan plan;
        private double cutOff;

        Watch(SimulationPlan plan) {
            this.plan = plan;
        }

        @Override
        public void randomised(int patient, double calendarDay, int arm) {
            patients.add(new Seen(
                    calendarDay, arm, plan.patients().arms()[arm].policy().initialRegimen()));
        }

        @Override
        public CourseListener course(int patient, int arm) {
            return patients.get(patient);
        }

        @Override
        public void look(LookData data) {
            cutOff = data.cutOffDay();
        }

        long arrivedBy(double day) {
            return patients.stream()
                    .filter(p -> p.arrival <= Math.min(day, cutOff))
                    .count();
        }

        long on(int arm, double day, @Nullable String treatment) {
            return patients.stream()
                    .filter(p -> p.arm == arm && p.arrival + day <= cutOff && day <= p.end)
                    .filter(p -> treatment == null
                            || plan.patients().regimens()[p.regimenOn(day)].contains(treatment))
                    .count();
        }
    }
}
