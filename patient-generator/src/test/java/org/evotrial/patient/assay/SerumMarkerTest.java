package org.evotrial.patient.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.assay.SerumMarker.MarkerProgression;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Measurement;
import org.junit.jupiter.api.Test;

/** The solution of dP/dt = sum of pi n - sigma P for exponential n, and the rules of PCWG3. */
class SerumMarkerTest {
    private static final double HALF_LIFE = 2.2;
    private static final double SIGMA = Math.log(2) / HALF_LIFE;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 11, 0, 0});
    private final FixedDisease disease = new FixedDisease(1);
    private final Measurement result = new Measurement(3);

    private static SerumMarker marker(double cv, Map<String, Double> mechanismFactors, MarkerProgression progression) {
        return new SerumMarker(
                4, 0, mechanismFactors, Map.of(), HALF_LIFE, .1, cv, .05, 10.0, .5, progression, 0, 1, "ng/mL", null);
    }

    private static SerumMarker exact() {
        return marker(0, Map.of(), new MarkerProgression(.25, 2, true, 84));
    }

    private AssaySampler sampler(SerumMarker marker) {
        return marker.compile(disease, "/assays/marker").newSampler(disease);
    }

    private double level(AssaySampler sampler, TumourView tumour) {
        sampler.sample(tumour, random, result);
        return result.value(0);
    }

    private static FixedTumour tumour(double sensitive, double resistant) {
        return new FixedTumour().lesion(FixedDisease.LUNG, new double[][] {{sensitive}, {resistant}});
    }

    /** The level of exponential populations n e^(rho t), each with its production, that began at level p0. */
    private static double solution(double p0, double t, double[] cells, double[] rates, double[] production) {
        double p = p0 * Math.exp(-SIGMA * t);
        for (int i = 0; i < cells.length; i++) {
            double rate = rates[i] + SIGMA;
            p += production[i] * cells[i] * (Math.exp(rates[i] * t) - Math.exp(-SIGMA * t)) / rate;
        }
        return p;
    }

    @Test
    void theLevelAtBaselineHasFollowedTheUntreatedGrowth() {
        // pi n / (sigma + r) with b - d = .01
        double expected = .1 + 4 * SIGMA / (SIGMA + .01);
        FixedTumour tumour = tumour(1e9, 0);
        AssaySampler sampler = sampler(exact());
        sampler.start(tumour);
        assertThat(level(sampler, tumour)).isCloseTo(expected, within(1e-12));
        assertThat(result.positive(0)).isFalse();
    }

    @Test
    void theLevelSolvesItsEquationOverStepsOfAnyLengthAndBetweenThem() {
        double[] cells = {3e9, 2e8};
        double[] rates = {-.03, .02};
        double pi = 4 * SIGMA / 1e9;
        FixedTumour tumour = tumour(cells[0], cells[1]);
        AssaySampler sampler = sampler(marker(0, Map.of("resistance", .25), exact().progression()));
        sampler.start(tumour);
        double start = level(sampler, tumour) - .1;
        double[] days = {1, 7, 7.5, 28, 31, 59};
        for (double day : days) {
            tumour.day = day;
            tumour.of(0)[0][0] = cells[0] * Math.exp(rates[0] * day);
            tumour.of(0)[1][0] = cells[1] * Math.exp(rates[1] * day);
            double expected = .1 + solution(start, day, cells, rates, new double[] {pi, .25 * pi});
            assertThat(level(sampler, tumour)).isCloseTo(expected, within(1e-11 * expected));
            assertThat(level(sampler, tumour)).isCloseTo(expected, within(1e-11 * expected));
            if (day != 7.5) {
                sampler.follow(tumour);
            }
        }
    }

    @Test
    void aPopulationThatDiesOutLeavesTheLevelToDecay() {
        FixedTumour tumour = tumour(1e9, 0);
        AssaySampler sampler = sampler(exact());
        sampler.start(tumour);
        tumour.of(0)[0][0] = 0;
        tumour.day = 1e-6;
        sampler.follow(tumour);
        tumour.day = HALF_LIFE;
        double first = level(sampler, tumour) - .1;
        tumour.day = 2 * HALF_LIFE;
        assertThat(level(sampler, tumour) - .1).isCloseTo(first / 2, within(1e-6));
        tumour.day = 100;
        assertThat(level(sampler, tumour)).isCloseTo(.1, within(1e-9));
    }

    @Test
    void aLinearFallFromTenToNothingHasItsIntegral() {
        // midpoint rule with 100,000 points of pi n(s) e^(-sigma (T - s)) over T = 5 days
        FixedTumour tumour = tumour(1e9, 0);
        AssaySampler sampler = sampler(exact());
        sampler.start(tumour);
        double start = level(sampler, tumour) - .1;
        tumour.day = 5;
        tumour.of(0)[0][0] = 0;
        double integral = 0;
        for (int i = 0; i < 100_000; i++) {
            double s = 5 * (i + .5) / 100_000;
            integral += 5e-5 * 4 * SIGMA * (1 - s / 5) * Math.exp(-SIGMA * (5 - s));
        }
        assertThat(level(sampler, tumour)).isCloseTo(.1 + start * Math.exp(-5 * SIGMA) + integral, within(1e-9));
    }

    @Test
    void everyPopulationOfEveryLesionSecretesByItsGenotypeAndPhenotype() {
        // two lesions; resistant cells produce .25, tolerant ones .6 of the first kind; each grows or shrinks by itself
        double[][][] cells = {{{3e9, 1e8}, {2e8, 4e7}}, {{1e9, 5e8}, {7e8, 0}}};
        double[][][] rates = {{{-.03, .01}, {.02, -.2}}, {{-.1, .03}, {.01, 0}}};
        double[][] production = {{1, .6}, {.25, .15}};
        SerumMarker marker = new SerumMarker(
                4,
                0,
                Map.of("resistance", .25),
                Map.of("tolerant", .6),
                HALF_LIFE,
                .1,
                0,
                .05,
                null,
                .5,
                exact().progression(),
                0,
                1,
                "ng/mL",
                null);
        FixedDisease twoPhenotypes = new FixedDisease(2);
        AssaySampler sampler = marker.compile(twoPhenotypes, "/assays/marker").newSampler(twoPhenotypes);
        assertThat(sampler.followsTumour()).isTrue();
        for (int patient = 0; patient < 2; patient++) {
            FixedTumour tumour = new FixedTumour();
            double start = 0;
            for (int lesion = 0; lesion < 2; lesion++) {
                tumour.lesion(FixedDisease.LIVER, new double[][] {cells[lesion][0].clone(), cells[lesion][1].clone()});
                for (int type = 0; type < 4; type++) {
                    // b - d = .01 at baseline
                    start += 4e-9
                            * SIGMA
                            * production[type / 2][type % 2]
                            * cells[lesion][type / 2][type % 2]
                            / (SIGMA + .01);
                }
            }
            sampler.start(tumour);
            assertThat(level(sampler, tumour)).isCloseTo(.1 + start, within(1e-11));
            for (double day : new double[] {2, 9, 30}) {
                double expected = .1 + start * Math.exp(-SIGMA * day);
                for (int e = 0; e < 8; e++) {
                    int l = e / 4;
                    int g = e / 2 % 2;
                    int p = e % 2;
                    double n = cells[l][g][p];
                    double rate = rates[l][g][p];
                    tumour.of(l)[g][p] = n * Math.exp(rate * day);
                    expected += solution(
                            0, day, new double[] {n}, new double[] {rate}, new double[] {4e-9 * SIGMA * production[g][p]
                            });
                }
                tumour.day = day;
                assertThat(level(sampler, tumour)).isCloseTo(expected, within(1e-11 * expected));
                sampler.follow(tumour);
            }
        }
    }

    @Test
    void anotherPatientsPopulationsAreForgotten() {
        AssaySampler used = sampler(exact());
        FixedTumour before = tumour(1e9, 5e8);
        used.start(before);
        for (double day : new double[] {1, 2, 3}) {
            before.day = day;
            used.follow(before);
        }
        AssaySampler fresh = sampler(exact());
        FixedTumour tumour = tumour(1e9, 0);
        tumour.passesOverEmptyGenotypes = true;
        used.start(tumour);
        fresh.start(tumour);
        for (double day : new double[] {1, 2, 3, 4}) {
            tumour.day = day;
            tumour.of(0)[1][0] = day < 2 ? 0 : 1e8 * day;
            assertThat(level(used, tumour)).isEqualTo(level(fresh, tumour));
            used.follow(tumour);
            fresh.follow(tumour);
        }
    }

    @Test
    void aTumourThatShrankFastBeforeBaselineLeavesAtMostTwiceWhatItMaintains() {
        FixedTumour tumour = tumour(1e9, 0);
        tumour.death = 3;
        AssaySampler sampler = sampler(exact());
        sampler.start(tumour);
        assertThat(level(sampler, tumour)).isCloseTo(8.1, within(1e-12));
    }

    @Test
    void measurementsVaryByTheirCoefficientAroundTheLevel() {
        FixedTumour tumour = tumour(1e9, 0);
        AssaySampler sampler = sampler(marker(.2, Map.of(), exact().progression()));
        sampler.start(tumour);
        double truth = .1 + 4 * SIGMA / (SIGMA + .01);
        double sum = 0;
        double squares = 0;
        int draws = 50_000;
        for (int i = 0; i < draws; i++) {
            double relative = level(sampler, tumour) / truth - 1;
            sum += relative;
            squares += relative * relative;
        }
        GoodnessOfFit.assertMean(sum / draws, .2, draws, 0);
        // log-normal of cv .2: kurtosis w^4 + 2 w^3 + 3 w^2 - 3 = 3.664 with w = 1.04
        GoodnessOfFit.assertMean(squares / draws / .04, Math.sqrt(2.664), draws, 1);
    }

    @Test
    void levelsBelowTheLimitAreReportedAsTheLimit() {
        SerumMarker sensitive = new SerumMarker(
                4, 0, Map.of(), Map.of(), HALF_LIFE, 0, 0, .05, null, .5, exact().progression(), 0, 1, "ng/mL", null);
        AssaySampler sampler = sampler(sensitive);
        FixedTumour tumour = tumour(1e3, 0);
        sampler.start(tumour);
        assertThat(level(sampler, tumour)).isEqualTo(.05);
    }

    @Test
    void responseIsHalfOfTheFirstAndProgressionAConfirmedRiseOverTheSmallest() {
        AssaySampler sampler = sampler(exact());
        // a tumour in a steady state, so that the level follows its cells; 4 per 1e9 cells
        FixedTumour tumour = tumour(5e9, 0);
        tumour.death = tumour.birth;
        sampler.start(tumour);
        level(sampler, tumour);
        double[][] course = {{28, 2e9}, {56, 4e9}, {84, 4e9}, {112, 1e9}, {140, 4e9}, {168, 4e9}};
        boolean[] response = {true, false, false, true, false, false};
        // rises before day 84 are ignored; that of day 84 is not confirmed by 112, that of 140 is by 168
        boolean[] progression = {false, false, false, false, false, true};
        for (int i = 0; i < course.length; i++) {
            tumour.of(0)[0][0] = course[i][1];
            tumour.day = course[i][0] - 27;
            sampler.follow(tumour);
            tumour.day = course[i][0];
            sampler.sample(tumour, random, result);
            assertThat(result.positive(1)).as("response on day %s", tumour.day).isEqualTo(response[i]);
            assertThat(result.positive(2))
                    .as("progression on day %s", tumour.day)
                    .isEqualTo(progression[i]);
        }
        assertThat(result.value(2)).isCloseTo(16.1 / 4.1, within(.01));
        assertThat(result.positive(0)).isTrue();
    }

    /** Calls of a tumour in a steady state of 10 and then of so many units of the marker. */
    private boolean progresses(double rise, double absoluteRise, double level) {
        SerumMarker rule = new SerumMarker(
                4,
                0,
                Map.of(),
                Map.of(),
                HALF_LIFE,
                0,
                0,
                0,
                12.0,
                .5,
                new MarkerProgression(rise, absoluteRise, false, 84),
                0,
                1,
                "ng/mL",
                null);
        FixedTumour tumour = tumour(2.5e9, 0);
        tumour.death = tumour.birth;
        AssaySampler sampler = sampler(rule);
        sampler.start(tumour);
        assertThat(level(sampler, tumour)).isCloseTo(10, within(1e-9));
        tumour.of(0)[0][0] = level / 4e-9;
        tumour.day = 1;
        sampler.follow(tumour);
        tumour.day = 85;
        assertThat(level(sampler, tumour)).isCloseTo(level, within(1e-9));
        assertThat(result.positive(0)).isEqualTo(level > 12);
        assertThat(result.value(2)).isCloseTo(level / 10, within(1e-9));
        return result.positive(2);
    }

    @Test
    void aRiseMustBeLargeBothRelativelyAndAbsolutely() {
        assertThat(progresses(.25, 0, 12.49)).isFalse();
        assertThat(progresses(.25, 0, 12.51)).isTrue();
        assertThat(progresses(0, 2, 11.99)).isFalse();
        assertThat(progresses(0, 2, 12.01)).isTrue();
        assertThat(progresses(.25, 2, 12.1)).isFalse();
        assertThat(progresses(.05, 2, 11)).isFalse();
    }

    @Test
    void aShareOfSamplesFailsAndHasNoValue() {
        SerumMarker failing = new SerumMarker(
                4, 0, Map.of(), Map.of(), HALF_LIFE, 0, 0, 0, null, .5, exact().progression(), .2, 1, "ng/mL", null);
        assertThat(failing.channels()).containsExactly("level", "baseline-ratio", "nadir-ratio");
        FixedTumour tumour = tumour(1e9, 0);
        AssaySampler sampler = sampler(failing);
        sampler.start(tumour);
        int draws = 20_000;
        long failed = 0;
        for (int i = 0; i < draws; i++) {
            sampler.sample(tumour, random, result);
            failed += result.evaluable() ? 0 : 1;
            assertThat(Double.isNaN(result.value(0))).isNotEqualTo(result.evaluable());
        }
        GoodnessOfFit.assertShare(failed, draws, .2);
    }

    @Test
    void productionVariesBetweenPatientsAndIsFoundAtTheFirstMeasurement() {
        SerumMarker varying = new SerumMarker(
                4, .5, Map.of(), Map.of(), HALF_LIFE, 0, 0, 0, null, .5, exact().progression(), 0, 1, "ng/mL", null);
        AssaySampler sampler = sampler(varying);
        FixedTumour tumour = tumour(1e9, 0);
        double truth = 4 * SIGMA / (SIGMA + .01);
        double sum = 0;
        double squares = 0;
        int patients = 20_000;
        for (int i = 0; i < patients; i++) {
            sampler.start(tumour);
            double log = Math.log(level(sampler, tumour) / truth);
            assertThat(level(sampler, tumour)).isEqualTo(truth * Math.exp(log), within(1e-9));
            sum += log;
            squares += log * log;
        }
        GoodnessOfFit.assertMean(sum / patients, .5, patients, 0);
        GoodnessOfFit.assertMean(squares / patients / .25, Math.sqrt(2), patients, 1);
    }

    @Test
    void unknownNamesAreRejectedWithTheirPlace() {
        assertThatThrownBy(() -> sampler(marker(0, Map.of("KRAS", 1.0), exact().progression())))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/assays/marker/mechanismFactors/KRAS"));
        assertThatThrownBy(() -> sampler(marker(0, Map.of("resistance", -1.0), exact().progression())))
                .hasMessageContaining("-1.0");
        SerumMarker byPhenotype = new SerumMarker(
                4,
                0,
                Map.of(),
                Map.of("asleep", 1.0),
                HALF_LIFE,
                0,
                0,
                0,
                null,
                .5,
                exact().progression(),
                0,
                1,
                "ng/mL",
                null);
        assertThatThrownBy(() -> sampler(byPhenotype)).hasMessageContaining("this disease has none");
        assertThatThrownBy(() -> byPhenotype.compile(new FixedDisease(2), "/assays/marker"))
                .hasMessageContaining("expected one of sensitive, tolerant");
        assertThatThrownBy(() -> sampler(marker(0, Map.of("resistance", 1 / 0.0), exact().progression())))
                .hasMessageContaining("Infinity");
    }

    @Test
    void itsLevelHasAUnitAndItsRatiosHaveNone() {
        assertThat(exact().units()).containsExactly("ng/mL", "", "");
    }
}
