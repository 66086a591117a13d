package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.evotrial.engine.replicate.ScriptedPatient.NEVER;
import static org.evotrial.engine.replicate.ScriptedPlans.PLASMA;
import static org.evotrial.engine.replicate.ScriptedPlans.plasma;
import static org.evotrial.engine.replicate.ScriptedPlans.scans;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.engine.plan.ArmPlan.Schedule;
import org.evotrial.engine.random.AddressedStream;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Policy;
import org.evotrial.spi.Response;
import org.junit.jupiter.api.Test;

/** All days follow by hand from the schedules: scans every 56 days, plasma every 28, plasma results 10 days later. */
class PatientCourseTest {
    private final ScriptedPatient patient = new ScriptedPatient();

    private CourseLog run(Policy policy, double dropout, double horizon, Schedule... schedules) {
        PatientCourse course = new PatientCourse(ScriptedPlans.of(patient, policy, schedules), new AddressedStream(1));
        patient.day0();
        return course.run(0, dropout, horizon);
    }

    @Test
    void takesTheBaselineSamplesAndThenEachAssayAtItsOwnInterval() {
        run(ScriptedPolicy.stay(), NEVER, 113, scans(56), plasma(28));

        assertThat(patient.log)
                .containsExactly(
                        "scan 0.0 on 0",
                        "plasma 0.0 on 0",
                        "plasma 28.0 on 1",
                        "scan 56.0 on 1",
                        "plasma 56.0 on 1",
                        "plasma 84.0 on 1",
                        "scan 112.0 on 1",
                        "plasma 112.0 on 1");
    }

    @Test
    void tellsThePolicyAResultWhenItIsAvailableAndWhenItWasSampled() {
        ScriptedPolicy policy = ScriptedPolicy.stay();
        run(policy, NEVER, 60, scans(56), plasma(28));

        assertThat(policy.asked)
                .containsExactly(
                        "result of 0 sampled 0.0 0.0",
                        "result of 1 sampled 0.0 10.0",
                        "result of 1 sampled 28.0 38.0",
                        "result of 0 sampled 56.0 56.0");
    }

    @Test
    void switchesWhenTheResultIsAvailableNotWhenItIsSampled() {
        patient.positiveFromDay = 40;
        CourseLog course = run(ScriptedPolicy.switchOnPlasma(), NEVER, 100, scans(56), plasma(28));

        assertThat(course.switchOnResultDay()).isEqualTo(66);
        assertThat(course.startDayOn(2)).isEqualTo(66);
        assertThat(course.daysOn(1)).isEqualTo(66);
        assertThat(course.daysOn(2)).isEqualTo(34);
        assertThat(course.firstPositiveDay(PLASMA, 0)).isEqualTo(56);
        assertThat(patient.log).contains("plasma 56.0 on 1", "plasma 84.0 on 2");
    }

    @Test
    void switchesAtTheProgressionThatAScanShows() {
        patient.sum = day -> day < 100 ? 50 : 65;
        ScriptedPolicy policy = ScriptedPolicy.switchAtProgression();
        CourseLog course = run(policy, NEVER, 200, scans(56));

        assertThat(course.firstProgressionDay()).isEqualTo(112);
        assertThat(course.progressionDayOn(1)).isEqualTo(112);
        assertThat(course.progressionDayOn(2)).isEqualTo(NEVER);
        assertThat(course.switchOnResultDay()).isEqualTo(NEVER);
        assertThat(course.lineageAtProgression()).isEqualTo(1);
        assertThat(policy.asked).containsSubsequence("progression 112.0", "result of 0 sampled 112.0 112.0");
        assertThat(course.segments()).isEqualTo(2);
        assertThat(course.segmentStart(1)).isEqualTo(112);
        assertThat(course.segmentRegimen(1)).isEqualTo(2);
    }

    @Test
    void countsProgressionOnTheNextLineFromTheScanAtWhichItBegan() {
        // 50, 65 (progression, new line), 70 (+5 mm but +8 %), 80 (+15 mm and +23 % over 65).
        patient.sum = day -> day < 50 ? 50 : day < 100 ? 65 : day < 150 ? 70 : 80;
        CourseLog course = run(ScriptedPolicy.switchAtProgression(), NEVER, 200, scans(56));

        assertThat(course.progressionDayOn(1)).isEqualTo(56);
        assertThat(course.progressionDayOn(2)).isEqualTo(168);
        assertThat(course.firstProgressionDay()).isEqualTo(56);
        assertThat(course.secondProgressionDay()).isEqualTo(168);
        assertThat(course.initialRegimen()).isEqualTo(1);
    }

    /** Plasma is positive from day 40: regimen 2 on day 66. 65 mm at day 112 progress on it, 85 mm at day 168 on the line after. */
    @Test
    void aSwitchBeforeTheFirstProgressionDoesNotBeginTheNextLine() {
        patient.positiveFromDay = 40;
        patient.sum = day -> day < 100 ? 50 : day < 150 ? 65 : 85;
        ScriptedPolicy policy = new ScriptedPolicy(view -> view.news() == PatientView.News.PROGRESSION
                ? 1
                : view.assay() == PLASMA && view.result().positive(0) && view.day() < 100 ? 2 : view.regimen());
        CourseLog course = run(policy, NEVER, 200, scans(56), plasma(28));

        assertThat(course.startDayOn(2)).isEqualTo(66);
        assertThat(course.firstProgressionDay()).isEqualTo(112);
        assertThat(course.progressionDayOn(2)).isEqualTo(112);
        assertThat(course.secondProgressionDay()).isEqualTo(168);
    }

