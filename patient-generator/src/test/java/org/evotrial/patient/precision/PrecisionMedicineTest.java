package org.evotrial.patient.precision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dynamic precision medicine against closed forms and against its equation in small steps. */
class PrecisionMedicineTest {
    private static final PrecisionRule RULE = PrecisionRule.published();

    /** A few cells more or less: small steps see a type pass 1 too late by up to their share of its inflow's time. */
    private static final double FEW = 1e4;

    private static double logUniform(SplittableRandom random, double low, double high) {
        return low * Math.exp(random.nextDouble() * Math.log(high / low));
    }

    /** Within the ranges of Beckman et al. 2012: sensitive cells can be killed, doubly resistant ones cannot. */
    static TwoDrugTumour random(SplittableRandom random) {
        double growth = logUniform(random, .01, .15);
        double firstKill = growth * logUniform(random, 1.2, 8);
        double secondKill = growth * (1 + (firstKill / growth - 1) * random.nextDouble());
        PrecisionDrug first =
                new PrecisionDrug(firstKill, growth * .6 * random.nextDouble(), logUniform(random, 1e-10, 1e-4));
        PrecisionDrug second =
                new PrecisionDrug(secondKill, growth * .6 * random.nextDouble(), logUniform(random, 1e-10, 1e-4));
        double burden = logUniform(random, 1e9, 1e11);
        double firstShare = random.nextBoolean() ? 0 : logUniform(random, 1e-9, .9);
        double secondShare = random.nextBoolean() ? 0 : (1 - firstShare) * logUniform(random, 1e-9, .9);
        return new TwoDrugTumour(
                burden * (1 - firstShare - secondShare),
                burden * firstShare,
                burden * secondShare,
                0,
                growth,
                first,
                second);
    }

    /** Steps of .015 days see death up to a step late. */
    @ParameterizedTest
    @EnumSource(
            value = PrecisionStrategy.class,
            names = {
                "CURRENT_PRACTICE",
                "MINIMISE_TOTAL",
                "MINIMISE_RESISTANT_ONCE_PRESENT",
                "MINIMISE_RESISTANT_BELOW_1E11"
            })
    void agreesWithSmallSteps(PrecisionStrategy strategy) {
        SplittableRandom random = new SplittableRandom(20_261_121);
        int died = 0;
        for (int patient = 0; patient < 25; patient++) {
            TwoDrugTumour tumour = random(random);
            PrecisionMedicine medicine = new PrecisionMedicine(RULE, tumour);
            double survival = medicine.survivalDays(strategy);
            SmallSteps plain = new SmallSteps(tumour);
            assertThat(survival).isCloseTo(plain.survival(strategy), within(.03));
            if (survival < 1800) {
                died++;
            } else {
                double total = medicine.cells(0) + medicine.cells(1) + medicine.cells(2) + medicine.cells(3);
                double expected = SmallSteps.total(plain.cells);
                assertThat(total).isCloseTo(expected, within(.005 * expected + FEW));
            }
        }
        assertThat(died).isBetween(5, 24);
    }

    private static TwoDrugTumour tumour(
            double s, double r1, double r2, double r12, double firstRate, double secondRate) {
        return new TwoDrugTumour(
                s, r1, r2, r12, .05, new PrecisionDrug(.2, .01, firstRate), new PrecisionDrug(.15, .005, secondRate));
    }

    private static double survival(PrecisionStrategy strategy, TwoDrugTumour tumour) {
        return new PrecisionMedicine(RULE, tumour).survivalDays(strategy);
    }

    /** Only the residual kill, .01 a day by the first drug, slows doubly resistant cells. */
    @ParameterizedTest
    @EnumSource(PrecisionStrategy.class)
    void letsDoublyResistantTumoursGrowExponentially(PrecisionStrategy strategy) {
        double expected = Math.log(1e13 / 1e9) / (.05 - .01);
        if (strategy == PrecisionStrategy.CURRENT_PRACTICE) {
            // From day 45 on, where 1.8 days' growth lacks to the double, it changes drugs at every decision.
            expected = survivalAlternating();
        }
        assertThat(survival(strategy, tumour(0, 0, 0, 1e9, 1e-8, 1e-8))).isCloseTo(expected, within(1e-9));
    }

