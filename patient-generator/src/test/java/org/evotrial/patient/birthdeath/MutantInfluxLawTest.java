package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Number of mutants and age of their oldest clone against the exact compound Poisson law: clones of k cells have the intensity
 * l_k = u b S0 times the integral over the ages a of e^(lambda (T-a)) s(a) (1 - p) p^(k-1), p = 1 - 1/(1 + b' phi(a)), and
 * P(n) = sum_k k l_k P(n-k) / n (Panjer 1981, doi:10.1017/S0515036100006796).
 */
class MutantInfluxLawTest {
    private static final double DAYS = 21;
    private static final double RATE = 1e-7;
    private static final int DRAWS = 60_000;
    private static final int SIZES = 1500;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 28, 0, 0});

    private static double phi(double rate, double days) {
        return rate == 0 ? days : Math.expm1(rate * days) / rate;
    }

    /** Density in the age of living clones per parent and founding rate. */
    private static double living(double parentNet, double birth, double death, double age) {
        double phi = phi(birth - death, age);
        return Math.exp(parentNet * (DAYS - age)) * (1 + (birth - death) * phi) / (1 + birth * phi);
    }

    /** Intensities l_k for k = 1, ..., by the midpoint rule in 4,000 parts. */
    private static double[] intensities(double supply, double parentNet, double birth, double death) {
        double[] l = new double[SIZES];
        int parts = 4000;
        for (int i = 0; i < parts; i++) {
            double age = (i + .5) / parts * DAYS;
            double odds = birth * phi(birth - death, age);
            double of = supply * DAYS / parts * living(parentNet, birth, death, age) / (1 + odds);
            for (int k = 1; k < SIZES && of > 1e-18; k++) {
                l[k] += of;
                of *= odds / (1 + odds);
            }
        }
        return l;
    }

    private static double[] law(double[] l) {
        double[] law = new double[SIZES];
        double sum = 0;
        for (double of : l) {
            sum += of;
        }
        law[0] = Math.exp(-sum);
        for (int n = 1; n < SIZES; n++) {
            double inner = 0;
            for (int k = 1; k <= n; k++) {
                inner += k * l[k] * law[n - k];
            }
            law[n] = inner / n;
        }
        return law;
    }

    /** Up to 3.5 foundings are drawn one by one, thirty survivors first; the last column is the width of a bin of mutants. */
    @ParameterizedTest
    @CsvSource({
        "2, -.02, .2, .1, 1",
        "2, 0, .2, .1, 1",
        "3.5, .03, .1, .25, 1",
        "2, -.05, .15, .15, 1",
        "30, -.02, .2, .1, 5",
        "30, .03, .1, .25, 1"
    })
    void mutantsFollowTheCompoundPoissonLaw(double foundings, double parentNet, double birth, double death, int width) {
        double parents = foundings / (RATE * phi(parentNet, DAYS));
        double[] l = intensities(RATE * parents, parentNet, birth, death);
        double[] exact = law(l);
        int bins = 400;
        double[] probabilities = new double[bins];
        for (int n = 0; n < SIZES; n++) {
            probabilities[Math.min(bins - 1, n / width)] += exact[n];
        }
        MutantInflux influx = new MutantInflux().set(RATE, parentNet, birth, death, DAYS);
        long[] counts = new long[bins];
        for (int i = 0; i < DRAWS; i++) {
            counts[(int) Math.min(bins - 1, influx.sample(parents, random) / width)]++;
        }
        GoodnessOfFit.assertFollows(counts, probabilities);
        double variance = 0;
        for (int k = 1; k < SIZES; k++) {
            variance += (double) k * k * l[k];
        }
        // at b' = d' the moments are those of a net growth of 1e-6 per day
        double tolerance = birth == death ? 1e-6 * DAYS : 2e-6;
        assertThat(new MutantInflux().set(RATE, parentNet, birth, death, DAYS).variancePerParent() * parents)
                .isCloseTo(variance, within(tolerance * variance));
    }

    @ParameterizedTest
    @CsvSource({"-.02, .2, .1, 5", "0, .1, .3, 14", ".05, .2, 0, 10"})
    void theOldestOfFewClonesHasItsExactAge(double parentNet, double birth, double death, double age) {
        // no living clone older than a: e^-(the integral of the density from a to T)
        double parents = 2 / (RATE * phi(parentNet, DAYS));
        double older = 0;
        int parts = 10_000;
        for (int i = 0; i < parts; i++) {
            double width = (DAYS - age) / parts;
            older += RATE * parents * width * living(parentNet, birth, death, age + (i + .5) * width);
        }
        MutantInflux influx = new MutantInflux().set(RATE, parentNet, birth, death, DAYS);
        long none = 0;
        for (int i = 0; i < DRAWS; i++) {
            none += influx.sample(parents, random) == 0 || influx.oldestAgeDays() <= age ? 1 : 0;
        }
        GoodnessOfFit.assertShare(none, DRAWS, Math.exp(-older));
    }

    @Test
    void theOldestOfManyClonesHasItsExpectedAge() {
        // without death and with constant parents, ages are uniform: the oldest of K has the mean K/(K+1) T
        double parents = 8 / (RATE * DAYS);
        PoissonDistribution number = new PoissonDistribution(8);
        double expected = 0;
        for (int k = 1; k < 60; k++) {
            expected += DAYS * k / (k + 1) * number.probability(k);
        }
        MutantInflux influx = new MutantInflux().set(RATE, 0, .2, 0, DAYS);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double oldest = influx.sample(parents, random) > 0 ? influx.oldestAgeDays() : 0;
            assertThat(oldest).isBetween(0.0, DAYS);
            sum += oldest;
            squares += oldest * oldest;
        }
        double mean = sum / DRAWS;
        GoodnessOfFit.assertMean(mean, Math.sqrt(squares / DRAWS - mean * mean), DRAWS, expected);
        influx.sample(1e16, random);
        assertThat(influx.oldestAgeDays()).isEqualTo(DAYS);
    }

    @Test
    void numbersByMomentsAreNegativeBinomialOrPoisson() {
        // mean r (1-p)/p = 6 and variance mean/p = 18: p = 1/3, r = 3
        PascalDistribution overdispersed = new PascalDistribution(null, 3, 1.0 / 3);
        PoissonDistribution plain = new PoissonDistribution(6);
        double[][] laws = new double[3][60];
        long[][] counts = new long[3][60];
        for (int n = 0; n < 60; n++) {
            laws[0][n] = overdispersed.probability(n);
            laws[1][n] = plain.probability(n);
            laws[2][n] = plain.probability(n);
        }
        double[] variances = {18, 6, 4};
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < DRAWS; i++) {
                counts[k][(int) Math.min(59, MutantInflux.sampleByMoments(6, variances[k], random))]++;
            }
            GoodnessOfFit.assertFollows(counts[k], laws[k]);
        }
    }
}
