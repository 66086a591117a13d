package org.evotrial.patient.birthdeath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutantInfluxTest {
    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 5, 0, 0});

    @ParameterizedTest
    @CsvSource({".01, .14, .13, 21", "-.3, .14, .12, 28", "-.6, .1, .3, 56", "0, .2, .2, 14", ".1, .25, .05, 60"})
    void expectedClonesAgreeWithAdaptiveQuadrature(double parentNet, double birth, double death, double days) {
        double r = birth - death;
        double reference = new IterativeLegendreGaussIntegrator(32, 1e-12, 1e-12)
                .integrate(
                        1_000_000,
                        a -> {
                            double survival = r == 0
                                    ? 1 / (1 + birth * a)
                                    : Math.exp(r * a) * r / (birth * Math.exp(r * a) - death);
                            return Math.exp(parentNet * (days - a)) * survival;
                        },
                        0,
                        days);
        MutantInflux influx = new MutantInflux().set(1e-6, parentNet, birth, death, days);
        assertThat(influx.livingClonesPerParent()).isCloseTo(1e-6 * reference, within(1e-6 * 1e-6 * reference));
    }

    @ParameterizedTest
    @CsvSource({"1e6, .02, .14, .13, 21", "5e7, .02, .14, .13, 21", "5e7, -.2, .14, .1, 28", "3e9, -.2, .14, .1, 28"})
    void meanOfTheMutantsIsTheMeanOfTheProcess(
            double parents, double parentNet, double birth, double death, double days) {
        // from 2 to thousands of foundings per step: single drawing and nodes
        double u = 1e-7;
        double r = birth - death;
        MutantInflux influx = new MutantInflux().set(u, parentNet, birth, death, days);
        double expected = parents * u * (Math.exp(parentNet * days) - Math.exp(r * days)) / (parentNet - r);
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            double mutants = influx.sample(parents, random);
            sum += mutants;
            squares += mutants * mutants;
        }
        double mean = sum / draws;
        assertThat(influx.meanPerParent() * parents).isCloseTo(expected, within(1e-9 * expected + 1e-9));
        GoodnessOfFit.assertMean(
                mean, Math.sqrt(squares / draws - mean * mean), draws, influx.meanPerParent() * parents);
    }

    @Test
    void survivorsFirstHasTheLawOfSingleDrawing() {
        // 45 foundings expected: survivors first; fifteen parts of 3 each are drawn singly
        MutantInflux influx = new MutantInflux().set(1e-7, -.02, .2, .1, 21);
        double parents = 45 / (1e-7 * (1 - Math.exp(-.42)) / .02);
        long[] first = new long[60];
        long[] single = new long[60];
        for (int i = 0; i < 60_000; i++) {
            first[(int) Math.min(59, influx.sample(parents, random) / 4)]++;
            double sum = 0;
            for (int k = 0; k < 15; k++) {
                sum += influx.sample(parents / 15, random);
            }
            single[(int) Math.min(59, sum / 4)]++;
        }
        GoodnessOfFit.assertSameLaw(first, single);
    }

    @Test
    void largeSuppliesHaveMeanAndVarianceOfSingleDrawing() {
        // 90 foundings expected: survivors first; thirty parts of 3 each are drawn singly
        MutantInflux influx = new MutantInflux().set(1e-7, -.02, .2, .1, 21);
        double parents = 90 / (1e-7 * (1 - Math.exp(-.42)) / .02);
        int draws = 20_000;
        double[] sums = new double[4];
        double mean = influx.meanPerParent() * parents;
        for (int i = 0; i < draws; i++) {
            double atOnce = influx.sample(parents, random) - mean;
            double parts = -mean;
            for (int k = 0; k < 30; k++) {
                parts += influx.sample(parents / 30, random);
            }
            sums[0] += atOnce;
            sums[1] += atOnce * atOnce;
            sums[2] += parts;
            sums[3] += parts * parts;
        }
        double variance = sums[1] / draws;
        double reference = sums[3] / draws;
        GoodnessOfFit.assertMean(sums[0] / draws, Math.sqrt(reference), draws, 0);
        GoodnessOfFit.assertMean(sums[2] / draws, Math.sqrt(variance), draws, 0);
        // the ratio of two variances of near-normal sums has a standard deviation of 2 sqrt(1/n)
        GoodnessOfFit.assertMean(variance / reference, 2, draws, 1);
    }

    @Test
    void hugeSuppliesGiveTheMean() {
        MutantInflux influx = new MutantInflux().set(1e-3, .01, .14, .13, 21);
        assertThat(influx.sample(1e12, random)).isEqualTo(1e12 * influx.meanPerParent());
    }

    @Test
    void withoutParentsOrMutationThereIsNothing() {
        assertThat(new MutantInflux().set(0, .01, .14, .13, 21).sample(1e12, random))
                .isZero();
        assertThat(new MutantInflux().set(1e-6, .01, .14, .13, 21).sample(0, random))
                .isZero();
        assertThat(new MutantInflux().set(1e-6, .01, .14, .13, 0).sample(1e9, random))
                .isZero();
    }

    @Test
    void argumentsThatAreNotNumbersAreRejected() {
        assertThatThrownBy(() -> new MutantInflux().set(1e-6, Double.NaN, .1, .1, 1))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new MutantInflux().set(-1, .01, .1, .1, 1)).hasMessageContaining("founding rate");
        assertThatThrownBy(() -> new MutantInflux().set(1, .01, -.1, .1, 1)).hasMessageContaining("birth rate");
        assertThatThrownBy(() -> new MutantInflux().set(1, .01, .1, -.1, 1)).hasMessageContaining("death rate");
        assertThatThrownBy(() -> new MutantInflux().set(1, .01, .1, .1, -1)).hasMessageContaining("length of the step");
    }

    @Test
    void theEmpiricalPriorHasItsSpikeMedianAndClip() {
        ResistantFractionPrior prior = new ResistantFractionPrior(.6, 1e-3, 2.3, .1);
        int draws = 200_000;
        long carriers = 0;
        long belowMedian = 0;
        long clipped = 0;
        for (int i = 0; i < draws; i++) {
            double fraction = prior.sampleFraction(random);
            carriers += fraction > 0 ? 1 : 0;
            belowMedian += fraction > 0 && fraction < 1e-3 ? 1 : 0;
            clipped += fraction == .1 ? 1 : 0;
        }
        GoodnessOfFit.assertShare(carriers, draws, .6);
        GoodnessOfFit.assertShare(belowMedian, draws, .3);
        // P(Z > ln(100)/2.3 = 2.00225) = .02263
        GoodnessOfFit.assertShare(clipped, draws, .6 * .02263);
        assertThat(ResistantFractionPrior.sampleCells(1e9, 0, random)).isZero();
        // Poisson(1e6), five standard deviations; never more than there are
        assertThat(ResistantFractionPrior.sampleCells(1e9, 1e-3, random)).isCloseTo(1e6, within(5e3));
        assertThat(ResistantFractionPrior.sampleCells(2, 1e3, random)).isEqualTo(2);
        assertThatThrownBy(() -> new ResistantFractionPrior(1.2, 1e-3, 1, 1))
                .hasMessageContaining("carrierProbability");
    }

    @Test
    void cellDaysOfMutantsAreTheIntegralOfTheirMean() {
        // u b (e^(lambda t) - e^(rt)) / (lambda - r) by the midpoint rule in 100,000 parts; three have lambda = r, one
        // nearly
        double[][] cases = {
            {-.07, .14, .17}, {.01, .14, .13}, {-.03, .14, .02}, {-.03, .14, .17}, {0, .1, .1}, {.0105, .14, .13}
        };
        for (double[] rates : cases) {
            double net = rates[1] - rates[2];
            double sum = 0;
            int parts = 100_000;
            for (int i = 0; i < parts; i++) {
                double t = 28 * (i + .5) / parts;
                double gap = rates[0] - net;
                double mean = Math.abs(gap) < 1e-9
                        ? t * Math.exp(net * t)
                        : (Math.exp(rates[0] * t) - Math.exp(net * t)) / gap;
                sum += 2e-3 * mean * 28 / parts;
            }
            MutantInflux influx = new MutantInflux().set(2e-3, rates[0], rates[1], rates[2], 28);
            assertThat(influx.cellDaysPerParent()).isCloseTo(sum, within(1e-8 * sum));
        }
    }

    @Test
    void ratesWhoseExponentialsOverflowGiveNumbers() {
        // parents that vanish at once found u b/20 clones; each lives on for T with the probability of its own step
        double living = new MutantInflux().set(1e-3, -20, .2, .1, 100).livingClonesPerParent();
        assertThat(living).isFinite().isBetween(0.0, 1e-3 / 20);
        assertThat(new MutantInflux().set(1e-3, .1, 20, 30, 100).livingClonesPerParent())
                .isFinite()
                .isPositive();
        assertThat(new MutantInflux().set(1e-3, -20, 0, 30, 100).livingClonesPerParent())
                .isFinite()
                .isNotNegative();
    }
}
