package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ages of the clones and the cells of those that are not drawn singly; the laws of their number and of all cells are {@link
 * OneStepOfResistanceTest}'s.
 */
class PreExistingClonesTest {
    private static final int DRAWS = 40_000;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 27, 0, 0});

    /**
     * Clones older than a number, in the mean, U M (b/d) (ln(1 - (d/b)/(M s)) - ln(1 - (d/b) y)) with y = e^(-(b-d) a), and
     * U M (y - 1/M) at d = 0 (Iwasa, Nowak, Michor 2006): their number is Poisson.
     */
    @ParameterizedTest
    @CsvSource({".25, .18, 5000, 2e-4, 60", ".14, .13, 1e9, 5e-8, 300", ".2, 0, 1e8, 2e-8, 4"})
    void theOldestCloneIsAsOldAsTheFirstArrival(
            double birth, double death, double cells, double mutations, double age) {
        PreExistingClones clones = new PreExistingClones().set(birth, death);
        double y = Math.exp(-(birth - death) * age);
        double d = death / birth;
        double older = mutations
                * cells
                * (d == 0 ? y - 1 / cells : (Math.log(1 - d / (cells * (1 - d))) - Math.log(1 - d * y)) / d);
        long none = 0;
        for (int i = 0; i < DRAWS; i++) {
            clones.sample(cells, mutations, random);
            assertThat(clones.oldestAgeDays() > 0).isEqualTo(clones.singleClones() > 0);
            none += clones.oldestAgeDays() <= age ? 1 : 0;
        }
        GoodnessOfFit.assertShare(none, DRAWS, Math.exp(-older));
    }

    /**
     * Cells beside the 16 oldest clones, of which the last has y = e^(-r age) at the 16th arrival of the Poisson process. A clone's size
     * is geometric with mean m = (1 - d y/b)/(s y) and E[size^2] = 2 m^2 - m, and clones have the density U M/(1 - d y/b) in y: sums
     * of 400 parts, at 400 quantiles of the arrival.
     */
    @ParameterizedTest
    @CsvSource({".25, .18, 1e10, 8e-9", ".14, .13, 1e10, 5e-9", ".2, 0, 1e10, 1e-8"})
    void theYoungerClonesHaveTheMeanAndTheVarianceOfTheProcess(
            double birth, double death, double cells, double mutations) {
        double[] exact = younger(death / birth, cells, mutations * cells);
        PreExistingClones clones = new PreExistingClones().set(birth, death);
        double sum = 0;
        double squares = 0;
        double fourth = 0;
        for (int i = 0; i < DRAWS; i++) {
            double deviation = clones.sample(cells, mutations, random) - exact[0];
            for (int k = 0; k < clones.singleClones(); k++) {
                deviation -= clones.cloneSize(k);
            }
            sum += deviation;
            squares += deviation * deviation;
            fourth += deviation * deviation * deviation * deviation;
        }
        double variance = squares / DRAWS;
        GoodnessOfFit.assertMean(sum / DRAWS, Math.sqrt(exact[1]), DRAWS, 0);
        GoodnessOfFit.assertMean(variance, Math.sqrt(fourth / DRAWS - variance * variance), DRAWS, exact[1]);
    }

    /** Mean and variance over the law of the 16th arrival; without a 16th there are no younger clones. */
    private static double[] younger(double d, double lesion, double rate) {
        GammaDistribution arrival = new GammaDistribution(null, 16, 1 / rate);
        double first = d == 0 ? 1 / lesion : -Math.log(1 - d / (lesion * (1 - d))) / d;
        int quantiles = 400;
        double[] sums = new double[3];
        for (int i = 0; i < quantiles; i++) {
            double position = first + arrival.inverseCumulativeProbability((i + .5) / quantiles);
            double from = d == 0 ? position : (1 - Math.exp(-d * position)) / d;
            double mean = 0;
            double square = 0;
            int parts = 400;
            for (int k = 0; k < parts && from < 1; k++) {
                // equal parts of ln y
                double y = Math.pow(from, (k + .5) / parts);
                double width = -Math.log(from) * y / parts * rate / (1 - d * y);
                double size = (1 - d * y) / ((1 - d) * y);
                mean += width * size;
                square += width * (2 * size * size - size);
            }
            sums[0] += mean / quantiles;
            sums[1] += mean * mean / quantiles;
            sums[2] += square / quantiles;
        }
        return new double[] {sums[0], sums[2] + sums[1] - sums[0] * sums[0]};
    }

    @Test
    void withoutMutationOrRoomThereIsNoClone() {
        PreExistingClones clones = new PreExistingClones().set(.2, .1);
        assertThat(clones.sample(1e9, 1e-6, random)).isPositive();
        assertThat(clones.sample(1e9, 0, random)).isZero();
        assertThat(clones.singleClones()).isZero();
        assertThat(clones.oldestAgeDays()).isZero();
        assertThat(clones.sample(1.5, 1, random)).isZero();
    }

    @Test
    void ratesWithWhichNoLesionGrowsAreRejected() {
        PreExistingClones clones = new PreExistingClones();
        assertThatThrownBy(() -> clones.set(.1, .1)).hasMessageContaining("birth rate per day (0.1)");
        assertThatThrownBy(() -> clones.set(1 / 0.0, .1)).hasMessageContaining("birth rate per day (Infinity)");
        assertThatThrownBy(() -> clones.set(Double.NaN, .1)).hasMessageContaining("birth rate per day (NaN)");
        assertThatThrownBy(() -> clones.set(.1, -.1)).hasMessageContaining("death rate per day (-0.1)");
    }
}
