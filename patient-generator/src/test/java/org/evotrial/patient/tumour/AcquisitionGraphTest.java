package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Mechanism.Kind;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.patient.tumour.MutationGraph.Edge;
import org.evotrial.patient.tumour.MutationGraph.Phase;
import org.junit.jupiter.api.Test;

/**
 * Gain and loss of mechanisms: the signature of each kind of edge, against the backward equation and single events. Cells divide
 * at .14 and die at .12 per day; drug a adds .08 deaths per day to cells that do not resist, drug b .06.
 */
class AcquisitionGraphTest {
    private static final double BIRTH = .14;
    private static final double DEATH = .12;
    private static final double A = .08;
    private static final double B = .06;
    private static final double STEP = 14;
    private static final double HALF = SmallDisease.CONCENTRATION;
    private static final double FULL = SmallDisease.CONCENTRATION * SmallDisease.CONCENTRATION;
    private static final int BINS = 14;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 8, 1, 0});

    private static Mechanism point(String id, double rate, String... requires) {
        return mechanism(id, rate, 0, Kind.POINT_MUTATION, List.of(requires), 0);
    }

    private static Mechanism mechanism(
            String id, double rate, double cost, Kind kind, List<String> requires, double lost) {
        List<String> cancels = kind == Kind.REVERSION ? requires : List.of();
        return new Mechanism(
                id,
                rate,
                null,
                cost,
                new PreExisting.None(),
                true,
                kind,
                requires,
                List.of(),
                cancels,
                lost,
                0,
                1,
                1,
                null);
    }

    private static Mechanism lineageSwitch(String id, double perDay, double onTreatmentFactor) {
        return new Mechanism(
                id,
                null,
                null,
                0,
                new PreExisting.None(),
                true,
                Kind.LINEAGE_PLASTICITY,
                List.of(),
                List.of(),
                List.of(),
                0,
                perDay,
                onTreatmentFactor,
                1,
                null);
    }

    private static TumourModel model(List<Mechanism> mechanisms, Map<String, Double> toA, Map<String, Double> toB) {
        return model(STEP, mechanisms, toA, toB);
    }

    private static TumourModel model(
            double stepDays, List<Mechanism> mechanisms, Map<String, Double> toA, Map<String, Double> toB) {
        return SmallDisease.of(BIRTH, DEATH)
                .mechanisms(mechanisms)
                .stepDays(stepDays)
                .drug("a", A, toA)
                .drug("b", B, toB)
                .compile();
    }

    private static Phase phase(int regimen, double days, double[] birthFactor, List<Edge> edges, double... kill) {
        double[] birth = new double[kill.length];
        double[] death = new double[kill.length];
        for (int i = 0; i < kill.length; i++) {
            birth[i] = BIRTH * birthFactor[i];
            death[i] = DEATH + (regimen == 1 ? A : B) * (regimen == 0 ? 0 : kill[i]);
        }
        return new Phase(days, birth, death, edges);
    }

    private void treat(
            double stepDays, PatientRates rates, Tumour tumour, double cells, int[] regimens, double[] days) {
        rates.renew(BIRTH, BIRTH - DEATH);
        rates.setDrug(0, 0, 1);
        rates.setDrug(1, 0, 1);
        tumour.clear();
        tumour.addLesion(0, cells);
        double day = 0;
        for (int i = 0; i < regimens.length; i++) {
            double end = day + days[i];
            for (; day < end; day += stepDays) {
                tumour.step(rates, regimens[i], day, stepDays, random);
            }
            tumour.catchUp(rates, regimens[i], day, random);
        }
    }

    /** 4,000 tumours: a shift of the probability by .065 is found with power .999. */
    private void assertExtinction(TumourModel model, int target, long cells, int[] regimens, List<Phase> phases) {
        double exact = Math.pow(MutationGraph.extinct(target, phases)[0], cells);
        assertThat(exact).as("informative").isBetween(.1, .9);
        PatientRates rates = new PatientRates(model);
        Tumour tumour = new Tumour(model);
        double[] days = phases.stream().mapToDouble(Phase::days).toArray();
        int tumours = 4000;
        int without = 0;
        for (int i = 0; i < tumours; i++) {
            treat(model.disease.stepDays(), rates, tumour, cells, regimens, days);
            without += tumour.cells(0, target, 0) == 0 ? 1 : 0;
        }
        GoodnessOfFit.assertShare(without, tumours, exact);
    }

    @Test
    void theSecondGenerationOfResistanceFollowsTheFirst() {
        TumourModel model = model(
                4,
                List.of(point("T790M", 2e-3), point("C797S", 2e-3, "T790M")),
                Map.of("T790M", FULL),
                Map.of("C797S", FULL));
        assertThat(model.genotypes.names()).containsExactly("sensitive", "T790M", "T790M+C797S");
        double[] equal = {1, 1, 1};
        var edges = List.of(new Edge(0, 1, 2e-3, 0, true), new Edge(1, 2, 2e-3, 0, true));
        assertExtinction(
                model,
                2,
                8000,
                new int[] {1, 2},
                List.of(phase(1, 112, equal, edges, 1, 0, 0), phase(2, 56, equal, edges, 1, 1, 0)));
    }

    @Test
    void aCompoundMutationInOneOrderIsRarerThanInEither() {
        // steps of 2 days: what mutants of a step found in the same step is left out, in 84 days 10 % of all with steps
        // of 14;
        // each mechanism halves the effect of drug b, both together remove it
        Map<String, Double> toB = Map.of("A", HALF, "B", HALF);
        TumourModel either = model(2, List.of(point("A", 3e-3), point("B", 3e-3)), Map.of(), toB);
        TumourModel ordered = model(2, List.of(point("A", 3e-3), point("B", 3e-3, "A")), Map.of(), toB);
        assertThat(either.genotypes.names()).containsExactly("sensitive", "A", "B", "A+B");
        assertThat(ordered.genotypes.names()).containsExactly("sensitive", "A", "A+B");
        var eitherWay = List.of(
                new Edge(0, 1, 3e-3, 0, true),
                new Edge(0, 2, 3e-3, 0, true),
                new Edge(1, 3, 3e-3, 0, true),
                new Edge(2, 3, 3e-3, 0, true));
        var oneWay = List.of(new Edge(0, 1, 3e-3, 0, true), new Edge(1, 2, 3e-3, 0, true));
        int[] regimens = {2};
        List<Phase> free = List.of(phase(2, 84, new double[] {1, 1, 1, 1}, eitherWay, 1, .5, .5, 0));
        List<Phase> inOrder = List.of(phase(2, 84, new double[] {1, 1, 1}, oneWay, 1, .5, 0));
        assertExtinction(either, 3, 5000, regimens, free);
        assertExtinction(ordered, 2, 5000, regimens, inOrder);
        assertThat(MutationGraph.extinct(2, inOrder)[0]).isGreaterThan(MutationGraph.extinct(3, free)[0]);
    }

    @Test
    void aSwitchOfLineageIsDrivenByTreatmentWhetherCellsDivideOrNot() {
        TumourModel model =
                model(List.of(lineageSwitch("neuroendocrine", 1e-5, 40)), Map.of("neuroendocrine", FULL), Map.of());
        double[] equal = {1, 1};
        List<Phase> off = List.of(phase(0, 84, equal, List.of(new Edge(0, 1, 0, 1e-5, false)), 0, 0));
        List<Phase> on = List.of(phase(1, 84, equal, List.of(new Edge(0, 1, 0, 4e-4, false)), 1, 0));
        assertExtinction(model, 1, 1500, new int[] {0}, off);
        assertExtinction(model, 1, 200, new int[] {1}, on);
    }

    @Test
    void aLostMechanismLeavesSensitiveCellsBehind() {
        // drug a until no sensitive cell is left, then none: they come back from resistant ones alone
        TumourModel model = model(
                List.of(mechanism("R", 1e-3, .3, Kind.COPY_NUMBER, List.of(), 2e-3)), Map.of("R", FULL), Map.of());
        double[] costly = {1, .7};
        var edges = List.of(new Edge(0, 1, 1e-3, 0, false), new Edge(1, 0, 2e-3, 0, false));
        assertExtinction(
                model,
                0,
                1000,
                new int[] {1, 0},
                List.of(phase(1, 84, costly, edges, 1, 0), phase(0, 56, costly, edges, 0, 0)));
    }

    @Test
    void aReversionMutationRestoresWhatItCancels() {
        // A resists a but is killed by b; the reversion of A in turn resists b and is killed by a
        TumourModel model = model(
                4,
                List.of(point("A", 2e-3), mechanism("reversion", 2e-3, 0, Kind.REVERSION, List.of("A"), 0)),
                Map.of("A", FULL),
                Map.of("reversion", FULL));
        assertThat(model.genotypes.names()).containsExactly("sensitive", "A", "A+reversion");
        double[] equal = {1, 1, 1};
        var edges = List.of(new Edge(0, 1, 2e-3, 0, true), new Edge(1, 2, 2e-3, 0, false));
        assertExtinction(
                model,
                2,
                8000,
                new int[] {1, 2},
                List.of(phase(1, 84, equal, edges, 1, 0, 1), phase(2, 56, equal, edges, 1, 1, 0)));
    }

    /**
     * All kinds of edges together, 56 days on drug a, 28 off: counts of every genotype by powers of two, 1,500 tumours each way;
     * a change of the share of one bin by .07 is found with power .99.
     */
    @Test
    void everyKindOfEdgeTogetherHasTheLawOfSingleEvents() {
        TumourModel model = model(
                List.of(
                        mechanism("P", 2e-3, .2, Kind.POINT_MUTATION, List.of(), 5e-3),
                        mechanism("Q", 4e-3, 0, Kind.COPY_NUMBER, List.of("P"), 0),
                        lineageSwitch("L", 1e-4, 5)),
                Map.of("P", FULL, "L", FULL),
                Map.of("Q", FULL));
        assertThat(model.genotypes.names()).containsExactly("sensitive", "P", "L", "P+Q", "P+L");
        assertThat(model.acquisitions.from(1))
                .as("P gains Q and is lost, L protects no more")
                .isEqualTo(2);
        double[] birth = {1, .8, 1, .8, .8};
        int[] regimens = {1, 0};
        List<Phase> phases = List.of(
                phase(1, 56, birth, edges(5e-4), 1, 0, 0, 0, 0), phase(0, 28, birth, edges(1e-4), 0, 0, 0, 0, 0));
        PatientRates rates = new PatientRates(model);
        Tumour tumour = new Tumour(model);
        long[][] stepped = new long[5][BINS];
        long[][] single = new long[5][BINS];
        for (int i = 0; i < 1500; i++) {
            treat(STEP, rates, tumour, 1000, regimens, new double[] {56, 28});
            long[] cells = {1000, 0, 0, 0, 0};
            phases.forEach(phase -> MutationGraph.live(cells, phase, random));
            for (int g = 0; g < 5; g++) {
                stepped[g][bin(tumour.cells(0, g, 0))]++;
                single[g][bin(cells[g])]++;
            }
        }
        for (int g = 0; g < 4; g++) {
            GoodnessOfFit.assertSameLaw(stepped[g], single[g]);
        }
        long[] shifted = new long[BINS];
        System.arraycopy(single[1], 0, shifted, 1, BINS - 1);
        assertThatThrownBy(() -> GoodnessOfFit.assertSameLaw(stepped[1], shifted))
                .isInstanceOf(AssertionError.class);
    }

    private static List<Edge> edges(double lineage) {
        return new ArrayList<>(List.of(
                new Edge(0, 1, 2e-3, 0, true),
                new Edge(0, 2, 0, lineage, false),
                new Edge(1, 3, 4e-3, 0, false),
                new Edge(1, 0, 5e-3, 0, false),
                new Edge(2, 4, 2e-3, 0, true),
                new Edge(4, 2, 5e-3, 0, false)));
    }

    private static int bin(double cells) {
        return Math.min(BINS - 1, cells < 1 ? 0 : 1 + (int) (Math.log(cells) / Math.log(2)));
    }

    @Test
    void aCostlyResistantCloneIsReleasedOnDrugAndOutcompetedAfterWithdrawal() {
        // ln(R/S) rises by kill - c b per day on drug a, and falls by c b = .1 x .14 per day without it
        TumourModel model =
                model(List.of(mechanism("R", 0, .1, Kind.POINT_MUTATION, List.of(), 0)), Map.of("R", FULL), Map.of());
        PatientRates rates = new PatientRates(model);
        Tumour tumour = new Tumour(model);
        treat(STEP, rates, tumour, 1e12, new int[0], new double[0]);
        tumour.convert(0, 0, 1, 1e9, random);
        double before = logRatio(tumour);
        tumour.step(rates, 1, 0, 56, random);
        double released = logRatio(tumour);
        assertThat(released - before).isCloseTo(56 * (A - .1 * BIRTH), within(1e-6));
        tumour.step(rates, 0, 56, 112, random);
        assertThat(logRatio(tumour) - released).isCloseTo(-112 * .1 * BIRTH, within(1e-6));
        double sensitised = tumour.total();
        tumour.step(rates, 1, 168, 14, random);
        assertThat(tumour.total()).as("the drug works again").isLessThan(sensitised);
    }

    private static double logRatio(Tumour tumour) {
        return Math.log(tumour.cells(0, 1, 0) / tumour.cells(0, 0, 0));
    }
}
