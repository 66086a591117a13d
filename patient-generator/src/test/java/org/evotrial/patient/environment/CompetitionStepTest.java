package org.evotrial.patient.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.GrowthLaw;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.spi.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Competition against closed forms, and against the same equations integrated in steps of a hundredth of a day. */
class CompetitionStepTest {
    private static final double CAPACITY = 1e10;

    private static CompetitionStep logistic() {
        return new CompetitionStep(Competition.logistic(1), 1, 0).begin(CAPACITY, 1e9, 0);
    }

    /** N(t) = M / (1 + (M/N0 - 1) e^(-(b-d)t)) with M = K (1 - d/b). */
    @ParameterizedTest
    @ValueSource(doubles = {1, 7, 14})
    void followsTheLogisticCurve(double days) {
        CompetitionStep step = logistic();
        step.add(0, 1e9, .14, .05);
        double plateau = CAPACITY * (1 - .05 / .14);
        for (double t = days; t <= 84; t += days) {
            step.advance(days);
            double exact = plateau / (1 + (plateau / 1e9 - 1) * Math.exp(-.09 * t));
            assertThat(step.cells(0)).isCloseTo(exact, Percentage.withPercentage(1.2e-3));
        }
    }

    /** ln(N/K) = ln(N0/K) e^(-at), a = (b-d)/ln(K/N0). */
    @Test
    void followsGompertzCurveWhoseGrowthAtBaselineIsBirthLessDeath() {
        CompetitionStep step = new CompetitionStep(Competition.gompertz(1), 1, 0).begin(CAPACITY, 1e9, .13 / .14);
        step.add(0, 1e9, .14, .13);
        step.advance(0);
        assertThat(step.birthPerDay(0)).isCloseTo(.14, within(1e-15));
        step.advance(7);
        step.advance(14);
        double a = .01 / Math.log(10);
        assertThat(step.cells(0))
                .isCloseTo(CAPACITY * Math.exp(-Math.log(10) * Math.exp(-21 * a)), Percentage.withPercentage(1e-5));
    }

    /** d/b + (1 - d/b) ln(kK/N) / ln(K/N0) with k = 1/2 for the second type and N = N0 = K/10. */
    @Test
    void drugsThatTakeAwayResourcesLowerTheCapacityOfGompertzCurveToo() {
        CompetitionStep step = new CompetitionStep(Competition.gompertz(1), 2, 0).begin(CAPACITY, 1e9, .5);
        step.add(0, 5e8, .14, .07, 0, 1);
        step.add(0, 5e8, .14, .07, 0, .5);
        step.advance(0);
        assertThat(step.birthPerDay(0)).isCloseTo(.14, within(1e-15));
        assertThat(step.birthPerDay(1)).isCloseTo(.14 * (.5 + .5 * Math.log(5) / Math.log(10)), within(1e-15));
    }

    @Test
    void endsGompertzGrowthAtCapacity() {
        CompetitionStep step = new CompetitionStep(Competition.gompertz(1), 1, 0).begin(CAPACITY, 1e9, .1 / .14);
        step.add(0, 1e9, .14, .1);
        for (int i = 0; i < 300; i++) {
            step.advance(14);
        }
        assertThat(step.cells(0)).isCloseTo(CAPACITY, Percentage.withPercentage(1e-6));
        assertThat(step.birthPerDay(0)).isCloseTo(.1, within(1e-9));
    }

    @Test
    void slowsLesionsFoundCloseToTheirCapacityInsteadOfTurningTheirGrowthAround() {
        CompetitionStep step = new CompetitionStep(Competition.gompertz(1), 1, 0).begin(1e9, 2e9, .5);
        step.add(0, 2e9, .14, .07);
        step.advance(0);
        assertThat(step.birthPerDay(0) - step.deathPerDay(0)).isCloseTo(.07 * Math.log(.5), within(1e-15));
    }

