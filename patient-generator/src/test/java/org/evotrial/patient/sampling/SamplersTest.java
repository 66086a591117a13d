package org.evotrial.patient.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sampler against the cumulative distribution function of Commons Math, 200,000 draws each. */
class SamplersTest {
    private static final int DRAWS = 200_000;
    private static final int BINS = 200;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 0, 0, 0});

    @ParameterizedTest
    @CsvSource({
        "1, .5",
        "5, .3",
        "40, .5",
        "40, .9",
        "1000, .001",
        "1000, .3",
        "1000, .0101",
        "20, .5",
        "21, .48",
        "30000, .9",
        "100000, .2",
        "2000000000, 1e-8",
        "2000000000, .4"
    })
    void binomialFollowsItsLaw(int trials, double probability) {
        BinomialDistribution law = new BinomialDistribution(trials, probability);
        double mean = trials * probability;
        double spread = Math.sqrt(mean * (1 - probability));
        assertFollows(
                mean,
                spread,
                true,
                x -> law.cumulativeProbability((int) Math.floor(x)),
                r -> Binomial.draw(trials, probability, r));
    }

    @Test
    void binomialOfMoreTrialsThanAnIntegerHoldsKeepsMeanAndVariance() {
        assertFollows(
                5,
                2.3,
                true,
                x -> new PoissonDistribution(5).cumulativeProbability((int) Math.floor(x)),
                r -> Binomial.draw(1e12, 5e-12, r));
        NormalDistribution law = new NormalDistribution(null, 3e12, Math.sqrt(1e13 * .3 * .7));
        assertFollows(
                3e12, Math.sqrt(1e13 * .3 * .7), false, law::cumulativeProbability, r -> Binomial.draw(1e13, .3, r));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.001, .1, 1, 5, 9.999, 10, 12.5, 50, 1000, 123456})
    void poissonFollowsItsLaw(double mean) {
        PoissonDistribution law = new PoissonDistribution(mean);
        assertFollows(
                mean,
                Math.sqrt(mean),
                true,
                x -> law.cumulativeProbability((int) Math.floor(x)),
                r -> Poisson.draw(mean, r));
    }

    @Test
    void poissonOfAHugeMeanIsNormal() {
        NormalDistribution law = new NormalDistribution(null, 1e13, Math.sqrt(1e13));
        assertFollows(1e13, Math.sqrt(1e13), false, law::cumulativeProbability, r -> Poisson.draw(1e13, r));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.1, .5, 1, 1.5, 10, 1000, 1e6})
    void gammaFollowsItsLaw(double shape) {
        GammaDistribution law = new GammaDistribution(null, shape, 1);
        assertFollows(shape, Math.sqrt(shape), false, law::cumulativeProbability, r -> Gamma.draw(shape, r));
    }

    @Test
    void normalFollowsItsLaw() {
        assertFollows(0, 1, false, new NormalDistribution(null, 0, 1)::cumulativeProbability, Normal::draw);
    }

    @Test
    void exponentialFollowsItsLaw() {
        assertFollows(1, 1, false, new ExponentialDistribution(null, 1)::cumulativeProbability, Exponential::draw);
    }

    @ParameterizedTest
    @CsvSource({"1, .2", "1, 30", "4, 2.5", "6, .01", "7, 2.5", "20, .3", "500, 4", "29999, 1.5"})
    void sumsOfGeometricsAreNegativeBinomial(int count, double odds) {
        PascalDistribution law = new PascalDistribution(null, count, 1 / (1 + odds));
        assertFollows(
                count * (1 + odds),
                Math.sqrt(count * odds * (1 + odds)),
                true,
                x -> law.cumulativeProbability((int) Math.floor(x) - count),
                r -> Geometric.drawSum(count, odds, r));
    }

    @Test
    void oneGeometricIsASumOfOne() {
        PascalDistribution law = new PascalDistribution(null, 1, 1 / 3.5);
        assertFollows(
                3.5, 3, true, x -> law.cumulativeProbability((int) Math.floor(x) - 1), r -> Geometric.draw(2.5, r));
        assertThat(Geometric.draw(0, random)).isEqualTo(1);
    }

    @Test
    void largeSumsOfGeometricsKeepMeanAndVariance() {
        NormalDistribution law = new NormalDistribution(null, 4e5 * 3, Math.sqrt(4e5 * 6));
        assertFollows(
                4e5 * 3, Math.sqrt(4e5 * 6), false, law::cumulativeProbability, r -> Geometric.drawSum(4e5, 2, r));
    }

    @Test
    void edgesOfTheDomainAreExact() {
        assertThat(Binomial.draw(10, 0, random)).isZero();
        assertThat(Binomial.draw(10, 1, random)).isEqualTo(10);
        assertThat(Binomial.draw(0, .5, random)).isZero();
        assertThat(Poisson.draw(0, random)).isZero();
        assertThat(Geometric.drawSum(0, 3, random)).isZero();
    }

    @Test
    void argumentsThatWouldLoopForEverAreRejected() {
        assertThatThrownBy(() -> Binomial.draw(10, Double.NaN, random)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Binomial.draw(Double.NaN, .5, random)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Binomial.draw(10, 1.5, random)).hasMessageContaining("[0, 1]");
        assertThatThrownBy(() -> Poisson.draw(Double.NaN, random)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Poisson.draw(-1, random)).hasMessageContaining("not negative");
        assertThatThrownBy(() -> Gamma.draw(Double.NaN, random)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Gamma.draw(0, random)).hasMessageContaining("positive");
    }

    @Test
    void aWrongLawIsFound() {
        PoissonDistribution wrong = new PoissonDistribution(12.7);
        assertThatThrownBy(() -> assertFollows(
                        12.5,
                        3.5,
                        true,
                        x -> wrong.cumulativeProbability((int) Math.floor(x)),
                        r -> Poisson.draw(12.5, r)))
                .isInstanceOf(AssertionError.class);
    }

    /** Bins of a sixteenth of a standard deviation (at least 1 for integers) around the mean. */
    private void assertFollows(
            double mean,
            double spread,
            boolean integer,
            DoubleUnaryOperator law,
            ToDoubleFunction<UniformRandomProvider> sampler) {
        double width = integer ? Math.max(1, Math.floor(spread / 16)) : spread / 16;
        double start = integer ? Math.floor(mean) - BINS / 2 * width + .5 : mean - BINS / 2 * width;
        long[] counts = new long[BINS];
        for (int i = 0; i < DRAWS; i++) {
            double draw = sampler.applyAsDouble(random);
            counts[(int) Math.min(BINS - 1, Math.max(0, Math.floor((draw - start) / width)))]++;
        }
        double[] probabilities = new double[BINS];
        double below = 0;
        for (int i = 0; i < BINS; i++) {
            double upTo = i == BINS - 1 ? 1 : law.applyAsDouble(start + (i + 1) * width);
            probabilities[i] = upTo - below;
            below = upTo;
        }
        GoodnessOfFit.assertFollows(counts, probabilities);
    }
}
