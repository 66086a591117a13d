package org.evotrial.patient.tumour;

import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.disease.Growth;
import org.evotrial.patient.disease.GrowthLaw;
import org.evotrial.patient.disease.ImmunePhenotype;
import org.evotrial.patient.disease.Immunity;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Niches;
import org.evotrial.patient.disease.Niches.Niche;
import org.evotrial.patient.disease.Plasticity;
import org.evotrial.patient.disease.Plasticity.Phenotype;
import org.evotrial.patient.disease.Plasticity.Transition;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.drug.Drug;
import org.evotrial.patient.drug.DrugTreatment;
import org.evotrial.patient.sampling.GoodnessOfFit;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.junit.jupiter.api.Test;

/**
 * A small lesion with everything switched on together (mutation and reversion, fitness cost, phenotypes, niches, crowding,
 * immune response with loss of antigen, a drug that kills, kills at division and slows division) against the simulation of
 * single events, whose rates are written out here by hand.
 */
class AllMechanismsTest {
    private static final double BIRTH = .3;
    private static final double DEATH = .1;
    private static final double CAPACITY = 4000;
    private static final double COST = .1;
    private static final double MUTATION = 2e-3;
    private static final double REVERSION = 5e-3;
    private static final double CONCENTRATION = 4;
    private static final double RESISTANCE = 50;
    private static final double KILL = .25;
    private static final double CYTOSTASIS = .2;
    private static final double DEATHS_PER_DIVISION = .1;
    private static final double TOLERANT_KILL = .1;
    private static final double PENETRATION = .2;
    private static final double EXCHANGE = .05;
    private static final double[] SHARE = {.7, .3};
    private static final double IMMUNE_KILL = .03 * .8;
    private static final double ANTIGENICITY = .5;
    private static final int KINDS = 8;
    private static final int LESIONS = 2000;
    private static final int BINS = 14;

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 19, 0, 0});

    private static TumourModel model() {
        Plasticity plasticity = new Plasticity(
                List.of(
                        new Phenotype("normal", 1, 1, 1, 0, false, null),
                        new Phenotype("tolerant", .4, .5, TOLERANT_KILL, 0, true, null)),
                List.of(
                        new Transition("normal", "tolerant", .05, .01, null),
                        new Transition("tolerant", "normal", .02, .1, null)),
                List.of(),
                0,
                null);
        Niches niches = new Niches(
                List.of(
                        new Niche("perfused", SHARE[0], 1, 1, 1, 1, 1, null),
                        new Niche("sanctuary", SHARE[1], PENETRATION, 1, .9, 1, 1, null)),
                EXCHANGE,
                null);
        Immunity immunity = new Immunity(
                .03, List.of(new ImmunePhenotype("inflamed", 1, .8, .8, null)), 0, 0, 0, 1e9, 0, 0, 0, .1, null);
        EvolvingTumourDisease disease = new Diseases(
                        new Growth(BIRTH, DEATH, 0, new GrowthLaw.Logistic(CAPACITY, null, 2, null), null),
                        List.of(resistance()))
                .plasticity(plasticity)
                .niches(niches)
                .immunity(immunity)
                .build();
        DrugTreatment drug = Drug.killing(KILL)
                .slowing(CYTOSTASIS)
                .killingDividing(DEATHS_PER_DIVISION)
                .at(CONCENTRATION, 1)
                .resisted(Map.of("R", RESISTANCE))
                .treatment();
        return new TumourModel(
                disease,
                new PatientModelContext(
                        List.of("a"), List.of(drug), List.of(Regimen.NONE, Regimen.of("a")), List.of(), List.of()));
    }

    private static Mechanism resistance() {
        return new Mechanism(
                "R",
                MUTATION,
                null,
                COST,
                new PreExisting.None(),
                true,
                Mechanism.Kind.FUSION,
                List.of(),
                List.of(),
                List.of(),
                REVERSION,
                0,
                1,
                ANTIGENICITY,
                null);
    }

    /** Kinds: genotype (sensitive, R) x niche (perfused, sanctuary) x phenotype (normal, tolerant). */
    private static EventByEventLesion.Kind[] kinds(boolean treated) {
        EventByEventLesion.Kind[] kinds = new EventByEventLesion.Kind[KINDS];
        for (int k = 0; k < KINDS; k++) {
            boolean resistant = k >= 4;
            int niche = k / 2 % 2;
            boolean tolerant = k % 2 == 1;
            double x = CONCENTRATION * (niche == 1 ? PENETRATION : 1) / (resistant ? RESISTANCE : 1);
            double stress = treated ? x / (1 + x) : 0;
            double effect = stress * (tolerant ? TOLERANT_KILL : 1);
            double birth = BIRTH * (resistant ? 1 - COST : 1) * (tolerant ? .4 : 1) * (niche == 1 ? .9 : 1);
            double death = DEATH * (tolerant ? .5 : 1) + KILL * effect + IMMUNE_KILL * (resistant ? ANTIGENICITY : 1);
            double[] changeTo = new double[KINDS];
            changeTo[tolerant ? k - 1 : k + 1] = tolerant ? .1 + (.02 - .1) * stress : .01 + (.05 - .01) * stress;
            int otherNiche = niche == 0 ? k + 2 : k - 2;
            changeTo[otherNiche] = EXCHANGE * SHARE[1 - niche];
            double[] daughter = new double[KINDS];
            daughter[resistant ? k - 4 : k + 4] = resistant ? REVERSION : MUTATION;
            kinds[k] = new EventByEventLesion.Kind(
                    birth * (1 - CYTOSTASIS * effect), death, DEATHS_PER_DIVISION * effect, changeTo, daughter);
        }
        return kinds;
    }

    /**
     * 40 days on the drug and 30 off it, from 1,000 sensitive cells (700 and 300 in the niches). 2,000 lesions each way: a change
     * of the share of one bin by .06 is found with power .99.
     */
    @Test
    void cellsOfEveryKindHaveTheLawOfSingleEvents() {
        TumourModel model = model();
        PatientRates rates = new PatientRates(model);
        Tumour tumour = new Tumour(model);
        EventByEventLesion.Kind[] on = kinds(true);
        EventByEventLesion.Kind[] off = kinds(false);
        long[][] stepped = new long[5][BINS];
        long[][] single = new long[5][BINS];
        for (int i = 0; i < LESIONS; i++) {
            count(stepped, stepped(model, rates, tumour));
            EventByEventLesion truth = new EventByEventLesion(new long[] {700, 0, 300, 0, 0, 0, 0, 0}, CAPACITY);
            truth.live(40, on, random);
            truth.live(30, off, random);
            double[] cells = new double[KINDS];
            for (int k = 0; k < KINDS; k++) {
                cells[k] = truth.cells[k];
            }
            count(single, cells);
        }
        for (int kind = 0; kind < stepped.length; kind++) {
            GoodnessOfFit.assertSameLaw(stepped[kind], single[kind]);
        }
    }

    private double[] stepped(TumourModel model, PatientRates rates, Tumour tumour) {
        rates.renew(BIRTH, BIRTH - DEATH);
        rates.setDrug(0, 0, 1);
        int treated = rates.exposureOf(new double[] {1});
        int untreated = rates.exposureOf(new double[] {0});
        tumour.clear();
        tumour.addLesion(0, 1000);
        tumour.setInfiltration(0, .8);
        double day = 0;
        for (; day < 40; day += model.stepDays) {
            tumour.step(rates, treated, day, model.stepDays, random);
        }
        for (; day < 70; day += model.stepDays) {
            tumour.step(rates, untreated, day, model.stepDays, random);
        }
        double[] cells = new double[KINDS];
        for (int k = 0; k < KINDS; k++) {
            cells[k] = tumour.cells(0, k / 4, k % 4);
        }
        return cells;
    }

    /** Sensitive normal, sensitive tolerant, resistant, sanctuary, and all cells, per bin of powers of the root of two. */
    private static void count(long[][] counts, double[] cells) {
        double resistant = cells[4] + cells[5] + cells[6] + cells[7];
        double sanctuary = cells[2] + cells[3] + cells[6] + cells[7];
        double all = resistant + cells[0] + cells[1] + cells[2] + cells[3];
        double[] sums = {cells[0] + cells[2], cells[1] + cells[3], resistant, sanctuary, all};
        for (int i = 0; i < sums.length; i++) {
            int bin = sums[i] < 1 ? 0 : 1 + (int) (Math.log(sums[i]) / Math.log(2));
            counts[i][Math.min(BINS - 1, bin)]++;
        }
    }
}
