package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.evotrial.engine.plan.PatientPlan;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.spi.CourseRecord;
import org.junit.jupiter.api.Test;

class CohortRunnerTest {
    private final ScriptedPatient patient = new ScriptedPatient();

    @Test
    void followsAPatientToTheEndOfFollowUp() {
        patient.sum = day -> 50 + day;
        CohortRunner runner = runner(false);
        CourseRecord course = runner.follow(-2, 5, 0, 100, null);
        // 50 mm grow by 20 % and 5 mm within 10 days; seen on day 28
        assertThat(course.firstProgressionDay()).isEqualTo(28);
        assertThat(runner.lineageAtProgression()).isEqualTo(1);
        assertThat(patient.log).containsExactly("scan 0.0 on 0", "scan 28.0 on 1", "scan 56.0 on 1", "scan 84.0 on 1");
    }

    @Test
    void leavesAPatientAtTheFirstProgressionIfNothingAfterItMatters() {
        patient.sum = day -> 50 + day;
        patient.deathDay = 60;
        CourseRecord course = runner(true).follow(-2, 5, 0, 100, null);
        assertThat(course.firstProgressionDay()).isEqualTo(28);
        assertThat(course.deathDay()).isEqualTo(ScriptedPatient.NEVER);
        assertThat(patient.log).containsExactly("scan 0.0 on 0", "scan 28.0 on 1");
    }

    @Test
    void aPatientWithoutProgressionIsFollowedEitherWay() {
        patient.deathDay = 60;
        assertThat(runner(true).follow(-2, 5, 0, 100, null).deathDay()).isEqualTo(60);
    }

    private CohortRunner runner(boolean endsAtProgression) {
        PatientPlan p = ScriptedPlans.of(patient, ScriptedPolicy.stay(), ScriptedPlans.scans(28));
        PatientPlan plan = new PatientPlan(
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
        return new CohortRunner(plan, new StreamSet(1, p.assays().length, 1));
    }
}
