package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.disease.Strata;
import org.evotrial.patient.disease.Strata.Biomarker;
import org.evotrial.patient.disease.Strata.Combination;
import org.evotrial.patient.disease.Strata.Effects;
import org.evotrial.patient.disease.Strata.Pair;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.Patient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** FOCUS4: RAS mutant in 58 % of colorectal cancers, TP53 in 69 %, both in 32 % (landmark-trials.md). */
class StrataTest {
    private static final int PATIENTS = 200_000;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 9, 1, 0});

    private static Biomarker biomarker(String id, @Nullable Double prevalence) {
        return new Biomarker(id, prevalence, null, null, null);
    }

    private static Strata focus4(Pair pair) {
        return new Strata(
                List.of(biomarker("RAS", .58), biomarker("TP53", .69), biomarker("BRAF", .1)),
                List.of(pair),
                List.of(),
                null);
    }

    private long[] combinations(Strata strata) {
        StratumLaw law = new StratumLaw(strata);
        double[] work = new double[law.biomarkers()];
        long[] counts = new long[1 << law.biomarkers()];
        for (int i = 0; i < PATIENTS; i++) {
            counts[law.draw(work, random)]++;
        }
        return counts;
    }

    /** 200,000 patients: a shift of a probability by .009 is found with power .999. */
    @Test
    void pairsHaveTheirPrevalencesAndJointProbability() {
        double[] expected = new double[8];
        double[] pair = {1 - .58 - .69 + .32, .58 - .32, .69 - .32, .32};
        for (int c = 0; c < 8; c++) {
            expected[c] = pair[c & 3] * (c < 4 ? .9 : .1);
        }
        GoodnessOfFit.assertFollows(combinations(focus4(new Pair("RAS", "TP53", .32, null))), expected);
        double[] independent = {.42 * .31 * .9, .58 * .31 * .9, .42 * .69 * .9, .58 * .69 * .9};
        long[] counts = combinations(focus4(new Pair("RAS", "TP53", .32, null)));
        assertThatThrownBy(() -> GoodnessOfFit.assertFollows(counts, new double[] {
                    independent[0],
                    independent[1],
                    independent[2],
                    independent[3],
                    .42 * .31 * .1,
                    .58 * .31 * .1,
                    .42 * .69 * .1,
                    .58 * .69 * .1
                }))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aJointTableIsFollowedRowByRow() {
        Strata table = new Strata(
                List.of(biomarker("RAS", null), biomarker("TP53", null)),
                List.of(),
                List.of(
                        new Combination(List.of("RAS", "TP53"), .32),
                        new Combination(List.of("RAS"), .26),
                        new Combination(List.of("TP53"), .37),
                        new Combination(List.of(), .05)),
                null);
        GoodnessOfFit.assertFollows(combinations(table), new double[] {.05, .26, .37, .32});
    }

    @Test
    void mutuallyExclusiveBiomarkersNeverMeet() {
        Strata exclusive = new Strata(
                List.of(biomarker("KRAS", .4), biomarker("BRAF", .1)),
                List.of(new Pair("KRAS", "BRAF", 0.0, null)),
                List.of(),
                null);
        long[] counts = combinations(exclusive);
        assertThat(counts[3]).isLessThanOrEqualTo(PATIENTS / 100_000);
        GoodnessOfFit.assertShare(counts[2], PATIENTS, .1);
    }

    @Test
    void sharesThatNoPopulationHasAreRefused() {
        assertThatThrownBy(() -> new StratumLaw(focus4(new Pair("RAS", "TP53", .2, null))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("expected from 0.27")
                .hasMessageContaining("but found 0.2");
        assertThatThrownBy(() -> new StratumLaw(focus4(new Pair("RAS", "KIT", .2, null))))
                .hasMessageContaining("expected one of RAS, TP53, BRAF but found KIT");
        Strata contradictory = new Strata(
                List.of(biomarker("A", .5), biomarker("B", .5), biomarker("C", .5)),
                List.of(new Pair("A", "B", null, .9), new Pair("B", "C", null, .9), new Pair("A", "C", null, -.9)),
                List.of(),
                null);
        assertThatThrownBy(() -> new StratumLaw(contradictory)).hasMessageContaining("contradict each other");
        assertThatThrownBy(() -> new Strata(List.of(biomarker("A", null)), List.of(), List.of(), null))
                .hasMessageContaining("found neither");
        assertThatThrownBy(() -> new StratumLaw(new Strata(
                        List.of(biomarker("A", null)), List.of(), List.of(new Combination(List.of("A"), .9)), null)))
                .hasMessageContaining("with the sum 1");
    }

    private static TumourModel disease(@Nullable Strata strata) {
        Mechanism t790m =
                new Mechanism("T790M", 0, 0, new PreExisting.Empirical(.5, 1e-3, 1, .5, .1, null), true, null);
        SmallDisease small =
                SmallDisease.of(.14, .12).mechanisms(List.of(t790m)).drug("a", .05, Map.of("T790M", 1e18));
        return (strata == null ? small : small.strata(strata)).compile();
    }

    @Test
    void strataWithoutEffectChangeNoTumourAndAreBaselineFactors() {
        TumourModel without = disease(null);
        TumourModel with = disease(focus4(new Pair("RAS", "TP53", .32, null)));
        assertThat(with.disease.factors()).containsExactly("RAS", "TP53", "BRAF");
        assertThat(with.factorLevels()).containsExactly(2, 2, 2);
        assertThat(without.factorLevels()).isEmpty();
        Patient first = without.newPatient();
        Patient second = with.newPatient();
        int ras = 0;
        for (int i = 0; i < 2000; i++) {
            first.begin(new FirstLine.Streams(3, i));
            second.begin(new FirstLine.Streams(3, i));
            ras += second.factorLevel(0);
            first.advance(100, 1);
            second.advance(100, 1);
            assertThat(second.truth().cells(0, 0)).isEqualTo(first.truth().cells(0, 0));
            assertThat(second.truth().cells(0, 1)).isEqualTo(first.truth().cells(0, 1));
        }
        GoodnessOfFit.assertShare(ras, 2000, .58);
    }

    /** 20,000 patients: a shift of the share by .03 is found with power .999. */
    @Test
    void effectsMultiplyGrowthKillAndPrevalence() {
        Strata strata = new Strata(
                List.of(new Biomarker(
                        "RAS",
                        .5,
                        new Effects(1.5, Map.of("a", .2), Map.of("T790M", 1.6)),
                        new Effects(1, Map.of(), Map.of("T790M", .4)),
                        null)),
                List.of(),
                List.of(),
                null);
        TumourModel model = disease(strata);
        BaselineSampler sampler = new BaselineSampler(model);
        PatientRates rates = new PatientRates(model);
        Tumour tumour = new Tumour(model);
        int[] carriers = new int[2];
        int[] patients = new int[2];
        for (int i = 0; i < 20_000; i++) {
            FirstLine.Streams streams = new FirstLine.Streams(4, i);
            sampler.draw(rates, tumour, streams.baseline(), streams.traits());
            int level = sampler.traits().level(0);
            patients[level]++;
            carriers[level] += tumour.cells(0, 1, 0) > 0 ? 1 : 0;
            assertThat(rates.netGrowth()).isCloseTo(level == 1 ? .03 : .02, within(1e-12));
            double killed = rates.steps(1, 0).of(0).rates().death[0] - (.14 - rates.netGrowth());
            assertThat(killed).isCloseTo(level == 1 ? .2 * .05 : .05, within(1e-9));
        }
        GoodnessOfFit.assertShare(carriers[1], patients[1], .8);
        GoodnessOfFit.assertShare(carriers[0], patients[0], .2);
        assertThatThrownBy(() -> new StratumEffects(
                        new Strata(
                                List.of(new Biomarker("A", .5, new Effects(1, Map.of("x", 2.0), Map.of()), null, null)),
                                List.of(),
                                List.of(),
                                null),
                        List.of(),
                        List.of("a")))
                .hasMessageContaining("expected one of a but found x");
    }
}