    @Test
    void whoStaysOnTheTreatmentHasNoSecondProgression() {
        patient.sum = day -> 50 + day;
        CourseLog course = run(ScriptedPolicy.stay(), NEVER, 300, scans(56));

        assertThat(course.firstProgressionDay()).isEqualTo(56);
        assertThat(course.secondProgressionDay()).isEqualTo(NEVER);
    }

    @Test
    void asksOncePerLineAboutProgression() {
        patient.sum = day -> 50 + day;
        ScriptedPolicy policy = ScriptedPolicy.stay();
        run(policy, NEVER, 300, scans(56));

        assertThat(policy.asked.stream().filter(a -> a.startsWith("progression")))
                .containsExactly("progression 56.0");
    }

    @Test
    void endsWithDeathBeforeAVisitOfTheSameDay() {
        patient.deathDay = 56;
        CourseLog course = run(ScriptedPolicy.stay(), NEVER, 100, scans(56));

        assertThat(course.deathDay()).isEqualTo(56);
        assertThat(course.lastDay()).isEqualTo(56);
        assertThat(patient.log).containsExactly("scan 0.0 on 0");
    }

    @Test
    void endsWithDropOutAndSeesNothingLater() {
        patient.deathDay = 90;
        EndOfCourse end = new EndOfCourse();
        PatientCourse course =
                new PatientCourse(ScriptedPlans.of(patient, ScriptedPolicy.stay(), scans(56)), new AddressedStream(1));
        course.watchedBy(end);
        CourseLog log = course.run(0, 70, 100);

        assertThat(log.deathDay()).isEqualTo(NEVER);
        assertThat(log.lastDay()).isEqualTo(70);
        assertThat(end.ends).containsExactly("70.0 death false dropout true");
    }

    @Test
    void endsAtTheHorizonWithoutBeingDropOut() {
        EndOfCourse end = new EndOfCourse();
        PatientCourse course =
                new PatientCourse(ScriptedPlans.of(patient, ScriptedPolicy.stay(), scans(56)), new AddressedStream(1));
        course.watchedBy(end);
        CourseLog log = course.run(0, 150, 100);

        assertThat(log.lastDay()).isEqualTo(100);
        assertThat(end.ends).containsExactly("100.0 death false dropout false");
    }

    @Test
    void hasNoCourseWhenTheHorizonIsBeforeRandomisation() {
        CourseLog course = run(ScriptedPolicy.stay(), NEVER, -5, scans(56));

        assertThat(course.lastDay()).isZero();
        assertThat(course.deathDay()).isEqualTo(NEVER);
    }

    @Test
    void takesADeclaredProgressionAsProgressionOfTheLine() {
        patient.declaredProgressionDay = 33;
        ScriptedPolicy policy = ScriptedPolicy.switchAtProgression();
        CourseLog course = run(policy, NEVER, 100);

        assertThat(course.firstProgressionDay()).isEqualTo(33);
        assertThat(policy.asked).containsExactly("progression 33.0");
        assertThat(course.daysOn(1)).isEqualTo(33);
        assertThat(course.daysOn(2)).isEqualTo(67);
    }

    @Test
    void samplesOnlyWhileOnTheTreatmentButAlwaysAtBaseline() {
        Schedule onSecond = new Schedule(PLASMA, 28, 0, new boolean[] {false, false, true}, false);
        patient.declaredProgressionDay = 40;
        run(ScriptedPolicy.switchAtProgression(), NEVER, 100, onSecond);

        assertThat(patient.log).containsExactly("plasma 0.0 on 0", "plasma 56.0 on 2", "plasma 84.0 on 2");
    }

    @Test
    void stopsSamplingAfterTheFirstProgression() {
        Schedule until = new Schedule(PLASMA, 28, 0, new boolean[] {true, true, true}, true);
        patient.declaredProgressionDay = 40;
        run(ScriptedPolicy.stay(), NEVER, 100, until);

        assertThat(patient.log).containsExactly("plasma 0.0 on 0", "plasma 28.0 on 1");
    }

    @Test
    void movesVisitsAroundTheirPlannedDaysWithoutDrift() {
        Schedule jittered = new Schedule(PLASMA, 28, 3, new boolean[] {true, true, true}, false);
        run(ScriptedPolicy.stay(), NEVER, 28 * 200 + 5, jittered);
        List<Double> days = patient.log.stream()
                .map(line -> Double.parseDouble(line.split(" ")[1]))
                .toList();

        assertThat(days).hasSize(201);
        double mean = 0;
        for (int i = 1; i <= 200; i++) {
            assertThat(days.get(i)).isCloseTo(28.0 * i, within(3.0));
            mean += (days.get(i) - 28.0 * i) / 200;
        }
        // Uniform on [-3, 3]: standard deviation sqrt(3); the smallest shift that is detected is 1 day.
        org.evotrial.engine.SeededAssertions.assertNear(mean, 0, Math.sqrt(3.0 / 200));
        assertThat(days.get(1)).isNotEqualTo(28.0);
    }