    private static double survivalAlternating() {
        double cells = 1e9;
        double days = 0;
        double net = .04;
        while (cells * Math.exp(45 * net) < 1e13) {
            cells *= Math.exp(45 * net);
            days += 45;
            net = Math.exp(45 * net) >= 2 ? .085 - net : net;
        }
        return days + Math.log(1e13 / cells) / net;
    }

    @Test
    void curesTumoursThatCannotBecomeResistant() {
        PrecisionMedicine medicine = new PrecisionMedicine(RULE, tumour(1e11, 0, 0, 0, 0, 0));
        for (PrecisionStrategy strategy : PrecisionStrategy.values()) {
            assertThat(medicine.survivalDays(strategy)).isEqualTo(1800);
            assertThat(medicine.cured()).isTrue();
        }
    }

    @Test
    void freezesTypesBelowOneCell() {
        PrecisionMedicine medicine = new PrecisionMedicine(RULE, tumour(1e9, .9, 0, .9, 0, 0));
        assertThat(medicine.survivalDays(PrecisionStrategy.MINIMISE_TOTAL)).isEqualTo(1800);
        assertThat(medicine.cells(1)).isEqualTo(.9);
        assertThat(medicine.cells(3)).isEqualTo(.9);
    }

    /** S' = aS, R1' = .05 R1 + u .05 S from the first cell on, which is there when u .05 S0 (e^(at) - 1)/a = 1. */
    @Test
    void seedsResistantCellsByTheClosedForm() {
        double mutations = .05 * 1e-6;
        TwoDrugTumour untreatable =
                new TwoDrugTumour(1e9, 0, 0, 0, .05, new PrecisionDrug(.02, 0, 1e-6), new PrecisionDrug(0, 0, 0));
        MaskedGrowth growth = new MaskedGrowth();
        growth.begin(untreatable, 45, 1e13);
        double[] cells = {1e9, 0, 0, 0};
        growth.advance(cells, 1);
        double first = Math.log1p(.03 / (mutations * 1e9)) / .03;
        double left = 45 - first;
        double sensitive = 1e9 * Math.exp(.03 * first);
        double expected =
                Math.exp(.05 * left) + mutations * sensitive * (Math.exp(.05 * left) - Math.exp(.03 * left)) / .02;
        assertThat(cells[0]).isCloseTo(1e9 * Math.exp(1.35), Percentage.withPercentage(1e-10));
        assertThat(cells[1]).isCloseTo(expected, Percentage.withPercentage(1e-8));
    }

    /** Mutations only add cells, and types below one cell do not shrink: what is left without mutations bounds each type. */
    @Test
    void keepsAtLeastTheCellsThatAreLeftWithoutMutations() {
        SplittableRandom random = new SplittableRandom(13);
        int equal = 0;
        int survived = 0;
        for (int patient = 0; patient < 500; patient++) {
            MaskedGrowth growth = new MaskedGrowth();
            growth.begin(random(random), 45, 1e13);
            double[] before = new double[MaskedGrowth.TYPES];
            for (int type = 0; type < MaskedGrowth.TYPES; type++) {
                before[type] = random.nextInt(4) == 0 ? random.nextDouble() : logUniform(random, 1e-3, 1e11);
            }
            for (int dose = 0; dose < MaskedGrowth.DOSES; dose++) {
                double[] after = before.clone();
                boolean survives = growth.advance(after, dose) == 45;
                survived += survives ? 1 : 0;
                for (int type = 0; type < MaskedGrowth.TYPES && survives; type++) {
                    double least = growth.least(before, dose, type);
                    assertThat(after[type]).isGreaterThanOrEqualTo(least * (1 - 1e-9));
                    equal += after[type] <= least * (1 + 1e-9) ? 1 : 0;
                }
            }
        }
        assertThat(survived).isGreaterThan(1000);
        assertThat(equal).isGreaterThan(1000);
    }

