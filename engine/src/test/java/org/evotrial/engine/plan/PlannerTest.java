package org.evotrial.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.evotrial.engine.SmallTrial;
import org.evotrial.engine.Trials;
import org.evotrial.model.config.TrialDocument;
import org.evotrial.model.design.Arm;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Regimen;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final TrialDocument trial = Trials.read(Trials.example("apple"), Map.of());

    @Test
    void givesEveryArmTheControlsPolicyAndAssessmentsUnderTheNullByBiology() {
        DesignPlan design = trial.base().design().compose();
        DesignPlan nothing = Planner.nullByBiology(design);
        Arm control = design.arms().get(2);

        assertThat(control.role()).isEqualTo(Arm.Role.CONTROL);
        for (int i = 0; i < 3; i++) {
            Arm arm = nothing.arms().get(i);
            assertThat(arm.policy()).isEqualTo(control.policy());
            assertThat(arm.assessments()).isEqualTo(control.assessments());
            assertThat(arm.id()).isEqualTo(design.arms().get(i).id());
            assertThat(arm.role()).isEqualTo(design.arms().get(i).role());
            assertThat(arm.allocation()).isEqualTo(design.arms().get(i).allocation());
        }
        assertThat(nothing.looks()).isEqualTo(design.looks());
        assertThat(nothing.analyses()).isEqualTo(design.analyses());
    }

    @Test
    void refusesANullByBiologyWithoutAControl() {
        DesignPlan d = trial.base().design().compose();
        DesignPlan uncontrolled = new DesignPlan(
                d.remarks(),
                d.sampleSize(),
                d.accrual(),
                d.allocation(),
                List.of(d.arms().get(0)),
                d.assessments(),
                d.dropout(),
                d.looks(),
                d.analyses(),
                d.primaryHypothesis(),
                d.maximumDurationMonths());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Planner.nullByBiology(uncontrolled))
                .withMessageContaining("role control");
    }

    @Test
    void compilesUnitsAndOrdersOfTheFile() {
        SimulationPlan plan = SmallTrial.plan(trial, "base");

        assertThat(plan.patients().regimens()[0]).isEqualTo(Regimen.NONE);
        assertThat(plan.patients().treatments()).containsExactly("osimertinib", "gefitinib", "chemotherapy");
        assertThat(plan.patients().endpointIds()).containsExactly("pfs-osi", "pfs", "os", "brain-pfs");
        ArmPlan.Schedule[] schedules = plan.patients().arms()[1].schedules();
        // Imaging every 8 weeks, plasma every 4.
        assertThat(schedules).hasSize(2);
        assertThat(schedules[0].everyDays()).isEqualTo(56);
        assertThat(schedules[1].everyDays()).isEqualTo(28);
        assertThat(plan.patients().imagingAssay()).isEqualTo(schedules[0].assay());
        // 3 % are lost in a year of 365.25 days.
        assertThat(StrictMath.exp(-365.25 * plan.platform().dropoutPerDay()))
                .isCloseTo(0.97, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(plan.patients().endsAtFirstProgression()).isFalse();
        assertThat(plan.primaryHypothesis()).isNotNegative();
    }

    @Test
    void letsAPatientsCourseEndAtProgressionOnlyWhereNothingLaterMatters() {
        SimulationPlan classical = SmallTrial.plan(Trials.read(Trials.example("group-sequential"), Map.of()), "base");

        assertThat(classical.patients().endsAtFirstProgression()).isTrue();
    }
}
