package org.evotrial.patient.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.evotrial.patient.FixedStreams;
import org.evotrial.spi.ConfigurationException;
import org.junit.jupiter.api.Test;

/** Toxic events against the closed forms of Poisson processes. Bands are 4.9 standard errors (alpha 1e-6). */
class ToxicityTest {
    private static final int DRUG = 1;
    private static final int PATIENTS = 20_000;
    private static final double SIGMAS = 4.9;

    private static Toxicity hazard(double perDay) {
        return new Toxicity(perDay, null, 28, 1, List.of(), 1, 0, 0, 0, Map.of(), null);
    }

    private static Toxicity managed(
            List<Double> levels, double reduction, double interruption, double discontinuation, double death) {
        return new Toxicity(.02, null, 28, 1, levels, reduction, interruption, discontinuation, death, Map.of(), null);
    }

    private static DosingCourse course(PatientDrugs patient, Drug... drugs) {
        return new DosingCourse(Drug.effects(drugs), patient);
    }

    private static void live(DosingCourse course, double until) {
        while (course.nextChange() <= until && !course.died()) {
            course.change();
        }
    }

    /** Mean number of events by a day, and the share of patients without any. */
    private static double[] events(DosingCourse course, int regimen, double day, long seed) {
        double events = 0;
        double none = 0;
        for (int patient = 0; patient < PATIENTS; patient++) {
            course.begin(new FixedStreams(seed, patient));
            course.take(regimen, 0);
            live(course, day);
            events += course.toxicEvents();
            none += course.toxicEvents() == 0 ? 1 : 0;
        }
        return new double[] {events / PATIENTS, none / PATIENTS};
    }

    /** As {@link #events}, for a treatment that starts on day 40 of a course on which another patient was before. */
    private static double[] eventsFromDayForty(DosingCourse course, double days, long seed) {
        double events = 0;
        double none = 0;
        for (int patient = 0; patient < PATIENTS; patient++) {
            course.begin(new FixedStreams(seed, patient));
            live(course, 40);
            course.take(DRUG, 40);
            live(course, 40 + days);
            events += course.toxicEvents();
            none += course.toxicEvents() == 0 ? 1 : 0;
        }
        return new double[] {events / PATIENTS, none / PATIENTS};
    }

    private static void assertPoisson(double[] events, double mean) {
        double none = Math.exp(-mean);
        assertThat(events[0]).isCloseTo(mean, within(SIGMAS * Math.sqrt(mean / PATIENTS)));
        assertThat(events[1]).isCloseTo(none, within(SIGMAS * Math.sqrt(none * (1 - none) / PATIENTS)));
    }

    @Test
    void eventsAreAPoissonProcess() {
        DosingCourse course = course(new PatientDrugs(1), Drug.killing(.1).toxic(hazard(.004)));

        assertPoisson(events(course, DRUG, 365, 1), .004 * 365);
        assertThat(events(course, 0, 365, 1)[0]).isZero();
    }

    @Test
    void theFirstEventIsExponential() {
        DosingCourse course = course(new PatientDrugs(1), Drug.killing(.1).toxic(hazard(.01)));
        double sum = 0;
        for (int patient = 0; patient < PATIENTS; patient++) {
            course.begin(new FixedStreams(2, patient));
            course.take(DRUG, 0);
            double day = 0;
            while (course.toxicEvents() == 0) {
                day = course.nextChange();
                course.change();
            }
            sum += day;
        }
        // mean and standard deviation 100 days
        assertThat(sum / PATIENTS).isCloseTo(100, within(SIGMAS * 100 / Math.sqrt(PATIENTS)));
    }

    @Test
    void theEarlyHazardHoldsForItsDaysFromTheFirstDose() {
        Toxicity early = new Toxicity(.001, .02, 21, 1, List.of(), 1, 0, 0, 0, Map.of(), null);
        DosingCourse course = course(new PatientDrugs(1), Drug.killing(.1).toxic(early));

        assertPoisson(events(course, DRUG, 100, 3), .02 * 21 + .001 * 79);
        assertPoisson(eventsFromDayForty(course, 100, 12), .02 * 21 + .001 * 79);
    }