    @Test
    void treatsTheDrugsAlike() {
        SplittableRandom random = new SplittableRandom(5);
        for (int patient = 0; patient < 50; patient++) {
            TwoDrugTumour one = random(random);
            TwoDrugTumour swapped = new TwoDrugTumour(
                    one.sensitive(),
                    one.resistantToSecond(),
                    one.resistantToFirst(),
                    one.resistantToBoth(),
                    one.growthPerDay(),
                    one.second(),
                    one.first());
            for (PrecisionStrategy strategy : PrecisionStrategy.values()) {
                assertThat(survival(strategy, swapped)).isCloseTo(survival(strategy, one), within(1e-6));
            }
        }
    }

    /**
     * Beckman et al. 2012: survival that is a quarter longer counts as better. Every strategy that looks ahead helps far more
     * patients than it harms, and more do well where doubly resistant cells come first as long as death is far (2.2).
     */
    @Test
    void helpsMorePatientsThanItHarmsByLookingAhead() {
        int patients = 1000;
        int[] better = new int[PrecisionStrategy.values().length];
        int[] worse = new int[better.length];
        SplittableRandom random = new SplittableRandom(11);
        for (int patient = 0; patient < patients; patient++) {
            PrecisionMedicine medicine = new PrecisionMedicine(RULE, random(random));
            double now = medicine.survivalDays(PrecisionStrategy.CURRENT_PRACTICE);
            for (PrecisionStrategy strategy : PrecisionStrategy.values()) {
                double then = medicine.survivalDays(strategy);
                better[strategy.ordinal()] += then >= 1.25 * now ? 1 : 0;
                worse[strategy.ordinal()] += now >= 1.25 * then ? 1 : 0;
            }
        }
        for (int strategy = 1; strategy < better.length; strategy++) {
            assertThat(better[strategy]).isGreaterThan(patients / 10);
            assertThat(worse[strategy]).isLessThan(patients / 100);
        }
        assertThat(better[PrecisionStrategy.MINIMISE_RESISTANT_BELOW_1E11.ordinal()])
                .isGreaterThan(better[PrecisionStrategy.MINIMISE_TOTAL.ordinal()] * 5 / 4);
    }

    @Test
    void keepsDividedDifferencesAccurateWhereRatesCoincide() {
        double t = 45;
        for (double gap : new double[] {0, 1e-15, 1e-9, 1e-4, 1e-2, .3}) {
            double a = .04;
            double b = a - gap;
            double c = a - .7 * gap;
            double first = 0;
            double second = 0;
            int parts = 20_000;
            double h = t / parts;
            for (int i = 0; i < parts; i++) {
                double s = (i + .5) * h;
                first += h * Math.exp(a * (t - s) + b * s);
                double inner = gap == 0 ? s * Math.exp(b * s) : Math.exp(b * s) * Math.expm1((c - b) * s) / (c - b);
                second += h * Math.exp(a * (t - s)) * inner;
            }
            assertThat(ExponentialDifferences.first(a, b, t, Math.exp(a * t), Math.exp(b * t)))
                    .isCloseTo(first, Percentage.withPercentage(1e-3));
            assertThat(second(a, b, c, t))
                    .isCloseTo(second, Percentage.withPercentage(1e-3))
                    .isEqualTo(second(c, a, b, t));
        }
    }

    private static double second(double a, double b, double c, double t) {
        return ExponentialDifferences.second(a, b, c, t, Math.exp(a * t), Math.exp(b * t), Math.exp(c * t));
    }

    @Test
    void rejectsWhatIsNoTumour() {
        assertThatThrownBy(() -> tumour(Double.NaN, 0, 0, 0, 0, 0)).hasMessageContaining("sensitive (NaN)");
        assertThatThrownBy(() -> new PrecisionDrug(.1, 0, 1.5)).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new PrecisionRule(45, 1e9, 1e8, 1800)).hasMessageContaining("lethalCells");
    }
}
