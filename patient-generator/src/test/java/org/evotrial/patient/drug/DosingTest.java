package org.evotrial.patient.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.FixedStreams;
import org.evotrial.spi.PatientStreams;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DosingTest {
    private static final int NOTHING = 0;
    private static final int DRUG = 1;

    private static Dosing cycles(double days, double on, @Nullable Integer most) {
        return new Dosing(days, on, List.of(), List.of(), null, most, null, null);
    }

    private static DosingCourse course(Drug... drugs) {
        DrugEffects effects = Drug.effects(drugs);
        DosingCourse course = new DosingCourse(effects, new PatientDrugs(effects.drugs()));
        course.begin(new FixedStreams(1, 1));
        return course;
    }

    /** Lives until a day; the changes of the first drug's dose, as day and dose. */
    private static List<double[]> live(DosingCourse course, double until) {
        List<double[]> changes = new ArrayList<>();
        double before = course.doses()[0];
        while (course.nextChange() <= until) {
            double day = course.nextChange();
            course.change();
            if (course.doses()[0] != before) {
                before = course.doses()[0];
                changes.add(new double[] {day, before});
            }
        }
        return changes;
    }

    @ParameterizedTest
    @CsvSource({"7, 4", "21, 1", "28, 21", "3.1, .7", ".1, .03"})
    void theTimeAverageOfAnIntermittentScheduleIsItsShareOfDays(double cycle, double on) {
        DosingCourse course = course(Drug.killing(.1).dosed(cycles(cycle, on, null)));
        course.take(DRUG, 13.7);
        double days = 500 * cycle;

        List<double[]> changes = live(course, 13.7 + days);

        assertThat(course.cumulativeDose(0, 13.7 + days)).isCloseTo(500 * on, within(1e-6 * days));
        assertThat(course.plannedDose(0, 13.7 + days)).isCloseTo(500 * on, within(1e-6 * days));
        assertThat(changes).hasSize(1000);
        assertThat(changes.get(0)).containsExactly(13.7 + on, 0);
        assertThat(changes.get(1)).containsExactly(13.7 + cycle, 1);
    }

    @Test
    void withoutDosingNothingChangesUntilTheRegimenDoes() {
        DosingCourse course = course(Drug.killing(.1));
        assertThat(course.doses()).containsExactly(0);
        course.take(DRUG, 3);
        assertThat(course.doses()).containsExactly(1);
        assertThat(course.nextChange()).isInfinite();
        course.take(NOTHING, 10);
        assertThat(course.doses()).containsExactly(0);
        assertThat(course.cumulativeDose(0, 50)).isEqualTo(7);
    }

    @Test
    void aTitratedDoseRisesByItsStepsAndPausesOnHolidays() {
        Dosing dosing = new Dosing(
                null,
                null,
                List.of(new Dosing.Step(0, .25), new Dosing.Step(14, .5), new Dosing.Step(28, 1)),
                List.of(new Dosing.Holiday(20, 30), new Dosing.Holiday(100, 101)),
                200.0,
                null,
                null,
                null);
        DosingCourse course = course(Drug.killing(.1).dosed(dosing));
        course.take(DRUG, 0);

        assertThat(course.doses()).containsExactly(.25);
        assertThat(live(course, 1000))
                .containsExactly(
                        new double[] {14, .5},
                        new double[] {20, 0},
                        new double[] {30, 1},
                        new double[] {100, 0},
                        new double[] {101, 1},
                        new double[] {200, 0});
    }

    @Test
    void aCourseHasItsNumberOfCyclesAndStartsAnewWithTheNextOne() {
        DosingCourse course = course(Drug.killing(.1).dosed(cycles(21, 2, 4)));
        course.take(DRUG, 0);
        assertThat(live(course, 300)).hasSize(7);
        assertThat(course.cumulativeDose(0, 300)).isEqualTo(8);

        course.take(NOTHING, 300);
        course.take(DRUG, 400);
        assertThat(course.doses()).containsExactly(1);
        live(course, 1000);
        assertThat(course.cumulativeDose(0, 1000)).isEqualTo(16);
    }

    @Test
    void aDrugThatStaysInTheRegimenKeepsItsDays() {
        Drug cycled = Drug.killing(.1).dosed(cycles(21, 7, null));
        DosingCourse course = course(cycled, Drug.killing(.1));
        course.take(1, 0);
        course.take(3, 5); // both drugs
        assertThat(course.nextChange()).isEqualTo(7);
    }

    @Test
    void anotherPatientStartsFromNothing() {
        Adherence adherence = new Adherence(.7, .2, 28.0, 1, null);
        Dosing dosing = new Dosing(21.0, 7.0, List.of(), List.of(), null, null, adherence, null);
        DrugEffects effects = Drug.effects(Drug.killing(.1).dosed(dosing), Drug.killing(.1));
        DosingCourse fresh = new DosingCourse(effects, new PatientDrugs(2));
        DosingCourse used = new DosingCourse(effects, new PatientDrugs(2));
        used.begin(new FixedStreams(1, 1));
        used.take(3, 0);
        assertThat(used.regimen()).isEqualTo(3);
        live(used, 50);
        used.begin(new FixedStreams(1, 2));
        fresh.begin(new FixedStreams(1, 2));
        assertThat(used.regimen()).isEqualTo(NOTHING);
        assertThat(used.doses()).containsExactly(0, 0);
        assertThat(used.cumulativeDose(0, 10)).isZero();
        assertThat(used.plannedDose(1, 10)).isZero();
        assertThat(used.nextChange()).isEqualTo(fresh.nextChange());
        used.take(2, 5);
        fresh.take(2, 5);
        assertThat(live(used, 100)).isEmpty();
        live(fresh, 100);
        assertThat(used.nextChange()).isEqualTo(fresh.nextChange());
        used.take(DRUG, 110);
        fresh.take(DRUG, 110);
        assertThat(live(used, 300)).containsExactlyElementsOf(live(fresh, 300));
        used.take(NOTHING, 300);
        live(used, 1000);
        assertThat(used.doses()).containsExactly(0, 0);
        assertThat(used.plannedDose(0, 1000)).isEqualTo(fresh.plannedDose(0, 300));
    }

    @Test
    void aDrugThatWasStoppedHasNoDaysToCome() {
        DosingCourse course = course(Drug.killing(.1).dosed(cycles(21, 7, null)));
        course.take(DRUG, 0);
        course.take(NOTHING, 3);
        assertThat(course.nextChange()).isInfinite();
        assertThat(course.toxicNow()).isFalse();
    }

    @Test
    void adherenceHasTheMeanAndStandardDeviationAcrossPatients() {
        Adherence adherence = new Adherence(.8, .15, null, 1, null);
        DosingCourse course = course(dosed(adherence));
        int n = 40_000;
        double sum = 0;
        double squares = 0;
        for (int patient = 0; patient < n; patient++) {
            course.begin(new FixedStreams(5, patient));
            course.take(DRUG, 0);
            double share = course.doses()[0];
            sum += share;
            squares += (share - .8) * (share - .8);
            assertThat(course.nextChange()).isInfinite();
        }
        // alpha 1e-6 is 4.9 standard errors: .15/200 = .00075 of the mean; a shift of .006 is seen with power .999
        assertThat(sum / n).isBetween(.8 - .0037, .8 + .0037);
        // the variance of a beta variable's square deviation is below (1/4)^2/4: with kurtosis < 5 its error is below 2
        // x .0225/200
        assertThat(squares / n).isBetween(.0225 - .0011, .0225 + .0011);
    }

    @Test
    void dosesTakenInPeriodsAreBinomial() {
        Adherence adherence = new Adherence(.9, 0, 10.0, 2, null);
        DosingCourse course = course(dosed(adherence));
        course.take(DRUG, 0);
        int periods = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < periods; i++) {
            double share = course.doses()[0];
            assertThat(share * 20).isCloseTo(Math.rint(share * 20), within(1e-12));
            sum += share;
            squares += (share - .9) * (share - .9);
            assertThat(course.nextChange()).isCloseTo(10.0 * (i + 1), within(1e-6));
            course.change();
        }
        // binomial of 20: variance .9 x .1 / 20 = .0045; 4.9 standard errors of mean and variance (kurtosis 3.2)
        assertThat(sum / periods).isBetween(.9 - .0024, .9 + .0024);
        assertThat(squares / periods).isBetween(.0045 - .00024, .0045 + .00024);
    }

    @Test
    void aPatientMissesTheSameDosesUnderEveryDesign() {
        Adherence adherence = new Adherence(.7, .2, 28.0, 1, null);
        DosingCourse course = course(dosed(adherence), Drug.killing(.1));
        course.take(DRUG, 0);
        live(course, 100);
        double inFourthPeriod = course.doses()[0];

        course.begin(new FixedStreams(1, 1));
        course.take(2, 0);
        live(course, 90);
        course.take(DRUG, 90);
        assertThat(course.doses()[0]).isEqualTo(inFourthPeriod);
    }

    @Test
    void nothingIsDrawnWithoutNeed() {
        DrugEffects effects = Drug.effects(Drug.killing(.1).dosed(cycles(21, 7, null)));
        DosingCourse course = new DosingCourse(effects, new PatientDrugs(1));
        course.begin(new PatientStreams() {
            @Override
            public UniformRandomProvider baseline() {
                throw new IllegalStateException();
            }

            @Override
            public UniformRandomProvider traits() {
                throw new IllegalStateException();
            }

            @Override
            public UniformRandomProvider biology() {
                throw new IllegalStateException();
            }

            @Override
            public UniformRandomProvider assay(int assay) {
                throw new IllegalStateException();
            }
        });
        course.take(DRUG, 0);
        assertThat(course.doses()).containsExactly(1);
    }

    @Test
    void impossibleDosingIsRefused() {
        assertThatThrownBy(() -> cycles(7, 8, null))
                .hasMessageContaining("daysOn at most cycleDays (7.0) but found 8.0");
        assertThatThrownBy(() -> new Dosing(null, null, List.of(), List.of(), null, 4, null, null))
                .hasMessageContaining("maximumCycles only with cycleDays");
        assertThatThrownBy(() -> new Dosing(
                        null,
                        null,
                        List.of(new Dosing.Step(5, 1), new Dosing.Step(2, 1)),
                        List.of(),
                        null,
                        null,
                        null,
                        null))
                .hasMessageContaining("2.0 after 5.0");
        assertThatThrownBy(() ->
                        new Dosing(null, null, List.of(), List.of(new Dosing.Holiday(5, 2)), null, null, null, null))
                .hasMessageContaining("fromDay < toDay");
        assertThatThrownBy(() -> new Adherence(.9, .3, null, 1, null)).hasMessageContaining("found 0.3");
    }

    private static Drug dosed(Adherence adherence) {
        return Drug.killing(.1).dosed(new Dosing(null, null, List.of(), List.of(), null, null, adherence, null));
    }
}