    @Test
    void keepsSeveralResultsWaitingInTheOrderOfSampling() {
        ScriptedPolicy policy = ScriptedPolicy.stay();
        run(policy, NEVER, 17, plasma(3));

        assertThat(policy.asked)
                .containsExactly(
                        "result of 1 sampled 0.0 10.0", "result of 1 sampled 3.0 13.0", "result of 1 sampled 6.0 16.0");
    }

    @Test
    void passesOverAResultThatIsNotEvaluable() {
        patient.scanFails = day -> day == 56;
        patient.sum = day -> day < 100 ? 50 : 65;
        ScriptedPolicy policy = ScriptedPolicy.stay();
        CourseLog course = run(policy, NEVER, 120, scans(56));

        assertThat(policy.asked)
                .containsExactly("result of 0 sampled 0.0 0.0", "progression 112.0", "result of 0 sampled 112.0 112.0");
        assertThat(course.firstProgressionDay()).isEqualTo(112);
    }

    @Test
    void aRegimenStopsWhenAnotherBeginsAndNotAtTheEnd() {
        patient.declaredProgressionDay = 58;
        CourseLog course = run(ScriptedPolicy.switchAtProgression(), NEVER, 200, scans(56));

        int first = course.segmentRegimen(0);
        int second = course.segmentRegimen(1);
        assertThat(course.stopDayOn(first)).isEqualTo(58);
        assertThat(course.stopDayOn(second)).isEqualTo(NEVER);
    }

    @Test
    void aResponseIsConfirmedFourWeeksLaterIfNoScanInBetweenLacksIt() {
        patient.sum = day -> day < 40 ? 50 : day < 60 ? 34 : day < 80 ? 36 : 34;
        CourseLog lapsed = run(ScriptedPolicy.stay(), NEVER, 200, scans(14));

        assertThat(lapsed.firstResponseDay()).isEqualTo(42);
        // responses on days 42 and 56, none on day 70, again from day 84
        assertThat(lapsed.confirmedResponseDay()).isEqualTo(112);

        patient.sum = day -> day < 40 ? 50 : day < 60 ? 34 : 36;
        assertThat(run(ScriptedPolicy.stay(), NEVER, 200, scans(14)).confirmedResponseDay())
                .isEqualTo(NEVER);
    }

    @Test
    void countsTheResponseOnTheFirstLineOnly() {
        patient.sum = day -> day < 60 ? 50 : 20;
        patient.declaredProgressionDay = 58;
        CourseLog switched = run(ScriptedPolicy.switchAtProgression(), NEVER, 200, scans(56));

        assertThat(switched.firstResponseDay()).isEqualTo(NEVER);
        assertThat(switched.bestResponse()).isEqualTo(Response.STABLE_DISEASE);

        patient.declaredProgressionDay = NEVER;
        CourseLog stayed = run(ScriptedPolicy.stay(), NEVER, 200, scans(56));

        assertThat(stayed.firstResponseDay()).isEqualTo(112);
        assertThat(stayed.bestResponse()).isEqualTo(Response.PARTIAL_RESPONSE);
    }

    @Test
    void showsThePolicyTheFirstResultAndZeroMemory() {
        List<Double> memory = new ArrayList<>();
        List<Boolean> same = new ArrayList<>();
        ScriptedPolicy policy = new ScriptedPolicy(view -> {
            memory.add(view.memory()[0]);
            view.memory()[0]++;
            same.add(view.baseline().positive(0));
            return view.regimen();
        });
        patient.positiveFromDay = 20;
        Policy remembering = new Policy() {
            @Override
            public int memorySize() {
                return 1;
            }

            @Override
            public int initialRegimen() {
                return 1;
            }

            @Override
            public int decide(PatientView view) {
                return policy.decide(view);
            }
        };
        PatientCourse course =
                new PatientCourse(ScriptedPlans.of(patient, remembering, plasma(28)), new AddressedStream(1));
        for (int i = 0; i < 2; i++) {
            patient.day0();
            course.run(0, NEVER, 70);
        }

        assertThat(memory).containsExactly(0.0, 1.0, 2.0, 0.0, 1.0, 2.0);
        assertThat(same).containsOnly(false);
    }

    @Test
    void hasNoResultToShowWithNewsOfProgression() {
        patient.declaredProgressionDay = 20;
        Policy curious = new ScriptedPolicy(view -> view.result().channels());

        assertThatIllegalStateException()
                .isThrownBy(() -> run(curious, NEVER, 100))
                .withMessageContaining("PROGRESSION");
    }

    private static final class EndOfCourse implements CourseListener {
        private final List<String> ends = new ArrayList<>();

        @Override
        public void ended(double day, boolean death, boolean dropout) {
            ends.add("%s death %s dropout %s".formatted(day, death, dropout));
        }
    }
}
