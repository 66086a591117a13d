package org.evotrial.statistics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.BinomialAssertion;
import org.evotrial.statistics.StandardNormal;
import org.junit.jupiter.api.Test;

class ClosedTestTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    @Test
    void handComputedExampleOfThreeHypotheses() {
        // Holm: 3 x .01, then 2 x .03, then .04 raised to .06. Hochberg from the largest: .04, min(.06, .04), min(.03,
        // .04).
        double[] p = {0.01, 0.04, 0.03};
        assertThat(AdjustedPValues.holm(p)).containsExactly(new double[] {0.03, 0.06, 0.06}, ROUNDING);
        assertThat(AdjustedPValues.hochberg(p)).containsExactly(new double[] {0.03, 0.04, 0.04}, ROUNDING);
        assertThat(AdjustedPValues.hommel(p)).containsExactly(new double[] {0.03, 0.04, 0.04}, ROUNDING);
        assertThat(AdjustedPValues.bonferroni(p)).containsExactly(new double[] {0.03, 0.12, 0.09}, ROUNDING);
        assertThat(AdjustedPValues.fixedSequence(p)).containsExactly(new double[] {0.01, 0.04, 0.04}, ROUNDING);
        assertThat(AdjustedPValues.sidak(0.5, 0.5)).containsExactly(new double[] {0.75, 0.75}, ROUNDING);
    }

    @Test
    void hommelRejectsMoreThanHochbergWhereSimesDoes() {
        // {.012, .02, .023, .9}: Simes of the four is 4/3 x .023 = .0307; Hochberg needs 4 x .012 = .048 or 3 x .02 =
        // .06, 2 x
        // .023 = .046, .9. The largest Simes p-value with .012 is that of {.012, .02, .9} or of {.012, .9} (.024), of
        // {.012, .023, .9} (min(.036, .0345) = .0345).
        double[] p = {0.012, 0.02, 0.023, 0.9};
        assertThat(AdjustedPValues.hommel(p)[0]).isCloseTo(0.0345, ROUNDING);
        assertThat(AdjustedPValues.hochberg(p)[0]).isCloseTo(0.046, ROUNDING);
    }

    @Test
    void shortcutsAreTheClosuresOfTheirTests() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        for (int example = 0; example < 300; example++) {
            double[] p = pValues(random, 1 + example % 5);
            assertThat(closed(new IntersectionTest.Bonferroni(), p)).containsExactly(AdjustedPValues.holm(p), ROUNDING);
            assertThat(closed(new IntersectionTest.Simes(), p)).containsExactly(AdjustedPValues.hommel(p), ROUNDING);
            assertThat(closed(new IntersectionTest.Hierarchical(), p))
                    .containsExactly(AdjustedPValues.fixedSequence(p), ROUNDING);
        }
    }

    @Test
    void theStepDownDunnettTestIsTheClosureOfDunnettsTest() {
        SplittableRandom random = new SplittableRandom(7);
        DunnettDistribution dunnett = DunnettDistribution.ofSampleSizes(60, 40, 80, 60, 20);
        for (int example = 0; example < 20; example++) {
            double[] p = pValues(random, 4);
            double[] z = Arrays.stream(p).map(StandardNormal::upperQuantile).toArray();
            assertThat(closed(new IntersectionTest.Dunnett(dunnett), p))
                    .containsExactly(AdjustedPValues.stepDownDunnett(dunnett, z), Offset.offset(1e-10));
            double[] single = AdjustedPValues.dunnett(dunnett, z);
            for (int i = 0; i < p.length; i++) {
                assertThat(single[i]).isGreaterThanOrEqualTo(AdjustedPValues.stepDownDunnett(dunnett, z)[i] - 1e-12);
                assertThat(new IntersectionTest.Dunnett(dunnett).singleStepPValue(p, i))
                        .isCloseTo(single[i], Offset.offset(1e-10));
            }
        }
    }

    @Test
    void moreAssumptionsNeverCostPower() {
        SplittableRandom random = new SplittableRandom(11);
        for (int example = 0; example < 200; example++) {
            double[] p = pValues(random, 5);
            double[] bonferroni = AdjustedPValues.bonferroni(p);
            double[] holm = AdjustedPValues.holm(p);
            double[] hochberg = AdjustedPValues.hochberg(p);
            double[] hommel = AdjustedPValues.hommel(p);
            for (int i = 0; i < p.length; i++) {
                assertThat(holm[i]).isLessThanOrEqualTo(bonferroni[i] + 1e-15);
                assertThat(hochberg[i]).isLessThanOrEqualTo(holm[i] + 1e-15);
                assertThat(hommel[i]).isLessThanOrEqualTo(hochberg[i] + 1e-15);
                assertThat(hommel[i]).isGreaterThanOrEqualTo(p[i]);
            }
        }
    }

    @Test
    void theClosuresOfTestsOfTheSmallestPValueAreConsonant() {
        // Whenever the global hypothesis falls, so does an elementary one. Simes' test does not have this property.
        SplittableRandom random = new SplittableRandom(3);
        IntersectionTest[] consonant = {
            new IntersectionTest.Bonferroni(),
            new IntersectionTest.Sidak(),
            new IntersectionTest.Dunnett(DunnettDistribution.equicorrelated(3, 0.5))
        };
        int global = 0;
        for (int example = 0; example < 200; example++) {
            double[] p = pValues(random, 3);
            for (IntersectionTest test : consonant) {
                boolean rejectsGlobal = test.pValue(p, 0b111) <= 0.1;
                global += rejectsGlobal ? 1 : 0;
                assertThat(new ClosedTest(test).rejected(0.1, p) != 0).isEqualTo(rejectsGlobal);
            }
        }
        assertThat(global).isBetween(50, 550);
        // Simes: 3 / 2 x .06 = .09 for all three, 2 x .06 = .12 for {H1, H3} and {H2, H3}.
        double[] dissonant = {0.06, 0.06, 0.9};
        assertThat(new IntersectionTest.Simes().pValue(dissonant, 0b111)).isCloseTo(0.09, ROUNDING);
        assertThat(new ClosedTest(new IntersectionTest.Simes()).rejected(0.1, dissonant))
                .isZero();
    }

    @Test
    void dunnettsClosureKeepsTheFamilywiseErrorUnderAPartialNullHypothesis() {
        // Arms 2 and 3 have no effect, arm 1 a large one: the step-down test has the level .05 on the two, exactly once
        // arm 1
        // is rejected for certain. 40,000 trials detect a shift of .0087 with probability .999.
        SplittableRandom random = new SplittableRandom(5);
        ClosedTest test = new ClosedTest(new IntersectionTest.Dunnett(DunnettDistribution.equicorrelated(3, 0.5)));
        DunnettDistribution two = DunnettDistribution.equicorrelated(2, 0.5);
        double critical = two.criticalValue(0.05);
        int errors = 0;
        int checked = 0;
        for (int trial = 0; trial < 40_000; trial++) {
            double control = random.nextGaussian();
            double second = Math.sqrt(0.5) * (random.nextGaussian() - control);
            double third = Math.sqrt(0.5) * (random.nextGaussian() - control);
            boolean error = Math.max(second, third) >= critical;
            errors += error ? 1 : 0;
            if (trial % 100 == 0) {
                int rejected =
                        test.rejected(0.05, 1e-12, StandardNormal.survival(second), StandardNormal.survival(third));
                assertThat((rejected & 0b110) != 0).isEqualTo(error);
                checked++;
            }
        }
        assertThat(checked).isEqualTo(400);
        BinomialAssertion.assertProportion(errors, 40_000, 0.05);
    }

    @Test
    void droppedHypothesesDoNotCount() {
        double[] p = {0.02, Double.NaN, 0.5};
        IntersectionTest bonferroni = new IntersectionTest.Bonferroni();
        assertThat(bonferroni.pValue(p, 0b111)).isCloseTo(0.04, ROUNDING);
        assertThat(bonferroni.pValue(p, 0b011)).isCloseTo(0.02, ROUNDING);
        assertThat(bonferroni.pValue(p, 0b010)).isEqualTo(1);
        assertThat(new IntersectionTest.Simes().pValue(p, 0b010)).isEqualTo(1);
        assertThat(new IntersectionTest.Sidak().pValue(p, 0b011)).isCloseTo(0.02, ROUNDING);
        assertThat(new IntersectionTest.Hierarchical().pValue(p, 0b110)).isEqualTo(0.5);
        assertThat(new ClosedTest(bonferroni).adjustedPValues(p)[1]).isNaN();
        assertThat(new ClosedTest(bonferroni).rejected(0.05, p)).isEqualTo(1);
    }

    @Test
    void theTestOfSpiessensAndDeboisHasTheCorrelationOfNestedPopulations() {
        // rho = sqrt(share): at z = 0 for both, P(max > 0) = 3/4 - asin(rho) / (2 pi).
        IntersectionTest test = IntersectionTest.Dunnett.spiessensDebois(0.4);
        assertThat(test.pValue(new double[] {0.5, 0.5}, 0b11))
                .isCloseTo(0.75 - Math.asin(Math.sqrt(0.4)) / (2 * Math.PI), ROUNDING);
        assertThatThrownBy(() -> IntersectionTest.Dunnett.spiessensDebois(1)).hasMessageContaining("(1.0)");
    }

    @Test
    void rejectsWhatIsNoPValueOrLevel() {
        ClosedTest test = new ClosedTest(new IntersectionTest.Simes());
        assertThatThrownBy(() -> test.adjustedPValues(0.2, 1.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.1");
        assertThatThrownBy(() -> test.adjustedPValues()).hasMessageContaining("number of hypotheses (0)");
        assertThatThrownBy(() -> test.adjustedPValues(new double[21])).hasMessageContaining("21");
        assertThatThrownBy(() -> test.rejected(1, 0.5)).hasMessageContaining("(0, 1)");
        assertThatThrownBy(() -> AdjustedPValues.holm(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(AdjustedPValues::hommel).hasMessageContaining("number of hypotheses (0)");
        DunnettDistribution two = DunnettDistribution.equicorrelated(2, 0.5);
        assertThatThrownBy(() -> AdjustedPValues.dunnett(two, 1)).hasMessageContaining("(1)");
        assertThatThrownBy(() -> new IntersectionTest.Dunnett(two).pValue(new double[] {0.1}, 1))
                .hasMessageContaining("(1)");
    }

    private static double[] closed(IntersectionTest test, double[] p) {
        return new ClosedTest(test).adjustedPValues(p);
    }

    private static double[] pValues(SplittableRandom random, int count) {
        double[] p = new double[count];
        for (int i = 0; i < count; i++) {
            double u = random.nextDouble();
            p[i] = u * u;
        }
        return p;
    }
}
