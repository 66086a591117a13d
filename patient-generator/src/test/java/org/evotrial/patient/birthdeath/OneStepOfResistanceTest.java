package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.junit.jupiter.api.Test;

/**
 * The formulas of one step of resistance, detection at M cells with s = 1 - d/b and U mutations per division. Figures
 * in comments are those of the project's evolution model, section 6, reproduced there by exact simulation.
 */
class OneStepOfResistanceTest {
    private static final int DRAWS = 100_000;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 4, 0, 0});
    private final PreExistingClones clones = new PreExistingClones();

    @Test
    void timeToDetectionIsGumbel() {
        // mean (ln(Ms) + .5772)/r = 111.73, sd pi/(sqrt 6 r) = 18.35 at b = .25, d = .18, M = 5000
        BirthDeathStep day = new BirthDeathStep().set(.25, .18, 1);
        int draws = 10_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double time = daysToSize(5000, day);
            sum += time;
            squares += time * time;
        }
        double mean = sum / draws;
        double sd = Math.sqrt(squares / draws - mean * mean);
        // finite M, daily grid with interpolation: allow .3 days beside 4.9 standard errors (.9 days)
        assertThat(mean).isCloseTo(111.73, within(.3 + 4.9 * 18.35 / Math.sqrt(draws)));
        // kurtosis of the Gumbel law 5.4: the sd's own error is 18.35 sqrt((5.4 - 1)/4/n) = .19
        assertThat(sd).isCloseTo(18.35, within(4.9 * 18.35 * Math.sqrt(1.1 / draws) + .05));
    }

    @Test
    void noResistanceAtDetection() {
        // exp(U M ln s/(1-s)) = .1707 at b = .25, d = .18, U = 2e-4, M = 5000
        double exact = Math.exp(Math.log(.28) / .72);
        assertThat(exact).isCloseTo(.1707, within(5e-5));
        clones.set(.25, .18);
        long none = 0;
        for (int i = 0; i < DRAWS; i++) {
            none += clones.sample(5000, 2e-4, random) == 0 ? 1 : 0;
        }
        GoodnessOfFit.assertShare(none, DRAWS, exact);
    }

    @Test
    void resistantCellsFollowTheEventByEventSimulation() {
        EventByEvent slow = new EventByEvent(.25, .18, 2e-4);
        clones.set(.25, .18);
        long[] slowCounts = new long[15];
        long[] fastCounts = new long[15];
        for (int i = 0; i < 4000; i++) {
            slowCounts[logBin(slow.resistantAtSize(5000, random))]++;
        }
        for (int i = 0; i < DRAWS; i++) {
            fastCounts[logBin(clones.sample(5000, 2e-4, random))]++;
        }
        GoodnessOfFit.assertSameLaw(slowCounts, fastCounts);
    }

    @Test
    void expectedResistantCells() {
        // E = U M ln(Ms)/s = 25.9
        clones.set(.25, .18);
        int draws = 1_000_000;
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            sum += clones.sample(5000, 2e-4, random);
        }
        double expected = Math.log(5000 * .28) / .28;
        assertThat(expected).isCloseTo(25.9, within(.05));
        // sizes are geometric with mean 1/(s y), y above 1/(Ms): one draw has a variance of at most 2 U M M / s = 190^2
        GoodnessOfFit.assertMean(sum / draws, 190, draws, expected);
    }

    @Test
    void unequalFitness() {
        // exp(-U b M/(b_R a) 2F1(1,a;a+1;d_R/b_R)), a = r_S/r_R: d_R = .19 gives .1852
        double parentNet = .07;
        double days = Math.log(5000) / parentNet;
        MutantInflux influx = new MutantInflux().set(2e-4 * .25, parentNet, .25, .19, days);
        double a = .07 / .06;
        double reference = Math.exp(-hypergeometric(a, .19 / .25) / a);
        assertThat(reference).isCloseTo(.1852, within(5e-5));
        // the influx starts at one cell instead of at minus infinity: less than U of the exponent is missing
        assertThat(Math.exp(-influx.livingClonesPerParent())).isCloseTo(reference, within(1e-3));
        long none = 0;
        for (int i = 0; i < DRAWS; i++) {
            none += influx.sample(1, random) == 0 ? 1 : 0;
        }
        GoodnessOfFit.assertShare(none, DRAWS, Math.exp(-influx.livingClonesPerParent()));
    }

    @Test
    void withoutDeathTheLuriaDelbrueckLawOfLeaAndCoulson() {
        // p0 = e^-m, p_n = (m/n) sum_{i<n} p_i/(n-i+1), m = UM
        double m = 2;
        double[] law = new double[400];
        law[0] = Math.exp(-m);
        double sum = law[0];
        for (int n = 1; n < law.length - 1; n++) {
            double inner = 0;
            for (int i = 0; i < n; i++) {
                inner += law[i] / (n - i + 1);
            }
            law[n] = m / n * inner;
            sum += law[n];
        }
        law[law.length - 1] = 1 - sum;
        clones.set(.2, 0);
        long[] counts = new long[law.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) Math.min(law.length - 1, clones.sample(1e8, m / 1e8, random))]++;
        }
        GoodnessOfFit.assertFollows(counts, law);
    }

    @Test
    void livingSubclonesArePoisson() {
        // -U M ln s/(1-s) = 142.1 at M = 1e9, U = 5e-8, b = .14, d = .13; here a tenth of U, so that all are drawn
        // singly
        double expected = 5e-10 * 1e9 * -Math.log(1.0 / 14) / (13.0 / 14);
        assertThat(100 * expected).isCloseTo(142.1, within(.05));
        clones.set(.14, .13);
        PoissonDistribution law = new PoissonDistribution(expected);
        double[] probabilities = new double[17];
        long[] counts = new long[17];
        for (int k = 0; k < 16; k++) {
            probabilities[k] = law.probability(k);
        }
        probabilities[16] = 1 - law.cumulativeProbability(15);
        for (int i = 0; i < DRAWS; i++) {
            clones.sample(1e9, 5e-10, random);
            counts[clones.singleClones()]++;
        }
        GoodnessOfFit.assertFollows(counts, probabilities);
    }

    @Test
    void clonesByAgeHaveParetoSizes() {
        // median of the k-th clone (MU/s)(2^{1/k} - 1): 700, 290, 182, 132, 104
        double[] medians = {700, 290, 182, 132, 104};
        clones.set(.14, .13);
        long[] above = new long[5];
        for (int i = 0; i < DRAWS; i++) {
            clones.sample(1e9, 5e-8, random);
            for (int k = 0; k < 5; k++) {
                above[k] += clones.cloneSize(k) > medians[k] ? 1 : 0;
            }
        }
        for (int k = 0; k < 5; k++) {
            assertThat(700 * (Math.pow(2, 1.0 / (k + 1)) - 1)).isCloseTo(medians[k], within(.6));
            // the Pareto law is the limit of old clones, y << 1: at U M = 50 the fifth clone has y = .1
            double pareto = Math.pow(1 + medians[k] / 700, -(k + 1));
            double exact = chanceThatCloneExceeds(medians[k], k + 1, 50 * 14.0 / 13);
            assertThat(exact).isCloseTo(pareto, within(.004 * (k + 1)));
            GoodnessOfFit.assertShare(above[k], DRAWS, exact);
        }
    }

    /** Average of (1 - p(y))^x over the k-th arrival V of a Poisson process of the given rate, at b = .14, d = .13. */
    private static double chanceThatCloneExceeds(double x, int k, double rate) {
        GammaDistribution arrival = new GammaDistribution(null, k, 1 / rate);
        int points = 20_000;
        double sum = 0;
        for (int i = 0; i < points; i++) {
            double y = 14.0 / 13 * (1 - Math.exp(-arrival.inverseCumulativeProbability((i + .5) / points)));
            double p = .01 * y / (.14 - .13 * y);
            sum += Math.pow(1 - Math.min(1, p), x) / points;
        }
        return sum;
    }

    @Test
    void theYoungerClonesByMomentsKeepTheLawOfTheWhole() {
        clones.set(.14, .13);
        long[] counts = new long[40];
        long[] reference = new long[40];
        for (int i = 0; i < 30_000; i++) {
            counts[totalBin(clones.sample(1e9, 5e-8, random))]++;
            reference[totalBin(oneByOne(1e9, 5e-8, .14, .13))]++;
        }
        GoodnessOfFit.assertSameLaw(counts, reference);
    }

    @Test
    void duringDecline() {
        // P(no surviving mutant) = exp(M U s/s') = .7165 at M = 2e7, U = 5e-8, b = .14, d = .13, d' = .17
        double exact = Math.exp((1 - .13 / .14) / (1 - .17 / .14));
        assertThat(exact).isCloseTo(.7165, within(5e-5));
        BirthDeathStep parent = new BirthDeathStep().set(.14, .17, 28);
        MutantInflux influx = new MutantInflux().set(5e-8 * .14, -.03, .14, .13, 28);
        BirthDeathStep mutant = new BirthDeathStep().set(.14, .13, 28);
        BirthDeathStep forEver = new BirthDeathStep().set(.14, .13, 2000);
        int draws = 40_000;
        long none = 0;
        for (int i = 0; i < draws; i++) {
            double cells = 2e7;
            double mutants = 0;
            while (cells > 0) {
                mutants = mutant.sample(mutants, random) + influx.sample(cells, random);
                cells = parent.sample(cells, random);
            }
            none += forEver.sample(mutants, random) == 0 ? 1 : 0;
        }
        GoodnessOfFit.assertShare(none, draws, exact);
    }

    @Test
    void theLargestCloneExceedsAFractionWithAProbabilityThatDoesNotDependOnTheSize() {
        // 1 - exp(-U/(f s)): 50 bases at 1e-9, f = 1e-4, s = 1/14 gives .7 % of lesions
        double chance = 1 - Math.exp(-5e-8 / (1e-4 / 14));
        assertThat(chance).isCloseTo(.007, within(1e-4));
        clones.set(.14, .13);
        for (double size : new double[] {1e8, 1e10}) {
            long above = 0;
            for (int i = 0; i < DRAWS; i++) {
                clones.sample(size, 5e-8, random);
                above += largest() > 1e-4 * size ? 1 : 0;
            }
            GoodnessOfFit.assertShare(above, DRAWS, chance);
        }
    }

    private double largest() {
        double largest = 0;
        for (int k = 0; k < clones.singleClones(); k++) {
            largest = Math.max(largest, clones.cloneSize(k));
        }
        return largest;
    }

    private double daysToSize(double size, BirthDeathStep day) {
        while (true) {
            double cells = 1;
            for (int t = 1; cells > 0; t++) {
                double next = day.sample(cells, random);
                if (next >= size) {
                    return t - 1 + Math.log(size / cells) / Math.log(next / cells);
                }
                cells = next;
            }
        }
    }

    private double oneByOne(double lesion, double mutations, double b, double d) {
        double s = 1 - d / b;
        double most = -Math.log(s);
        double cells = 0;
        double position = -Math.log(1 - d / b / (lesion * s));
        while (true) {
            position -= Math.log(1 - random.nextDouble()) / (mutations * lesion * b / d);
            if (position > most) {
                return cells;
            }
            double y = b / d * (1 - Math.exp(-position));
            double p = (b - d) * y / (b - d * y);
            cells += 1 + Math.floor(Math.log(1 - random.nextDouble()) / Math.log(1 - p));
        }
    }

    private static int logBin(double cells) {
        return cells == 0 ? 0 : 1 + (int) Math.floor(Math.log(cells) / Math.log(2));
    }

    private static int totalBin(double cells) {
        return (int) Math.min(39, Math.max(0, 4 * Math.log(cells / 1000) / Math.log(2) + 10));
    }

    /** 2F1(1, a; a + 1; z) = sum of a z^k/(a + k). */
    private static double hypergeometric(double a, double z) {
        double sum = 0;
        double power = 1;
        for (int k = 0; power > 1e-17; k++) {
            sum += a * power / (a + k);
            power *= z;
        }
        return sum;
    }
}
