package org.evotrial.engine.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evotrial.engine.plan.ArmPlan;
import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.plan.Planner;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.model.calibration.CalibrationArm;
import org.evotrial.model.calibration.CalibrationFile;
import org.evotrial.model.calibration.CalibrationTarget;
import org.evotrial.model.config.Population;
import org.evotrial.model.config.Simulation;
import org.evotrial.model.config.TrialFile;
import org.evotrial.model.config.TrialVariant;
import org.evotrial.model.design.Accrual;
import org.evotrial.model.design.Allocation;
import org.evotrial.model.design.Arm;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.json.Wording;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.PolicyConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a calibration file as the trial that its arms would make, so that patients are treated, assessed and
 * judged exactly as in trials.
 */
final class CalibrationPlanner {
    private final Planner planner;

    CalibrationPlanner(Planner planner) {
        this.planner = planner;
    }

    /**
     * Compiles a file.
     *
     * @throws ConfigurationException if its parts do not fit together; the pointer is that of the calibration file
     */
    SimulationPlan plan(CalibrationFile file) {
        try {
            SimulationPlan plan = planner.plan(
                    new TrialVariant(
                            "calibration", file.title(), "base", List.of(), Map.of(), List.of(), 1, trial(file)),
                    file.seed());
            check(file, plan.patients());
            return plan;
        } catch (ConfigurationException e) {
            throw new ConfigurationException(
                    e.pointer().replaceFirst("^/population/disease", "/disease").replaceFirst("^/design", ""),
                    String.valueOf(e.getMessage()));
        }
    }

    private static TrialFile trial(CalibrationFile file) {
        Population population =
                new Population(null, Objects.requireNonNull(file.disease(), "the reader asks for a disease"), null);
        return new TrialFile(
                null,
                "1",
                "calibration",
                file.title(),
                null,
                population,
                file.treatments(),
                file.assays(),
                Map.of("pfs", new ImagingEndpoint(imagingAssay(file))),
                design(file),
                List.of(),
                null,
                new Simulation(1, file.seed(), 100, 0.95, 0),
                List.of());
    }

    /** The first imaging assay that is scheduled. */
    static @Nullable String imagingAssay(CalibrationFile file) {
        for (Map.Entry<String, AssayConfiguration> assay : file.assays().entrySet()) {
            boolean scheduled = file.assessments().containsKey(assay.getKey())
                    || file.arms().stream()
                            .anyMatch(a ->
                                    a.assessments() != null && a.assessments().containsKey(assay.getKey()));
            if (scheduled && assay.getValue().imaging()) {
                return assay.getKey();
            }
        }
        return null;
    }

    private static DesignPlan design(CalibrationFile file) {
        List<Arm> arms = new ArrayList<>();
        double longest = 0;
        for (CalibrationArm arm : file.arms()) {
            Arm.Role role = arms.isEmpty() ? Arm.Role.CONTROL : Arm.Role.EXPERIMENTAL;
            arms.add(new Arm(arm.id(), null, role, 1, policy(arm), arm.assessments(), null));
            longest = Math.max(longest, arm.followUpMonths());
        }
        Accrual atOnce = new Accrual(Accrual.Pattern.POISSON, List.of(new Accrual.Period(null, file.patients())), null);
        return new DesignPlan(
                null,
                file.patients(),
                atOnce,
                new Allocation(Allocation.Method.SIMPLE, 0, List.of()),
                arms,
                file.assessments(),
                null,
                List.of(),
                List.of(),
                null,
                longest);
    }

    private static PolicyConfiguration policy(CalibrationArm arm) {
        PolicyConfiguration policy = arm.policy();
        return policy != null
                ? policy
                : new LinesUntilProgression(Objects.requireNonNull(arm.regimens(), "an arm has regimens or a policy"));
    }

    private static void check(CalibrationFile file, PatientPlan plan) {
        List<String> lineages = plan.model().lineages();
        for (int i = 0; i < file.targets().size(); i++) {
            CalibrationTarget target = file.targets().get(i);
            String mechanism = target.mechanism();
            if (mechanism != null && lineages.stream().noneMatch(l -> Lineages.has(l, mechanism))) {
                throw new ConfigurationException(
                        "/targets/%d/mechanism".formatted(i),
                        "expected a mechanism of the disease (%s) but found %s"
                                .formatted(Wording.oneOf(Lineages.mechanisms(lineages)), Wording.of(mechanism)));
            }
            ArmPlan arm = arm(plan, target.arm());
            boolean images = plan.imagingAssay() >= 0
                    && List.of(arm.schedules()).stream().anyMatch(s -> s.assay() == plan.imagingAssay());
            if (target.statistic().needsProgression() && !lineages.isEmpty() && !images) {
                throw new ConfigurationException(
                        "/targets/%d/statistic".formatted(i),
                        "expected an imaging assay with a schedule in assessments, by which progression is seen, but found none");
            }
        }
    }

    private static ArmPlan arm(PatientPlan plan, String id) {
        for (ArmPlan arm : plan.arms()) {
            if (arm.id().equals(id)) {
                return arm;
            }
        }
        throw new IllegalArgumentException("There is no arm %s.".formatted(id));
    }
}
