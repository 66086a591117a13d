package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.disease.ChromosomalInstability;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Mechanism.Kind;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.patient.tumour.MutationGraph.Edge;
import org.evotrial.patient.tumour.MutationGraph.Phase;
import org.junit.jupiter.api.Test;

/** Supply rises with the level of instability, and past the optimum 4 so does death, by .002 per day and unit. */
class ChromosomalInstabilityTest {
    private static final double RATE = 3e-5;
    private static final double KILL = .06;
    private static final long CELLS = 10_000;
    private static final int TUMOURS = 1500;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 10, 1, 0});

    private static Mechanism mechanism(String id, Kind kind, double rate) {
        return new Mechanism(
                id,
                rate,
                null,
                0,
                new PreExisting.None(),
                true,
                kind,
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                1,
                1,
                null);
    }

    private static TumourModel model(double level, double sigmaLog, boolean allMutations) {
        return SmallDisease.of(.14, .12)
                .mechanisms(List.of(
                        mechanism("amplification", Kind.COPY_NUMBER, RATE),
                        mechanism("point", Kind.POINT_MUTATION, 1e-9)))
                .drug("a", KILL, Map.of("amplification", 1e18, "point", 1e18))
                .instability(new ChromosomalInstability(level, sigmaLog, allMutations, 4, .002, null))
                .compile();
    }

    /** Share of tumours with living amplified cells after 280 days on the drug. */
    private long emerged(double level) {
        TumourModel model = model(level, 0, false);
        BaselineSampler sampler = new BaselineSampler(model);
        PatientRates rates = new PatientRates(model);
        Tumour tumour = new Tumour(model);
        long emerged = 0;
        for (int i = 0; i < TUMOURS; i++) {
            FirstLine.Streams streams = new FirstLine.Streams(8, i);
            sampler.draw(rates, tumour, streams.baseline(), streams.traits());
            tumour.clear();
            tumour.addLesion(0, CELLS);
            for (double day = 0; day < 280; day += 14) {
                tumour.step(rates, 1, day, 14, random);
            }
            tumour.catchUp(rates, 1, 280, random);
            emerged += tumour.cells(0, 1, 0) > 0 ? 1 : 0;
        }
        return emerged;
    }

    private static double exact(double level) {
        double excess = .002 * Math.max(0, level - 4);
        double[] birth = {.14, .14};
        double[] death = {.12 + excess + KILL, .12 + excess};
        Phase phase = new Phase(280, birth, death, List.of(new Edge(0, 1, level * RATE, 0, false)));
        return 1 - Math.pow(MutationGraph.extinct(1, List.of(phase))[0], CELLS);
    }

    /** 1,500 tumours: a shift of the share by .1 is found with power .999. */
    @Test
    void resistanceEmergesMostOftenAtIntermediateInstability() {
        double[] levels = {.5, 2, 5, 9, 15, 25};
        double[] exact = new double[levels.length];
        for (int i = 0; i < levels.length; i++) {
            exact[i] = exact(levels[i]);
            GoodnessOfFit.assertShare(emerged(levels[i]), TUMOURS, exact[i]);
        }
        assertThat(exact[2]).isGreaterThan(2 * exact[0]).isGreaterThan(2 * exact[5]);
        assertThat(exact[2]).isGreaterThan(exact[1]).isGreaterThan(exact[4]);
    }

    @Test
    void theLevelMultipliesCopyNumberEventsAndAllMutationsOnlyIfSaid() {
        for (boolean all : new boolean[] {false, true}) {
            TumourModel model = model(3, 0, all);
            PatientRates rates = new PatientRates(model);
            FirstLine.Streams streams = new FirstLine.Streams(8, 1);
            new BaselineSampler(model).draw(rates, new Tumour(model), streams.baseline(), streams.traits());
            assertThat(rates.supply().perDivision(0, 0, 0)).isCloseTo(3 * RATE, within(1e-15));
            assertThat(rates.supply().perDivision(0, 1, 0)).isCloseTo(all ? 3e-9 : 1e-9, within(1e-20));
            assertThat(rates.netGrowth()).isCloseTo(.02, within(1e-15));
        }
    }

    @Test
    void levelsOfPatientsAreLogNormalAndLeaveTheBaselineAsItIs() {
        TumourModel model = model(2, .5, false);
        BaselineSampler sampler = new BaselineSampler(model);
        PatientRates rates = new PatientRates(model);
        Tumour tumour = new Tumour(model);
        double sum = 0;
        int patients = 10_000;
        for (int i = 0; i < patients; i++) {
            FirstLine.Streams streams = new FirstLine.Streams(8, i);
            sampler.draw(rates, tumour, streams.baseline(), streams.traits());
            sum += Math.log(rates.supply().perDivision(0, 0, 0) / RATE);
        }
        GoodnessOfFit.assertMean(sum / patients, .5, patients, Math.log(2));
    }
}
