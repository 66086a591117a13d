package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.Binomial;
import org.evotrial.patient.sampling.Geometric;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The step against Kendall's law, computed here from the textbook's alpha and beta by direct convolution. */
class BirthDeathStepTest {
    private static final int DRAWS = 200_000;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 1, 0, 0});

    @ParameterizedTest
    @CsvSource({
        "1, .14, .13, 21",
        "1, .25, .18, 3",
        "1, .2, .2, 10",
        "20, .14, .13, 21",
        "20, .1, .4, 14",
        "3, 0, .2, 5",
        "5, .3, 0, 4",
        "7, .2, .2, 10"
    })
    void followsTheLinearFractionalLaw(int cells, double birth, double death, double days) {
        BirthDeathStep step = new BirthDeathStep().set(birth, death, days);
        assertFollows(exactLaw(cells, birth, death, days), 1, step, cells);
    }

    @ParameterizedTest
    @CsvSource({"1, .14, .13, 21", "20, .1, .4, 14", "7, .2, .2, 10", "40, .3, .25, 30"})
    void tenStepsHaveTheLawOfOne(int cells, double birth, double death, double days) {
        BirthDeathStep tenth = new BirthDeathStep().set(birth, death, days / 10);
        assertFollows(exactLaw(cells, birth, death, days), 10, tenth, cells);
    }

    @Test
    void aStepOfTheWrongLengthIsFound() {
        BirthDeathStep step = new BirthDeathStep().set(.14, .13, 22);
        assertThatThrownBy(() -> assertFollows(exactLaw(20, .14, .13, 21), 1, step, 20))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aCellSurvivesForEverWithProbabilityOneMinusDeathOverBirth() {
        // evolution-model.md, section 6: survive .2816 at s = .28, exactly 1 - .18/.25 = .28
        BirthDeathStep step = new BirthDeathStep().set(.25, .18, 100);
        assertThat(step.survivalProbability()).isCloseTo(.28, within(3e-4));
        long alive = 0;
        for (int i = 0; i < DRAWS; i++) {
            alive += step.sample(1, random) > 0 ? 1 : 0;
        }
        GoodnessOfFit.assertShare(alive, DRAWS, step.survivalProbability());
    }

    @ParameterizedTest
    @CsvSource({"1e5, .14, .13, 21", "2e5, .1, .16, 14", "9e5, .2, .2, 10", "5e8, .1, .6, 14"})
    void largePopulationsKeepMeanAndVarianceOfTheLaw(double cells, double birth, double death, double days) {
        BirthDeathStep step = new BirthDeathStep().set(birth, death, days);
        // Bailey (1964), The elements of stochastic processes, 8.6: mean n E, variance n (b+d)/(b-d) E (E-1), 2 b T n
        // at b = d
        double e = Math.exp((birth - death) * days);
        double mean = cells * e;
        double variance = cells * (birth == death ? 2 * birth * days : (birth + death) / (birth - death) * e * (e - 1));
        double sum = 0;
        double squares = 0;
        int draws = 50_000;
        for (int i = 0; i < draws; i++) {
            double deviation = step.sample(cells, random) - mean;
            sum += deviation;
            squares += deviation * deviation;
        }
        GoodnessOfFit.assertMean(sum / draws, Math.sqrt(variance), draws, 0);
        GoodnessOfFit.assertMean(squares / draws / variance, Math.sqrt(2), draws, 1);
    }

    @Test
    void theSkewedNormalLawFollowsTheExactLaw() {
        // 600 expected lineages: against binomial survivors with negative binomial offspring
        BirthDeathStep step = new BirthDeathStep().set(.14, .13, 21);
        int cells = (int) (600 / step.survivalProbability());
        long[] counts = new long[80];
        long[] exact = new long[80];
        double mean = cells * step.growthFactor();
        double width = Math.sqrt(cells * .27 * 21) / 8;
        for (int i = 0; i < DRAWS; i++) {
            counts[bin(step.sample(cells, random), mean, width)]++;
            double survivors = Binomial.draw(cells, step.survivalProbability(), random);
            exact[bin(Geometric.drawSum(survivors, step.offspringOdds(), random), mean, width)]++;
        }
        GoodnessOfFit.assertSameLaw(counts, exact);
    }

    /**
     * Skewness of n independent families: a cell that only divides leaves a geometric number, (2 - p)/sqrt(1 - p) with p =
     * e^(-bT); one that only dies a Bernoulli one, (1 - 2p)/sqrt(p(1 - p)) with p = e^(-dT); at b = d with c = 1 + bT the
     * family's third central moment is 6c^2 - 12c + 6 and its variance 2(c - 1). Finds a shift of .04 of about .1.
     */
    @ParameterizedTest
    @CsvSource({"520, .1, 0, 4.05465108108164", "600, 0, .1, 1.05360515657826", "3000, .2, .2, 20"})
    void largePopulationsKeepTheSkewnessOfTheLaw(double cells, double birth, double death, double days) {
        double p = Math.exp(-(birth + death) * days);
        double family = birth == death
                ? 6 * Math.pow(birth * days, 2) / Math.pow(2 * birth * days, 1.5)
                : death == 0 ? (2 - p) / Math.sqrt(1 - p) : (1 - 2 * p) / Math.sqrt(p * (1 - p));
        BirthDeathStep step = new BirthDeathStep().set(birth, death, days);
        double mean = cells * step.growthFactor();
        double deviation = Math.sqrt(cells * step.varianceFactor());
        double sum = 0;
        double hermite = 0;
        int draws = 400_000;
        for (int i = 0; i < draws; i++) {
            double u = (step.sample(cells, random) - mean) / deviation;
            sum += u;
            hermite += u * u * u - 3 * u;
        }
        GoodnessOfFit.assertMean(sum / draws, 1, draws, 0);
        // the third Hermite polynomial of a normal number has the variance 6
        GoodnessOfFit.assertMean(hermite / draws, Math.sqrt(6.3), draws, family / Math.sqrt(cells));
    }

    private static int bin(double number, double mean, double width) {
        return (int) Math.min(79, Math.max(0, Math.floor((number - mean) / width) + 40));
    }

    @Test
    void fromAMillionLineagesTheMeanIsTaken() {
        BirthDeathStep step = new BirthDeathStep().set(.14, .13, 21);
        assertThat(step.sample(1e13, random)).isEqualTo(1e13 * step.growthFactor());
        assertThat(step.growthFactor()).isCloseTo(Math.exp(.21), within(1e-14));
    }

    @Test
    void hugePopulationsThatCollapseAreStillSampledExactly() {
        // 1e13 cells of which about six have living offspring: mean n E, variance n (b+d)/(d-b) E (1-E)
        BirthDeathStep step = new BirthDeathStep().set(.1, 1.1, 28.1);
        double sum = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            sum += step.sample(1e13, random);
        }
        double mean = 1e13 * Math.exp(-28.1);
        assertThat(step.growthFactor()).isCloseTo(Math.exp(-28.1), within(1e-13 * Math.exp(-28.1)));
        double variance = 1e13 * 1.2 * Math.exp(-28.1);
        GoodnessOfFit.assertMean(sum / draws, Math.sqrt(variance), draws, mean);
    }

    @Test
    void nothingComesFromNothingAndAnEmptyStepChangesNothing() {
        BirthDeathStep step = new BirthDeathStep();
        assertThat(step.sample(12, random)).isEqualTo(12);
        assertThat(step.set(.2, .1, 0).sample(12, random)).isEqualTo(12);
        assertThat(step.sample(1200, random)).isEqualTo(1200);
        assertThat(step.set(0, 0, 30).sample(1200, random)).isEqualTo(1200);
        assertThat(step.set(.2, .1, 30).sample(0, random)).isZero();
    }

    @Test
    void ratesThatAreNotNumbersAreRejected() {
        BirthDeathStep step = new BirthDeathStep();
        assertThatThrownBy(() -> step.set(Double.NaN, .1, 1)).hasMessageContaining("birth rate per day (NaN)");
        assertThatThrownBy(() -> step.set(.1, -1, 1)).hasMessageContaining("death rate per day (-1.0)");
        assertThatThrownBy(() -> step.set(.1, .1, Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
    }

    private void assertFollows(double[] law, int steps, BirthDeathStep step, int cells) {
        long[] counts = new long[law.length];
        for (int i = 0; i < DRAWS; i++) {
            double n = cells;
            for (int k = 0; k < steps; k++) {
                n = step.sample(n, random);
            }
            counts[(int) Math.min(law.length - 1, n)]++;
        }
        GoodnessOfFit.assertFollows(counts, law);
    }

    /** P(n) for n below 2000, the rest in the last entry; alpha and beta as in Kendall (1948). */
    private static double[] exactLaw(int cells, double birth, double death, double days) {
        double e = Math.exp((birth - death) * days);
        boolean balanced = birth == death;
        double alpha = balanced ? birth * days / (1 + birth * days) : death * (e - 1) / (birth * e - death);
        double beta = balanced ? alpha : birth * (e - 1) / (birth * e - death);
        double[] law = new double[2000];
        BinomialDistribution survivors = new BinomialDistribution(null, cells, 1 - alpha);
        law[0] = survivors.probability(0);
        for (int m = 1; m <= cells; m++) {
            PascalDistribution failures = new PascalDistribution(null, m, 1 - beta);
            for (int n = m; n < law.length - 1; n++) {
                law[n] += survivors.probability(m) * (beta == 0 ? (n == m ? 1 : 0) : failures.probability(n - m));
            }
        }
        double sum = 0;
        for (double p : law) {
            sum += p;
        }
        law[law.length - 1] = Math.max(1e-12, 1 - sum);
        return law;
    }
}