    @Test
    void hasNoBirthsAboveCapacityButMoreDeath() {
        CompetitionStep step = logistic();
        step.add(0, 2 * CAPACITY, .14, .05, 1.5, 1);
        step.advance(0);
        assertThat(step.birthPerDay(0)).isZero();
        assertThat(step.deathPerDay(0)).isCloseTo(.05 + .14, within(1e-15));
        assertThat(step.averageFactor(0)).isCloseTo(-1, within(1e-15));
    }

    @Test
    void killsPerDivisionOnlyWhereCellsDivide() {
        CompetitionStep step = logistic();
        step.add(0, CAPACITY / 4, .14, .05, 1.5, 1);
        step.advance(0);
        assertThat(step.birthPerDay(0)).isCloseTo(.14 * .75, within(1e-15));
        assertThat(step.deathPerDay(0)).isCloseTo(.05 + 1.5 * .14 * .75, within(1e-15));
    }

    @Test
    void averagesRatesSoThatHoldingThemConstantReachesTheSameCells() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        CompetitionStep step = new CompetitionStep(Competition.lotkaVolterra(coefficients(random, 4)), 4, 0);
        for (int patient = 0; patient < 200; patient++) {
            double[] before = new double[4];
            step.begin(CAPACITY, 1e9, 0);
            for (int i = 0; i < 4; i++) {
                before[i] = CAPACITY * random.nextDouble();
                step.add(i, before[i], .3 * random.nextDouble(), .5 * random.nextDouble(), random.nextDouble(), 1);
            }
            double days = 14 * random.nextDouble();
            step.advance(days);
            for (int i = 0; i < 4; i++) {
                double net = step.birthPerDay(i) - step.deathPerDay(i);
                assertThat(before[i] * Math.exp(net * days)).isCloseTo(step.cells(i), Percentage.withPercentage(1e-10));
            }
        }
    }

    private static double[][] coefficients(SplittableRandom random, int types) {
        double[][] coefficients = new double[types][types];
        for (double[] row : coefficients) {
            for (int j = 0; j < types; j++) {
                row[j] = random.nextBoolean() ? 1 : 2 * random.nextDouble();
            }
        }
        return coefficients;
    }

    /** Growth rates up to 0.3 a day, kill up to 0.5 a day, lesions from far below to above capacity. */
    @ParameterizedTest
    @ValueSource(doubles = {7, 14})
    void errsByLessThanOneInTenThousandInAStepOfRandomCompetition(double days) {
        SplittableRandom random = new SplittableRandom(7);
        double worst = 0;
        for (int patient = 0; patient < 300; patient++) {
            worst = Math.max(worst, randomStep(random, days, 0));
        }
        assertThat(worst).isBetween(1e-9, 1e-4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {7, 14})
    void errsByLessThanOneInTenThousandOfTheCellsWhereTypesChange(double days) {
        SplittableRandom random = new SplittableRandom(8);
        double worst = 0;
        for (int patient = 0; patient < 300; patient++) {
            worst = Math.max(worst, randomStep(random, days, 3));
        }
        assertThat(worst).isBetween(1e-9, 1e-4);
    }

    /** Returns the largest error of three types after a step: of each type, or with changes of all cells. */
    private static double randomStep(SplittableRandom random, double days, int changes) {
        double[][] alpha = coefficients(random, 3);
        PlainCompetition plain = new PlainCompetition(alpha, CAPACITY);
        CompetitionStep step = new CompetitionStep(Competition.lotkaVolterra(alpha), 3, changes);
        step.begin(CAPACITY, 1e9, 0);
        for (int i = 0; i < 3; i++) {
            plain.cells[i] = CAPACITY * .7 * Math.pow(random.nextDouble(), 3);
            plain.birth[i] = .3 * random.nextDouble();
            plain.death[i] = .5 * random.nextDouble();
            plain.perDivision[i] = random.nextBoolean() ? 1.5 : 0;
            plain.capacity[i] = random.nextBoolean() ? .1 + .9 * random.nextDouble() : 1;
            step.add(i, plain.cells[i], plain.birth[i], plain.death[i], plain.perDivision[i], plain.capacity[i]);
        }
        for (int k = 0; k < changes; k++) {
            plain.change[k][(k + 1) % 3] = .3 * random.nextDouble();
            step.change(k, (k + 1) % 3, plain.change[k][(k + 1) % 3]);
        }
        step.advance(days);
        plain.advance(days);
        double worst = 0;
        for (int i = 0; i < 3; i++) {
            double scale = changes > 0 ? plain.total() : plain.cells[i];
            worst = Math.max(worst, Math.abs(step.cells(i) - plain.cells[i]) / scale);
            double factor = plain.averageFactor(i);
            worst = Math.max(worst, Math.abs(step.averageFactor(i) - factor) / Math.max(1, Math.abs(factor)));
        }
        return worst;
    }

    @Test
    void numbersTypesInTheOrderInWhichTheyCome() {
        CompetitionStep step = new CompetitionStep(Competition.logistic(2), 3, 0).begin(CAPACITY, 1e9, 0);
        assertThat(step.add(1, 5, .1, 0)).isZero();
        assertThat(step.add(0, 6, .1, 0, .5, 1)).isEqualTo(1);
        assertThat(step.add(1, 7, .1, 0)).isEqualTo(2);
        step.advance(0);
        assertThat(step.cells(2)).isEqualTo(7);
        assertThat(Competition.logistic(2).genotypes()).isEqualTo(2);
    }

    @Test
    void forgetsTheCellsOfTheLesionBefore() {
        CompetitionStep step = new CompetitionStep(Competition.lotkaVolterra(new double[][] {{1, 3}, {1, 1}}), 2, 0);
        step.begin(100, 10, 0);
        step.add(0, 10, .1, 0);
        step.add(1, 40, .1, 0);
        step.advance(1);
        step.begin(100, 10, 0);
        step.add(0, 10, .1, 0);
        step.advance(0);
        assertThat(step.averageFactor(0)).isCloseTo(.9, within(1e-15));
    }

    @Test
    void keepsExtinctTypesExtinctAndSurvivesExtremeRates() {
        CompetitionStep step = new CompetitionStep(Competition.logistic(3), 3, 0).begin(1e13, 1e9, 0);
        step.add(0, 0, .14, .1);
        step.add(1, 1e13, 0, 1e4);
        step.add(2, 1, 5, 0);
        step.advance(28);
        assertThat(step.cells(0)).isZero();
        assertThat(step.cells(1)).isZero();
        assertThat(step.cells(2)).isBetween(9.9e12, 1e13);
        assertThat(step.birthPerDay(2)).isFinite().isPositive();
    }

    @Test
    void rejectsRatesThatAreNoNumbers() {
        assertThatThrownBy(() -> logistic().add(0, 1, Double.NaN, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("births per day");
        assertThatThrownBy(() -> logistic().begin(0, 1, 0)).hasMessageContaining("capacity");
        assertThatThrownBy(() -> logistic().add(0, -1, .1, 0)).hasMessageContaining("cells (-1.0)");
        assertThatThrownBy(() -> logistic().add(0, 1, .1, 1 / 0.0)).hasMessageContaining("deaths per day (Infinity)");
        assertThatThrownBy(() -> logistic().add(0, 1, .1, 0, -1, 1)).hasMessageContaining("deaths per division");
        assertThatThrownBy(() -> logistic().add(0, 1, .1, 0, 0, 0)).hasMessageContaining("relative capacity (0.0)");
        assertThatThrownBy(() -> logistic().change(0, 0, -1)).hasMessageContaining("changes per day (-1.0)");
        assertThatThrownBy(() -> logistic().advance(-1)).hasMessageContaining("days (-1.0)");
        CompetitionStep gompertz = new CompetitionStep(Competition.gompertz(1), 1, 0);
        assertThatThrownBy(() -> gompertz.begin(1e9, 0, 0)).hasMessageContaining("baseline (0.0)");
        assertThatThrownBy(() -> Competition.lotkaVolterra(new double[][] {{1, 1}}))
                .hasMessageContaining("(2 long) must have one for each of 1");
        assertThatThrownBy(() -> Competition.lotkaVolterra(new double[][] {{-.1}}))
                .hasMessageContaining("(-0.1) must be finite");
        assertThatThrownBy(() -> Competition.lotkaVolterra(new double[][] {{Double.NaN}}))
                .hasMessageContaining("(NaN)");
    }

    private static Mechanism mechanism(String id) {
        return new Mechanism(id, 1e-8, 0, new PreExisting.None(), true, null);
    }

    /** Exact names of genotypes win; a mechanism stands for all genotypes that have it. */
    @Test
    void findsCoefficientsByGenotypeAndByMechanism() {
        List<Mechanism> mechanisms = List.of(mechanism("a"), mechanism("b"));
        Genotypes genotypes = new Genotypes(mechanisms, 2);
        assertThat(genotypes.names()).containsExactly("sensitive", "a", "b", "a+b");
        GrowthLaw law = new GrowthLaw.LotkaVolterra(
                null, 10.0, Map.of("a", Map.of("sensitive", 6.0), "a+b", Map.of("b", 2.0)), 7, null);
        Competition competition = Competition.of(law, genotypes, List.of("a", "b"), "/law");

        double[] cells = {1, 10, 100, 1000};
        assertThat(competition.crowd(0, 1111, cells)).isEqualTo(1111);
        assertThat(competition.crowd(1, 1111, cells)).isEqualTo(1116);
        assertThat(competition.crowd(2, 1111, cells)).isEqualTo(1111);
        assertThat(competition.crowd(3, 1111, cells)).isEqualTo(1111 + 100 + 1000);
        assertThat(law.capacity(5)).isEqualTo(50);
    }

    @Test
    void namesTheUnknownCompetitor() {
        Genotypes genotypes = new Genotypes(List.of(mechanism("a")), 1);
        GrowthLaw law = new GrowthLaw.LotkaVolterra(1e9, null, Map.of("sensitive", Map.of("c", 2.0)), 7, null);
        assertThatThrownBy(() -> Competition.of(law, genotypes, List.of("a"), "/law"))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/law/competition/sensitive/c"));
        GrowthLaw ofNobody = new GrowthLaw.LotkaVolterra(1e9, null, Map.of("c", Map.of("a", 2.0)), 7, null);
        assertThatThrownBy(() -> Competition.of(ofNobody, genotypes, List.of("a"), "/law"))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/law/competition/c"));
    }

    @Test
    void lawsWithoutCoefficientsLetAllCellsCompeteAlike() {
        Genotypes genotypes = new Genotypes(List.of(mechanism("a")), 1);
        Competition logistic =
                Competition.of(new GrowthLaw.Logistic(1e9, null, 7, null), genotypes, List.of("a"), "/law");
        Competition gompertz =
                Competition.of(new GrowthLaw.Gompertz(1e9, null, 7, null), genotypes, List.of("a"), "/law");
        assertThat(logistic.logarithmic()).isFalse();
        assertThat(gompertz.logarithmic()).isTrue();
        assertThat(logistic.even() && gompertz.even()).isTrue();
        assertThat(logistic.crowd(1, 7, new double[] {3, 4})).isEqualTo(7);
    }

    @Test
    void wantsOneCapacity() {
        assertThatThrownBy(() -> new GrowthLaw.Logistic(1e9, 2.0, 7, null)).hasMessageContaining("exactly one");
        assertThatThrownBy(() -> new GrowthLaw.Gompertz(null, null, 7, null)).hasMessageContaining("exactly one");
    }
}