    @Test
    void theHazardIsAPowerOfDoseTimesExposureAndMultipliesWithPartners() {
        PatientDrugs patient = new PatientDrugs(2);
        patient.set(0, Math.log(1.5), 1);
        Dosing half = new Dosing(null, null, List.of(new Dosing.Step(0, .5)), List.of(), null, null, null, null);
        Toxicity toxicity = new Toxicity(.01, null, 28, 2, List.of(), 1, 0, 0, 0, Map.of("b", 3.0), null);
        DosingCourse course = course(patient, Drug.killing(.1).toxic(toxicity).dosed(half), Drug.killing(.1));

        assertPoisson(events(course, DRUG, 200, 4), .01 * .75 * .75 * 200);
        assertPoisson(events(course, 3, 200, 5), 3 * .01 * .75 * .75 * 200);
    }

    @Test
    void toxicDaysAreOnlyThoseOnTheDrug() {
        Dosing cycles = new Dosing(28.0, 7.0, List.of(), List.of(), null, null, null, null);
        DosingCourse course =
                course(new PatientDrugs(1), Drug.killing(.1).toxic(hazard(.03)).dosed(cycles));

        assertPoisson(events(course, DRUG, 280, 6), .03 * 70);
    }

    @Test
    void aHazardThatDoesNotDependOnTheDoseIsThereOnlyOnTheDrug() {
        Dosing cycles = new Dosing(28.0, 7.0, List.of(), List.of(), null, null, null, null);
        Toxicity constant = new Toxicity(.03, null, 28, 0, List.of(), 1, 0, 0, 0, Map.of(), null);
        DosingCourse course =
                course(new PatientDrugs(1), Drug.killing(.1).toxic(constant).dosed(cycles));

        assertPoisson(events(course, DRUG, 280, 13), .03 * 70);
    }

    @Test
    void reductionsGoDownTheLevelsAndEndInDiscontinuation() {
        DosingCourse course =
                course(new PatientDrugs(1), Drug.killing(.1).toxic(managed(List.of(.75, .5), 1, 0, 0, 0)));
        course.begin(new FixedStreams(7, 1));
        course.take(DRUG, 0);
        double[] expected = {1, .75, .5, 0};
        for (int event = 0; event < 3; event++) {
            assertThat(course.doses()[0]).isEqualTo(expected[event]);
            assertThat(course.discontinued(0)).isFalse();
            assertThat(course.doseLevel(0)).isEqualTo(expected[event]);
            while (course.toxicEvents() == event) {
                course.change();
            }
        }
        assertThat(course.doses()[0]).isZero();
        assertThat(course.discontinued(0)).isTrue();
        assertThat(course.doseLevel(0)).as("the last level").isEqualTo(.5);
        assertThat(course.plannedDose(0, 1e6)).as("no longer planned").isEqualTo(course.plannedDose(0, 1e5));
        live(course, 1e6);
        assertThat(course.toxicEvents()).isEqualTo(3);
        course.take(0, 1e6);
        course.take(DRUG, 1e6 + 1);
        assertThat(course.doses()[0]).as("not given again").isZero();
    }

    @Test
    void theThreeStepsToDiscontinuationTakeTheSumOfTheirMeanTimes() {
        DosingCourse course =
                course(new PatientDrugs(1), Drug.killing(.1).toxic(managed(List.of(.75, .5), 1, 0, 0, 0)));
        double sum = 0;
        for (int patient = 0; patient < PATIENTS; patient++) {
            course.begin(new FixedStreams(8, patient));
            course.take(DRUG, 0);
            double day = 0;
            while (!course.discontinued(0)) {
                day = course.nextChange();
                course.change();
            }
            sum += day;
        }
        // exponential times of mean 50, 50/.75 and 50/.5
        double mean = 50 * (1 + 1 / .75 + 2);
        double sd = 50 * Math.sqrt(1 + 1 / (.75 * .75) + 4);
        assertThat(sum / PATIENTS).isCloseTo(mean, within(SIGMAS * sd / Math.sqrt(PATIENTS)));
    }

