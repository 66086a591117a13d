package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.disease.Seeding;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.junit.jupiter.api.Test;

/** Metastases founded from the clones of the primary, of which a fraction of 5 % is resistant in every patient. */
class SeedingTest {
    private static final double FRACTION = .05;
    private static final double CELLS = 1e6;
    private static final int PATIENTS = 8000;

    private static Mechanism mechanism(PreExisting preExisting, double rate) {
        return new Mechanism("R", rate, 0, preExisting, true, null);
    }

    /** Counts of metastases that are wholly resistant, wholly sensitive, and all; and the mean resistant fraction. */
    private record Seeded(long resistant, long sensitive, long all, double meanFraction) {}

    private static Seeded seed(int founders, Mechanism mechanism) {
        TumourModel model = SmallDisease.of(.14, .12)
                .mechanisms(List.of(mechanism))
                .sized(1e9, 3, CELLS, new Seeding(founders, null))
                .compile();
        BaselineSampler sampler = new BaselineSampler(model);
        PatientRates rates = new PatientRates(model);
        Tumour tumour = new Tumour(model);
        long resistant = 0;
        long sensitive = 0;
        long all = 0;
        double fractions = 0;
        for (int i = 0; i < PATIENTS; i++) {
            FirstLine.Streams streams = new FirstLine.Streams(8, i);
            sampler.draw(rates, tumour, streams.baseline(), streams.traits());
            for (int lesion = 1; lesion < tumour.lesions(); lesion++) {
                double fraction = tumour.cells(lesion, 1, 0) / CELLS;
                assertThat(tumour.cells(lesion, 0, 0) + tumour.cells(lesion, 1, 0))
                        .isEqualTo(CELLS);
                resistant += fraction == 1 ? 1 : 0;
                sensitive += fraction == 0 ? 1 : 0;
                fractions += fraction;
                all++;
            }
        }
        return new Seeded(resistant, sensitive, all, fractions / all);
    }

    /** About 24,000 metastases: a shift of the share by .011 is found with power .999. */
    @Test
    void aSingleFounderMakesAsManyMetastasesWhollyResistantAsThePrimaryHasResistantCells() {
        Seeded seeded = seed(1, mechanism(new PreExisting.Empirical(1, FRACTION, 0, 0, .1, null), 0));
        GoodnessOfFit.assertShare(seeded.resistant, seeded.all, FRACTION);
        assertThat(seeded.resistant + seeded.sensitive).isEqualTo(seeded.all);
        assertThat(seeded.meanFraction).isCloseTo((double) seeded.resistant / seeded.all, within(1e-12));
    }

    @Test
    void severalFoundersMixClonesAndKeepTheExpectedFraction() {
        Seeded seeded = seed(3, mechanism(new PreExisting.Empirical(1, FRACTION, 0, 0, .1, null), 0));
        GoodnessOfFit.assertShare(seeded.sensitive, seeded.all, Math.pow(1 - FRACTION, 3));
        GoodnessOfFit.assertShare(seeded.resistant, seeded.all, Math.pow(FRACTION, 3));
        // the share of k resistant families of 3 is Beta(k, 3 - k): second moments 1/6, 1/2, 1
        double p = FRACTION;
        double second = 3 * p * (1 - p) * (1 - p) / 6 + 3 * p * p * (1 - p) / 2 + p * p * p;
        GoodnessOfFit.assertMean(seeded.meanFraction, Math.sqrt(second - p * p), seeded.all, FRACTION);
    }

    @Test
    void mutantsOfTheClosedFormAriseWhileAMetastasisGrows() {
        // P(no living resistant subclone) = exp(U M ln s/(1 - s)), s = 1/7, U = 2e-7, M = 1e6: .6351
        double s = 1 - .12 / .14;
        double without = Math.exp(2e-7 * CELLS * Math.log(s) / (1 - s));
        Seeded seeded = seed(1, mechanism(new PreExisting.ClosedForm(), 2e-7));
        // the primary of 1e9 cells has a mean resistant fraction U ln(M s)/s of 2.6e-5, below what this test can see
        GoodnessOfFit.assertShare(seeded.sensitive, seeded.all, without);
    }
}
