package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.evotrial.engine.random.AddressedStream;
import org.junit.jupiter.api.Test;

class TreatmentPeriodsTest {
    private static final boolean[][] TAKES = {{false, false}, {true, false}, {false, true}};

    @Test
    void addsUpTheDaysOfATreatmentUntilTheEndOfFollowUp() {
        ScriptedPatient patient = new ScriptedPatient();
        patient.declaredProgressionDay = 33;
        PatientCourse course = new PatientCourse(
                ScriptedPlans.of(patient, ScriptedPolicy.switchAtProgression()), new AddressedStream(1));
        TreatmentPeriods periods = new TreatmentPeriods(2);
        for (int i = 0; i < 2; i++) {
            patient.day0();
            periods.record(i, course.run(0, ScriptedPatient.NEVER, i == 0 ? 100 : 60));
        }

        assertThat(periods.daysOn(0, TAKES, 0, 1000)).isEqualTo(33);
        assertThat(periods.daysOn(0, TAKES, 1, 1000)).isEqualTo(67);
        assertThat(periods.daysOn(0, TAKES, 0, 20)).isEqualTo(20);
        assertThat(periods.daysOn(0, TAKES, 1, 20)).isZero();
        assertThat(periods.daysOn(0, TAKES, 1, 50)).isEqualTo(17);
        assertThat(periods.daysOn(1, TAKES, 1, 1000)).isEqualTo(27);
    }

    @Test
    void keepsManyPeriodsAndForgetsThemWithANewTrial() {
        ScriptedPatient patient = new ScriptedPatient();
        ScriptedPolicy alternating = new ScriptedPolicy(view -> 3 - view.regimen());
        PatientCourse course = new PatientCourse(
                ScriptedPlans.of(patient, alternating, ScriptedPlans.scans(1)), new AddressedStream(1));
        TreatmentPeriods periods = new TreatmentPeriods(20);
        for (int trial = 0; trial < 2; trial++) {
            for (int i = 0; i < 20; i++) {
                patient.day0();
                periods.record(i, course.run(0, ScriptedPatient.NEVER, 100));
            }
        }
        // Baseline at once to the second regimen, then one day each: 50 days on either.
        assertThat(course.log().segments()).isEqualTo(101);
        assertThat(periods.daysOn(19, TAKES, 0, 1000)).isEqualTo(50);
        assertThat(periods.daysOn(19, TAKES, 1, 1000)).isEqualTo(50);
        assertThat(periods.daysOn(3, TAKES, 1, 10)).isEqualTo(5);
    }
}
