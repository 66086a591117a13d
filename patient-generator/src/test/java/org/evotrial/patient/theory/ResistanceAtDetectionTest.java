package org.evotrial.patient.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Figures without another source are those of the project's evolution model, section 6, reproduced there by simulation. */
class ResistanceAtDetectionTest {
    private static final ResistanceAtDetection SMALL = new ResistanceAtDetection(.25, .18, 2e-4, 5000);
    private static final ResistanceAtDetection LARGE = new ResistanceAtDetection(.14, .13, 5e-8, 1e9);

    @Test
    void oneStepOfResistanceHasItsPublishedFigures() {
        assertThat(SMALL.survivalProbability()).isCloseTo(.28, within(1e-15));
        assertThat(SMALL.noResistance()).isCloseTo(.1707, within(5e-5));
        assertThat(SMALL.expectedResistantCells()).isCloseTo(25.9, within(.05));
        assertThat(LARGE.livingSubclones()).isCloseTo(142.1, within(.05));
        assertThat(LARGE.largestSubcloneExceeds(1e-4)).isCloseTo(.007, within(5e-4));
        assertThat(new UnequalFitness(SMALL, .25, .19).noResistance()).isCloseTo(.1852, within(5e-5));
        assertThat(new DeclineUnderTreatment(.14, .17, 1.0 / 14, 5e-8, 2e7).noSurvivingMutant())
                .isCloseTo(.7165, within(5e-5));
    }

    @Test
    void detectionTimesAreGumbel() {
        TimeToDetection time = new TimeToDetection(.25, .18, 5000);
        assertThat(time.meanDays()).isCloseTo(111.73, within(.005));
        // pi/(sqrt(6) .07); the specification's 18.35 is a simulated value
        assertThat(time.standardDeviationDays()).isCloseTo(18.32, within(.005));
        for (double p : new double[] {1e-6, .1, .5, .999}) {
            assertThat(time.by(time.quantileDays(p))).isCloseTo(p, within(1e-12));
        }
        double mean = DoubleExponential.integrate((x, rest) -> time.quantileDays(Math.min(x, Math.nextDown(1.0))));
        assertThat(mean).isCloseTo(time.meanDays(), within(1e-9));
    }

    @Test
    void subclonesByAgeHaveTheirPublishedMedians() {
        SubclonesByAge subclones = new SubclonesByAge(LARGE);
        double[] medians = {700, 290, 182, 132, 104};
        for (int k = 1; k <= 5; k++) {
            double median = subclones.sizeExceededInLimit(k, .5);
            assertThat(median).isCloseTo(medians[k - 1], within(.5));
            assertThat(subclones.exceedsInLimit(k, median)).isCloseTo(.5, within(1e-12));
            assertThat(subclones.exceeds(k, median)).isCloseTo(.5, within(.004 * k));
        }
    }

    @Test
    void theLawOfSubclonesByAgeSumsToTheirNumber() {
        // sum over ranks of P(there is a k-th) = mean number, less the foundings before 1/(Ms), less than U M / (M s)
        SubclonesByAge subclones = new SubclonesByAge(SMALL);
        double sum = 0;
        for (int k = 1; k < 25; k++) {
            sum += subclones.exceeds(k, 0);
        }
        assertThat(sum).isCloseTo(SMALL.livingSubclones() - 2e-4 / .28, within(1e-6));
    }

    @Test
    void mutantsOfEqualFitnessNeedNoQuadrature() {
        for (ResistanceAtDetection tumour : new ResistanceAtDetection[] {SMALL, LARGE}) {
            UnequalFitness equal = new UnequalFitness(tumour, tumour.birthPerDay(), tumour.deathPerDay());
            assertThat(equal.livingSubclones()).isCloseTo(tumour.livingSubclones(), withinPercentage(1e-10));
            assertThat(equal.expectedResistantCells())
                    .isCloseTo(tumour.expectedResistantCells(), withinPercentage(1e-10));
        }
    }