    @Test
    void interruptionsTakeTheirDaysOutOfTheDose() {
        DosingCourse course = course(new PatientDrugs(1), Drug.killing(.1).toxic(managed(List.of(), 1, 14, 0, 0)));
        double taken = 0;
        double events = 0;
        double days = 2000;
        int patients = 2000;
        for (int patient = 0; patient < patients; patient++) {
            course.begin(new FixedStreams(9, patient));
            course.take(DRUG, 0);
            live(course, days);
            taken += course.cumulativeDose(0, days);
            events += course.toxicEvents();
            assertThat(course.plannedDose(0, days)).isCloseTo(days, within(1e-6));
        }
        // delayed renewal with X1 exponential of mean 50 and later X = 14 + X1: m(t) = (t - E X1) / E X + E X^2 / (2 (E
        // X)^2),
        // variance t Var X / (E X)^3 (Cox 1962); events are .02 times the days on the drug in the mean
        double expected = (days - 50) / 64 + (2500 + 64 * 64) / (2.0 * 64 * 64);
        double error = SIGMAS * Math.sqrt(days * 2500 / (64.0 * 64 * 64) / patients);
        assertThat(events / patients).isCloseTo(expected, within(error));
        assertThat(taken / patients).isCloseTo(expected * 50, within(14 * error));
    }

    @Test
    void deathAndDiscontinuationHaveTheirProbabilitiesPerEvent() {
        DosingCourse course = course(new PatientDrugs(1), Drug.killing(.1).toxic(managed(List.of(), 1, 0, .25, .1)));
        double died = 0;
        double discontinued = 0;
        for (int patient = 0; patient < PATIENTS; patient++) {
            course.begin(new FixedStreams(10, patient));
            course.take(DRUG, 0);
            while (course.toxicEvents() == 0) {
                course.change();
            }
            died += course.died() ? 1 : 0;
            discontinued += course.discontinued(0) ? 1 : 0;
        }
        assertThat(died / PATIENTS).isCloseTo(.1, within(SIGMAS * Math.sqrt(.09 / PATIENTS)));
        // of those who survive the event
        assertThat(discontinued / PATIENTS).isCloseTo(.225, within(SIGMAS * Math.sqrt(.225 * .775 / PATIENTS)));
    }

    @Test
    void aPatientHasTheSameEventsUnderEveryDesignInTheTimeOnTheDrug() {
        DosingCourse course = course(new PatientDrugs(1), Drug.killing(.1).toxic(hazard(.01)));
        double first = firstEvent(course, 0);

        assertThat(firstEvent(course, 40) - 40).isCloseTo(first, within(1e-9));
    }

    private static double firstEvent(DosingCourse course, double start) {
        course.begin(new FixedStreams(11, 3));
        course.take(DRUG, start);
        double day = start;
        while (course.toxicEvents() == 0) {
            assertThat(course.toxicNow()).isFalse();
            day = course.nextChange();
            course.change();
        }
        assertThat(course.toxicNow()).isTrue();
        return day;
    }

    @Test
    void aPatientHasTheSameEventsWhoeverCameBefore() {
        DosingCourse course = course(new PatientDrugs(1), Drug.killing(.1).toxic(hazard(.01)));
        double[] first = fiveEvents(course);
        course.begin(new FixedStreams(11, 4));
        course.take(DRUG, 0);
        live(course, 3000);
        assertThat(course.toxicEvents()).isPositive();
        assertThat(fiveEvents(course)).containsExactly(first);
    }

    private static double[] fiveEvents(DosingCourse course) {
        course.begin(new FixedStreams(11, 3));
        course.take(DRUG, 0);
        double[] days = new double[5];
        while (course.toxicEvents() < 5) {
            days[course.toxicEvents()] = course.nextChange();
            course.change();
        }
        return days;
    }

    @Test
    void mistakesAreRefused() {
        assertThatThrownBy(() -> managed(List.of(.5, .75), 1, 0, 0, 0)).hasMessageContaining("decreasing reducedDoses");
        for (String name : List.of("z", "a")) {
            assertThatThrownBy(() -> Drug.effects(Drug.killing(.1)
                            .toxic(new Toxicity(.01, null, 28, 1, List.of(), 1, 0, 0, 0, Map.of(name, 2.0), null))))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("found " + name);
        }
        assertThat(Drug.effects(Drug.killing(.1).toxic(hazard(.01))).toxic()).isTrue();
    }
}
