package org.evotrial.patient.assay;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.assay.SurgicalPathology.Site;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.Measurement;
import org.junit.jupiter.api.Test;

class SurgicalPathologyTest {
    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 12, 0, 0});
    private final FixedDisease disease = new FixedDisease(1);
    private final Measurement result = new Measurement(1);

    private AssaySampler sampler(Site site, double failure) {
        return new SurgicalPathology(100, site, 1e4, failure, 7, null)
                .compile(disease, "/assays/surgery")
                .newSampler(disease);
    }

    private static FixedTumour tumour(double primary) {
        return new FixedTumour()
                .lesion(FixedDisease.LUNG, new double[][] {{primary}, {0}})
                .lesion(FixedDisease.LIVER, new double[][] {{9e3}, {0}});
    }

    @Test
    void onlyTheFirstSampleFromTheDayOfSurgeryIsASpecimen() {
        AssaySampler sampler = sampler(Site.PRIMARY, 0);
        FixedTumour tumour = tumour(5e3);
        boolean[] evaluable = {false, false, true, false};
        double[] days = {0, 99, 105, 200};
        for (int i = 0; i < days.length; i++) {
            tumour.day = days[i];
            sampler.sample(tumour, random, result);
            assertThat(result.evaluable()).isEqualTo(evaluable[i]);
            assertThat(result.positive(0)).isEqualTo(evaluable[i]);
        }
        sampler.begin();
        sampler.sample(tumour, random, result);
        assertThat(result.evaluable()).isTrue();
    }

    @Test
    void theResponseIsCompleteBelowTheThresholdWhereTumourCounts() {
        FixedTumour tumour = tumour(9_999);
        tumour.day = 100;
        sampler(Site.PRIMARY, 0).sample(tumour, random, result);
        assertThat(result.positive(0)).isTrue();
        assertThat(result.value(0)).isEqualTo(9_999);
        sampler(Site.ALL, 0).sample(tumour, random, result);
        assertThat(result.positive(0)).isFalse();
        assertThat(result.value(0)).isEqualTo(18_999);
        FixedTumour residual = tumour(1e4);
        residual.day = 100;
        sampler(Site.PRIMARY, 0).sample(residual, random, result);
        assertThat(result.positive(0)).isFalse();
    }

    @Test
    void aShareOfPatientsHasNoSpecimenAndGetsNoSecondOne() {
        AssaySampler sampler = sampler(Site.PRIMARY, .2);
        FixedTumour tumour = tumour(0);
        tumour.day = 100;
        int patients = 20_000;
        long without = 0;
        for (int i = 0; i < patients; i++) {
            sampler.begin();
            sampler.sample(tumour, random, result);
            if (!result.evaluable()) {
                without++;
                sampler.sample(tumour, random, result);
                assertThat(result.evaluable()).isFalse();
            }
        }
        GoodnessOfFit.assertShare(without, patients, .2);
    }
}
