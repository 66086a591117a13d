package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.engine.plan.ToxicityColumns;
import org.evotrial.engine.random.AddressedStream;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Policy;
import org.junit.jupiter.api.Test;

/** Numbers by hand: events on days 40 and 90, the first halves the dose of the first treatment, the second ends it. */
class ToxicityRecorderTest {
    private static final int PATIENTS = 0;
    private static final int EVENTS = 2;
    private static final int REDUCED = 4;
    private static final int DISCONTINUED = 6;
    private static final int INTENSITY = 8;
    private static final double[] DAYS = {40, 90};

    /** What the policy was told of discontinuations. */
    private static final class Told implements Policy {
        private static final long serialVersionUID = 1;
        private final List<String> news = new ArrayList<>();

        @Override
        public int initialRegimen() {
            return 1;
        }

        @Override
        public int decide(PatientView view) {
            if (view.news() != PatientView.News.DISCONTINUATION) {
                return view.regimen();
            }
            news.add("%s, all %s".formatted(view.day(), view.regimenDiscontinued()));
            return 2;
        }
    }

    private static PatientCourse course(ScriptedPatient patient, Policy policy) {
        patient.toxicDays = DAYS;
        return new PatientCourse(ScriptedPlans.of(patient, policy, ScriptedPlans.scans(28)), new AddressedStream(1));
    }

    @Test
    void thePolicyLearnsOfADiscontinuationOnItsDayAndMayChangeTheRegimen() {
        Told policy = new Told();
        CourseLog log = course(new ScriptedPatient(), policy).run(0, ScriptedPatient.NEVER, 200);

        assertThat(policy.news).containsExactly("90.0, all true");
        assertThat(log.startDayOn(2)).isEqualTo(90);
        assertThat(log.daysOn(2)).isEqualTo(110);
    }

    @Test
    void columnsCountWhatHappenedByTheCutOff() {
        ScriptedPatient patient = new ScriptedPatient();
        PatientCourse course = course(patient, new Told());
        ToxicityRecorder recorder =
                new ToxicityRecorder(new ToxicityColumns(PATIENTS, EVENTS, REDUCED, DISCONTINUED, INTENSITY), 4, 2, 2);
        double[] row = new double[12];
        int[] arm = {0, 0, 0, 1};
        for (int trial = 0; trial < 2; trial++) {
            for (int i = 0; i < 4; i++) {
                patient.day0();
                patient.deathDay = i == 1 ? 60 : ScriptedPatient.NEVER;
                CourseLog log = course.run(0, ScriptedPatient.NEVER, 400);
                recorder.record(i, log.toxicity(), log.observedUntil());
            }
            // followed until day 100, death on day 60, and until day 20; and until day 70 in the other arm
            recorder.write(new double[] {100, 100, 20, 70}, arm, 4, row);
        }

        assertThat(row[PATIENTS]).isCloseTo(2 / 3., within(1e-15));
        assertThat(row[PATIENTS + 1]).isEqualTo(1);
        assertThat(row[EVENTS]).isCloseTo(3 / (180 / 365.25), within(1e-12));
        assertThat(row[EVENTS + 1]).isCloseTo(1 / (70 / 365.25), within(1e-12));
        assertThat(row[REDUCED]).isCloseTo(2 / 3., within(1e-15));
        assertThat(row[DISCONTINUED]).isCloseTo(1 / 3., within(1e-15));
        assertThat(row[DISCONTINUED + 1]).isZero();
        assertThat(row[INTENSITY]).isCloseTo((65 / 90. + 50 / 60. + 1) / 3, within(1e-12));
        assertThat(row[INTENSITY + 1]).isNaN();
        assertThat(row[INTENSITY + 2]).isCloseTo(55 / 70., within(1e-12));
    }
}
