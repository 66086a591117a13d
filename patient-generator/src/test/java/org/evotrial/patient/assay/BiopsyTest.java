package org.evotrial.patient.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.assay.Biopsy.SampledLesion;
import org.evotrial.patient.assay.Biopsy.StateChange;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Measurement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Closed forms of Dirichlet, beta-binomial and binomial laws. */
class BiopsyTest {
    private static final int DRAWS = 50_000;
    private static final double WELL_MIXED = 1e9;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 10, 0, 0});
    private final FixedDisease disease = new FixedDisease(2);
    private final Measurement result = new Measurement(1);

    /** One copy, all cells tumour: the fraction of mutant reads is the share of mutant cells. */
    private static Biopsy haploid(int regions, double mixing, int reads, int fewest, double limit) {
        return new Biopsy(
                List.of("resistance"),
                SampledLesion.LARGEST,
                10,
                regions,
                mixing,
                1,
                0,
                1,
                reads,
                0,
                fewest,
                limit,
                0,
                0,
                null,
                null);
    }

    private static Biopsy of(SampledLesion lesion, double failure, @Nullable StateChange stateChange) {
        return new Biopsy(
                stateChange == null ? List.of("resistance") : List.of(),
                lesion,
                10,
                1,
                WELL_MIXED,
                1,
                0,
                1,
                1000,
                0,
                1,
                0,
                failure,
                0,
                stateChange,
                null);
    }

    private static FixedTumour lesion(double resistantShare) {
        return new FixedTumour().lesion(FixedDisease.LUNG, new double[][] {
            {1e9 * (1 - resistantShare), 0}, {1e9 * resistantShare, 0}
        });
    }

    private AssaySampler sampler(Biopsy biopsy) {
        return biopsy.compile(disease, "/assays/biopsy").newSampler(disease);
    }

    private long positives(Biopsy biopsy, TumourView tumour) {
        AssaySampler sampler = sampler(biopsy);
        long count = 0;
        for (int i = 0; i < DRAWS; i++) {
            sampler.sample(tumour, random, result);
            count += result.positive(0) ? 1 : 0;
        }
        return count;
    }

    @Test
    void aRegionMissesACloneWithTheBetaBinomialProbability() {
        // P(no mutant read of 50) = B(a, b + 50) / B(a, b) with a = .2 x 3, b = .8 x 3
        double none = Math.exp(Beta.logBeta(.6, 2.4 + 50) - Beta.logBeta(.6, 2.4));
        assertThat(none).isBetween(.1, .3);
        GoodnessOfFit.assertShare(positives(haploid(1, 3, 50, 1, 0), lesion(.2)), DRAWS, 1 - none);
    }

    @Test
    void severalRegionsFindWhatOneMisses() {
        double none = Math.exp(Beta.logBeta(.6, 2.4 + 50) - Beta.logBeta(.6, 2.4));
        GoodnessOfFit.assertShare(positives(haploid(4, 3, 50, 1, 0), lesion(.2)), DRAWS, 1 - Math.pow(none, 4));
    }

    @Test
    void withoutMixingARegionIsOneClone() {
        // kappa to 0: the share is 1 with probability f, and so is the call at a limit of .99
        GoodnessOfFit.assertShare(positives(haploid(1, 1e-6, 50, 1, .99), lesion(.2)), DRAWS, .2);
    }

    @Test
    void wellMixedClonesAreReadBinomially() {
        // 100 reads of a share of .02: P(at least 5)
        double tail = BinomialTail.atLeast(5, 100, .02);
        GoodnessOfFit.assertShare(positives(haploid(1, WELL_MIXED, 100, 1, .05), lesion(.02)), DRAWS, tail);
    }

    @Test
    void localSharesHaveTheVarianceOfTheBetaLaw() {
        LocalSample region = new LocalSample(disease);
        region.look(lesion(.3), 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            region.draw(4, random);
            double deviation = region.genotype(1) - .3;
            sum += deviation;
            squares += deviation * deviation;
        }
        // f (1 - f) / (kappa + 1) = .042; the variance of its estimate has sd sqrt(kurtosis - 1), Beta(1.2, 2.8)
        GoodnessOfFit.assertMean(sum / DRAWS, Math.sqrt(.042), DRAWS, 0);
        GoodnessOfFit.assertMean(squares / DRAWS / .042, 1.299, DRAWS, 1);
    }

    @Test
    void purityAndPloidyDiluteTheVariant() {
        Biopsy biopsy = new Biopsy(
                List.of("driver"), SampledLesion.LARGEST, 10, 1, 5, .4, 0, 4, 500, 0, 1, 0, 0, 0, null, null);
        // one of four copies in 40 % of the cells, two copies in the rest: .4 / (1.6 + 1.2)
        assertThat(biopsy.expectedVaf(1, .4)).isEqualTo(.4 / 2.8);
        AssaySampler sampler = sampler(biopsy);
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sampler.sample(lesion(.5), random, result);
            sum += result.value(0);
        }
        double p = .4 / 2.8;
        GoodnessOfFit.assertMean(sum / DRAWS, Math.sqrt(p * (1 - p) / 500), DRAWS, p);
    }

    @Test
    void purityVariesWithItsStandardDeviation() {
        Biopsy biopsy = new Biopsy(
                List.of("driver"), SampledLesion.LARGEST, 10, 1, 5, .4, .2, 2, 1_000_000, 0, 1, 0, 0, 0, null, null);
        AssaySampler sampler = sampler(biopsy);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            sampler.sample(lesion(.5), random, result);
            double deviation = 2 * result.value(0) - .4;
            sum += deviation;
            squares += deviation * deviation;
        }
        GoodnessOfFit.assertMean(sum / DRAWS, .2, DRAWS, 0);
        GoodnessOfFit.assertMean(squares / DRAWS / .04, 1.165, DRAWS, 1);
    }

    @Test
    void theLesionIsChosenAmongThoseThatCanBeReached() {
        // brain: largest, not accessible; lung small and sensitive; liver resistant and grown since its nadir
        FixedTumour tumour = new FixedTumour()
                .lesion(FixedDisease.LUNG, new double[][] {{2e9, 0}, {0, 0}})
                .lesion(FixedDisease.BRAIN, new double[][] {{9e9, 0}, {0, 0}})
                .lesion(FixedDisease.LIVER, new double[][] {{0, 0}, {1e9, 0}})
                .lesion(FixedDisease.LIVER, new double[][] {{1e8, 0}, {0, 0}})
                .nadir(2, 5e8);
        assertThat(positives(of(SampledLesion.LARGEST, 0, null), tumour)).isZero();
        assertThat(positives(of(SampledLesion.PRIMARY, 0, null), tumour)).isZero();
        assertThat(positives(of(SampledLesion.PROGRESSING, 0, null), tumour)).isEqualTo(DRAWS);
        // of two that are large enough; the fourth has 5.8 mm
        GoodnessOfFit.assertShare(positives(of(SampledLesion.RANDOM, 0, null), tumour), DRAWS, .5);
    }

    @Test
    void theLesionIsAnyOrThePrimaryWhereOneIsAskedFor() {
        // three of five can be sampled, one of them, the primary, is resistant
        FixedTumour tumour = new FixedTumour()
                .lesion(FixedDisease.LUNG, new double[][] {{0, 0}, {1e9, 0}})
                .lesion(FixedDisease.BRAIN, new double[][] {{0, 0}, {9e9, 0}})
                .lesion(FixedDisease.LIVER, new double[][] {{1e9, 0}, {0, 0}})
                .lesion(FixedDisease.LIVER, new double[][] {{0, 0}, {1e8, 0}})
                .lesion(FixedDisease.LIVER, new double[][] {{2e9, 0}, {0, 0}});
        GoodnessOfFit.assertShare(positives(of(SampledLesion.RANDOM, 0, null), tumour), DRAWS, 1.0 / 3);
        assertThat(positives(of(SampledLesion.PRIMARY, 0, null), tumour)).isEqualTo(DRAWS);
        assertThat(positives(of(SampledLesion.LARGEST, 0, null), tumour)).isZero();
        assertThat(positives(of(SampledLesion.PROGRESSING, 0, null), tumour))
                .as("none has grown")
                .isZero();
    }

    @Test
    void aLesionWithoutAGenotypeShowsNothingOfTheOneBefore() {
        FixedTumour tumour = lesion(.5).lesion(FixedDisease.LIVER, new double[][] {{2e9, 0}, {0, 0}});
        tumour.passesOverEmptyGenotypes = true;
        LocalSample region = new LocalSample(disease);
        region.look(tumour, 0);
        region.look(tumour, 1);
        region.draw(4, random);
        assertThat(region.genotype(0)).isEqualTo(1);
        assertThat(region.genotype(1)).isZero();
    }

    @Test
    void fractionsOfSeveralRegionsAreTheirMean() {
        Biopsy biopsy = new Biopsy(
                List.of("resistance"),
                SampledLesion.LARGEST,
                10,
                4,
                WELL_MIXED,
                1,
                0,
                1,
                10_000,
                .05,
                1,
                0,
                0,
                0,
                new StateChange(10_000, .35),
                null);
        assertThat(biopsy.units()).containsExactly("tissue VAF", "share");
        assertThat(biopsy.limitOfDetection()).isEqualTo(1);
        FixedTumour tumour = new FixedTumour().lesion(FixedDisease.LUNG, new double[][] {{6e8, 1e8}, {2e8, 1e8}});
        Measurement both = new Measurement(2);
        sampler(biopsy).sample(tumour, random, both);
        // errors both ways: .3 x .95 + .7 x .05; 40,000 reads, sd .0024, and 10,000 cells, sd .004; five of them
        assertThat(both.value(0)).isCloseTo(.32, within(.012));
        assertThat(both.value(1)).isCloseTo(.2, within(.02));
        assertThat(both.positive(1)).isFalse();
    }

    @Test
    void withoutALesionToReachThereIsNoResult() {
        FixedTumour tumour = new FixedTumour().lesion(FixedDisease.BRAIN, new double[][] {{9e9, 0}, {0, 0}});
        for (SampledLesion lesion : SampledLesion.values()) {
            sampler(of(lesion, 0, null)).sample(tumour, random, result);
            assertThat(result.evaluable()).isFalse();
        }
    }

    @Test
    void aShareOfSamplesFails() {
        AssaySampler sampler = sampler(of(SampledLesion.LARGEST, .12, null));
        long failed = 0;
        for (int i = 0; i < DRAWS; i++) {
            sampler.sample(lesion(.5), random, result);
            failed += result.evaluable() ? 0 : 1;
        }
        GoodnessOfFit.assertShare(failed, DRAWS, .12);
    }

    @Test
    void aChangeOfStateIsTheShareOfCellsInOtherPhenotypes() {
        FixedTumour tumour = new FixedTumour().lesion(FixedDisease.LUNG, new double[][] {{6e8, 3e8}, {1e8, 0}});
        Biopsy biopsy = of(SampledLesion.LARGEST, 0, new StateChange(100, .35));
        assertThat(biopsy.channels()).containsExactly("state-change");
        // 30 % tolerant: P(at least 35 of 100)
        GoodnessOfFit.assertShare(positives(biopsy, tumour), DRAWS, BinomialTail.atLeast(35, 100, .3));
    }

    @Test
    void aDiseaseOfOnePhenotypeChangesNoState() {
        assertThatThrownBy(() -> of(SampledLesion.LARGEST, 0, new StateChange(100, .35))
                        .compile(new FixedDisease(1), "/assays/biopsy"))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/assays/biopsy/stateChange"));
    }

    @Test
    void rejectsWhatMeasuresNothingAndAnImpossibleSpread() {
        assertThatThrownBy(() -> new Biopsy(
                        List.of(), SampledLesion.LARGEST, 10, 1, 5, .5, 0, 2, 500, 0, 1, 0, 0, 0, null, null))
                .hasMessageContaining("nothing is measured");
        assertThatThrownBy(() -> new Biopsy(
                        List.of("driver"), SampledLesion.LARGEST, 10, 1, 5, .5, .6, 2, 500, 0, 1, 0, 0, 0, null, null))
                .hasMessageContaining("puritySd (0.6)");
    }
}