    @Test
    void unequalFitnessIsTheHypergeometricFunction() {
        // U b M/(b' a) hyp2f1(1, a, a+1, d'/b') by mpmath 1.3.0 with 25 digits
        assertThat(new UnequalFitness(SMALL, .25, .19).livingSubclones())
                .isCloseTo(1.686250186977114, withinPercentage(1e-10));
        assertThat(new UnequalFitness(new ResistanceAtDetection(.3, .1, 1e-5, 3e5), .31, .02).livingSubclones())
                .isCloseTo(4.325246801960927, withinPercentage(1e-10));
        assertThat(new UnequalFitness(new ResistanceAtDetection(.14, .13, 1e-8, 1e8), .14, .1399).livingSubclones())
                .isCloseTo(2.294582241664486, withinPercentage(1e-10));
    }

    @Test
    void fitnessMayBeLostAltogether() {
        // r' crosses zero without a jump, and sterile mutants die: integral of U b M e^(-ra) e^(-d'a) = U b M/(r + d')
        double below = new UnequalFitness(SMALL, .2, .2 + 1e-7).livingSubclones();
        double at = new UnequalFitness(SMALL, .2, .2).livingSubclones();
        double above = new UnequalFitness(SMALL, .2, .2 - 1e-7).livingSubclones();
        assertThat(below).isLessThan(at).isCloseTo(at, within(1e-5));
        assertThat(above).isGreaterThan(at).isCloseTo(at, within(1e-5));
        assertThat(new UnequalFitness(SMALL, 1e-12, .5).livingSubclones())
                .isCloseTo(2e-4 * .25 * 5000 / (.07 + .5), withinPercentage(1e-8));
    }

    @Test
    void withoutDeathTheLawIsThatOfLeaAndCoulson() {
        double m = 1.7;
        double[] law = new ResistantCells(new ResistanceAtDetection(.2, 0, m * 1e-8, 1e8)).probabilities(300);
        double[] recursion = new double[301];
        recursion[0] = Math.exp(-m);
        for (int n = 1; n <= 300; n++) {
            for (int i = 0; i < n; i++) {
                recursion[n] += m / n * recursion[i] / (n - i + 1);
            }
            assertThat(law[n]).isCloseTo(recursion[n], withinPercentage(1e-10));
        }
        assertThat(law[0]).isCloseTo(recursion[0], within(1e-15));
    }

    @Test
    void theLawWithDeathHasItsTail() {
        // a subclone of more than x cells has the probability U M/(s x): the tail of the whole tends to it
        ResistantCells cells = new ResistantCells(new ResistanceAtDetection(.25, .18, 1e-5, 5000));
        assertThat(1 - cells.atMost(3000)).isCloseTo(1e-5 * 5000 / .28 / 3000, withinPercentage(2));
        assertThat(cells.atMost(0)).isCloseTo(Math.exp(.05 * Math.log(.28) / .72), within(1e-14));
    }

    @Test
    void whatIsOutsideTheDomainIsRejected() {
        assertThatThrownBy(() -> new ResistanceAtDetection(.1, .1, 1e-8, 1e9))
                .hasMessageContaining("birthPerDay (0.1) must be finite and above the deathPerDay (0.1)");
        assertThatThrownBy(() -> new ResistanceAtDetection(.2, .1, Double.NaN, 1e9))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new ResistanceAtDetection(.2, .199, 1e-8, 100).expectedResistantCells())
                .hasMessageContaining("cells times the survival probability");
        assertThatThrownBy(() -> new DeclineUnderTreatment(.14, .13, .5, 1e-8, 1e9))
                .hasMessageContaining("deathPerDay (0.13)");
        assertThatThrownBy(() -> new SubclonesByAge(SMALL).exceeds(0, 1)).hasMessageContaining("rank (0.0)");
        assertThatThrownBy(() -> LARGE.largestSubcloneExceeds(0)).hasMessageContaining("fraction (0.0)");
        assertThatThrownBy(() -> new UnequalFitness(SMALL, -1, .1)).hasMessageContaining("mutantBirthPerDay (-1.0)");
    }
}
