package org.evotrial.patient.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.assay.CtdnaAssay.MolecularResponse;
import org.evotrial.patient.disease.NonTumourVariant;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Measurement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From a tumour to its concentrations in plasma and what a sample shows of them; what one sample reads is {@link CtdnaAssayTest}'s. */
class PlasmaSampleTest {
    /** Genome equivalents per mL per death: 1e-4 each, cleared at ln 2 / 30 minutes from 2,750 mL. */
    private static final double PER_DEATH = 1e-4 / (Math.log(2) * 48 * 2750);

    /** 1.86 x 3.38 ng per mL of 0.0066 ng each, Avanzini et al. 2020. */
    private static final double BACKGROUND = 1.86 * 3.38 / .0066;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 13, 0, 0});
    private final FixedDisease disease = new FixedDisease(2);

    /** Two lesions; the brain sheds a tenth; .13 deaths per cell and day. */
    private static FixedTumour tumour(double scale) {
        return new FixedTumour()
                .lesion(FixedDisease.LUNG, new double[][] {{6e11 * scale, 3e11 * scale}, {1e11 * scale, 0}})
                .lesion(FixedDisease.BRAIN, new double[][] {{0, 0}, {2e11 * scale, 2e11 * scale}});
    }

    /** So many molecules that a fraction is its expectation to about .001 of itself; background fixed at 950 per mL. */
    private static CtdnaAssay precise(boolean matched, @Nullable MolecularResponse response) {
        return new CtdnaAssay(
                List.of("resistance", "driver"),
                0,
                0,
                1e6,
                1e8,
                950 * .0066 / 1e8,
                .0066,
                1,
                0,
                1e12,
                1,
                0,
                0,
                null,
                1,
                1,
                matched,
                response,
                null);
    }

    private AssaySampler sampler(CtdnaAssay assay) {
        AssaySampler sampler = assay.compile(disease, "/assays/plasma").newSampler(disease);
        sampler.begin();
        return sampler;
    }

    @Test
    void concentrationsBalanceSheddingAndClearance() {
        PlasmaDna plasma = new PlasmaDna(disease);
        double driver = .13 * PER_DEATH * (1e12 + .1 * 4e11);
        double resistance = .13 * PER_DEATH * (1e11 + .1 * 4e11);
        assertThat(plasma.concentrate(tumour(1))).isCloseTo(driver, within(1e-12 * driver));
        assertThat(plasma.mutant(0)).isCloseTo(driver, within(1e-12 * driver));
        assertThat(plasma.mutant(1)).isCloseTo(resistance, within(1e-12 * resistance));
        assertThat(plasma.expectedVaf(1, tumour(1))).isCloseTo(resistance / (driver + BACKGROUND), within(1e-12));
        assertThat(plasma.expectedVaf(0, tumour(1e3))).isCloseTo(1, within(.06));
    }

    @Test
    void aTumourThatShedsNothingLeavesNothingInPlasma() {
        PlasmaDna plasma = new PlasmaDna(disease);
        plasma.concentrate(tumour(1));
        FixedTumour silent = tumour(1);
        silent.shedding = 0;
        assertThat(plasma.concentrate(silent)).isZero();
        assertThat(plasma.mutant(0)).isZero();
        assertThat(plasma.expectedVaf(1, silent)).isZero();
    }

    @Test
    void aSampleShowsTheFractionsInTheOrderOfItsChannels() {
        double driver = .13 * PER_DEATH * (1e12 + .1 * 4e11);
        double resistance = .13 * PER_DEATH * (1e11 + .1 * 4e11);
        Measurement result = new Measurement(2);
        sampler(precise(false, null)).sample(tumour(1), random, result);
        assertThat(result.value(0)).isCloseTo(resistance / (driver + 950), within(1e-5));
        assertThat(result.value(1)).isCloseTo(driver / (driver + 950), within(2e-5));
    }

    @Test
    void variantsOfNormalCellsAreSeenUnlessBloodCellsAreSequencedToo() {
        Measurement result = new Measurement(2);
        FixedTumour silent = tumour(1);
        silent.shedding = 0;
        silent.nonTumourVaf = .02;
        sampler(precise(false, null)).sample(silent, random, result);
        assertThat(result.value(0)).isCloseTo(.02, within(1e-4));
        sampler(precise(true, null)).sample(silent, random, result);
        assertThat(result.value(0)).isZero();
        assertThat(result.positive(0)).isFalse();
    }

    @Test
    void aMolecularResponseIsAFallOfTheMeanFractionToHalfOfTheFirst() {
        Measurement result = new Measurement(4);
        CtdnaAssay assay = precise(false, new MolecularResponse(.5));
        assertThat(assay.channels()).containsExactly("resistance", "driver", "mean-vaf", "vaf-ratio");
        AssaySampler sampler = sampler(assay);
        double[] scales = {1, .6, .2, 2};
        double first = 0;
        for (int i = 0; i < scales.length; i++) {
            sampler.sample(tumour(scales[i]), random, result);
            double driver = scales[i] * .13 * PER_DEATH * (1e12 + .1 * 4e11);
            double resistance = scales[i] * .13 * PER_DEATH * (1e11 + .1 * 4e11);
            double mean = (driver + resistance) / 2 / (driver + 950);
            first = i == 0 ? mean : first;
            assertThat(result.value(2)).isCloseTo(mean, within(2e-5));
            assertThat(result.value(3)).isCloseTo(mean / first, within(2e-3));
            assertThat(result.positive(2)).isFalse();
            assertThat(result.positive(3)).isEqualTo(i > 0 && mean / first <= .5);
        }
        sampler.begin();
        sampler.sample(tumour(.2), random, result);
        assertThat(result.value(3)).as("another patient").isEqualTo(1);
    }

    @Test
    void withoutAFirstFractionThereIsNoRatio() {
        Measurement result = new Measurement(4);
        AssaySampler sampler = sampler(precise(false, new MolecularResponse(.5)));
        FixedTumour silent = tumour(1);
        silent.shedding = 0;
        sampler.sample(silent, random, result);
        sampler.sample(tumour(1), random, result);
        assertThat(result.value(3)).isNaN();
        assertThat(result.positive(3)).isFalse();
    }

    @Test
    void normalCellsOfPatientsCarryVariantsWithTheirSharesAndSizes() {
        // two variants for one biomarker, one for the other; P(Z < 0) = 1/2 at the median, P(Z < 1) = .841345
        NonTumourVariant blood = new NonTumourVariant("driver", .3, .01, .8, null);
        NonTumourVariant germline = new NonTumourVariant("resistance", .1, .5, 0, null);
        NonTumourDna normal = new NonTumourDna(new FixedDisease(2, List.of(blood, germline)));
        int patients = 50_000;
        long[] counts = new long[4];
        for (int i = 0; i < patients; i++) {
            normal.draw(random);
            double vaf = normal.vaf(0);
            counts[0] += vaf > 0 ? 1 : 0;
            counts[1] += vaf > 0 && vaf < .01 ? 1 : 0;
            counts[2] += vaf > 0 && vaf < .01 * Math.exp(.8) ? 1 : 0;
            counts[3] += normal.vaf(1) == .5 ? 1 : 0;
            assertThat(normal.vaf(1) == 0 || normal.vaf(1) == .5).isTrue();
        }
        GoodnessOfFit.assertShare(counts[0], patients, .3);
        GoodnessOfFit.assertShare(counts[1], patients, .15);
        GoodnessOfFit.assertShare(counts[2], patients, .3 * .841345);
        GoodnessOfFit.assertShare(counts[3], patients, .1);
    }

    @Test
    void variantsOfOneBiomarkerAddUpToAllOfTheDnaAtMost() {
        NonTumourVariant small = new NonTumourVariant("driver", 1, .2, 0, null);
        NonTumourVariant large = new NonTumourVariant("driver", 1, .9, 0, null);
        NonTumourDna both = new NonTumourDna(new FixedDisease(1, List.of(small, small)));
        both.draw(random);
        both.draw(random);
        assertThat(both.vaf(0)).isCloseTo(.4, within(1e-15));
        NonTumourDna more = new NonTumourDna(new FixedDisease(1, List.of(small, large)));
        more.draw(random);
        assertThat(more.vaf(0)).isEqualTo(1);
    }

    @Test
    void biomarkersThatTheDiseaseDoesNotHaveAreRejectedWithTheirPlace() {
        NonTumourVariant unknown = new NonTumourVariant("KRAS", .1, .5, 0, null);
        assertThatThrownBy(() -> new NonTumourDna(new FixedDisease(1, List.of(unknown))))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.pointer())
                                .isEqualTo("/population/disease/shedding/nonTumourVariants/0/biomarker"));
        assertThatThrownBy(() -> Biomarkers.indices(List.of("driver", "KRAS"), disease, "/assays/plasma"))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.pointer()).isEqualTo("/assays/plasma/biomarkers"));
        assertThat(Biomarkers.indices(List.of("resistance", "driver"), disease, "/assays/plasma"))
                .containsExactly(1, 0);
    }
}
