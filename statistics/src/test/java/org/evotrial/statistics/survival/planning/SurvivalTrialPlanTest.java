package org.evotrial.statistics.survival.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.groupsequential.BoundaryShape;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.Sidedness;
import org.junit.jupiter.api.Test;

class SurvivalTrialPlanTest {
    private static final PiecewiseHazard CONTROL = PiecewiseHazard.ofMedian(6);
    private static final PiecewiseHazard DROPOUT = PiecewiseHazard.ofShare(0.05, 12);

    @Test
    void thePowerOfASampleSizeIsThePowerAskedFor() {
        for (double ratio : new double[] {0.5, 1, 3}) {
            SurvivalTrialPlan plan = plan(0.7, ratio, Sidedness.TWO_SIDED_SYMMETRIC);
            SurvivalTrialCharacteristics sized = plan.sampleSize(0.8, 9);
            assertThat(sized.crossing().overallUpperRejection()).isCloseTo(0.8, Offset.offset(1e-8));
            assertThat(sized.calendarTime(3)).isCloseTo(27, Offset.offset(1e-8));
            SurvivalTrialPlan again = new SurvivalTrialPlan(
                    plan.design(), plan.projection().withSubjects(sized.subjects(3)), 0.7, RequiredEvents.SCHOENFELD);
            assertThat(again.power(sized.events(3)).power()).isCloseTo(sized.power(), Offset.offset(1e-8));
        }
    }

    @Test
    void expectationsAreMeansOverTheLooks() {
        SurvivalTrialCharacteristics trial = plan(0.7, 1, Sidedness.ONE_SIDED).power(240);
        double first = trial.crossing().rejection(1);
        double second = trial.crossing().rejection(2);
        assertThat(trial.expectedEvents())
                .isCloseTo(80 * first + 160 * second + 240 * (1 - first - second), Offset.offset(1e-9));
        assertThat(trial.expectedDuration()).isBetween(trial.calendarTime(1), trial.calendarTime(3));
        assertThat(trial.expectedSubjects()).isLessThanOrEqualTo(350);
    }

    @Test
    void freedmanNeedsMoreEventsThanSchoenfeldForEqualGroups() {
        SurvivalTrialPlan schoenfeld = plan(0.5, 1, Sidedness.ONE_SIDED);
        SurvivalTrialPlan freedman =
                new SurvivalTrialPlan(schoenfeld.design(), schoenfeld.projection(), 0.5, RequiredEvents.FREEDMAN);
        // Ratio (3 / 1)^2 / (4 / log(2)^2) = 9 log(2)^2 / 4.
        assertThat(freedman.requiredEvents(0.9) / schoenfeld.requiredEvents(0.9))
                .isCloseTo(9 * Math.pow(Math.log(2), 2) / 4, Offset.offset(1e-9));
    }

    @Test
    void rejectsWhatCannotBeReached() {
        SurvivalTrialPlan plan = plan(0.7, 1, Sidedness.ONE_SIDED);
        assertThatThrownBy(() -> plan.power(349)).hasMessageContaining("events (349.0)");
        assertThatThrownBy(() -> plan(1.2, 1, Sidedness.ONE_SIDED).sampleSize(0.9, 12))
                .hasMessageContaining("hazardRatio (1.2)");
        assertThatThrownBy(() -> plan.sampleSize(0.9, -1)).hasMessageContaining("followUp (-1.0)");
        assertThat(plan(1.2, 1, Sidedness.ONE_SIDED).power(200).power()).isLessThan(0.025);
    }

    private static SurvivalTrialPlan plan(double hazardRatio, double allocationRatio, Sidedness sidedness) {
        GroupSequentialDesign design =
                GroupSequentialDesign.shaped(BoundaryShape.pocock(), 0.025, sidedness, 1.0 / 3, 2.0 / 3, 1);
        return SurvivalTrialPlan.proportional(
                design, Accrual.uniform(350, 18), allocationRatio, CONTROL, DROPOUT, hazardRatio);
    }
}
