package org.evotrial.patient.tumour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.patient.disease.Growth;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.Mortality;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lesion with tolerance and mutation, stepped and put off, against the simulation of single events. */
class TumourStepsTest {
    private static final int BINS = 16;
    private static final double KILL = .08;
    private static final double MUTATION = 2e-3;
    private static final Plasticity TOLERANCE = new Plasticity(
            List.of(
                    new Phenotype("proliferating", 1, 1, 1, 0, false, null),
                    new Phenotype("tolerant", .3, .3, 0, 0, false, null)),
            List.of(
                    new Transition("proliferating", "tolerant", 2e-3, 0, null),
                    new Transition("tolerant", "proliferating", .01, .05, null)),
            List.of(),
            .1,
            null);

    private final UniformRandomProvider random = new Philox4x64(new long[] {2026, 11, 21, 17, 0, 0});

    private static TumourModel model(double stepDays, Map<String, Double> resistance, boolean neutralMutations) {
        EvolvingTumourDisease disease = new Diseases(
                        new Growth(.14, .12, 0, null),
                        List.of(
                                new Mechanism("R", MUTATION, 0, new PreExisting.None(), true, null),
                                new Mechanism("Q", 0, 0, new PreExisting.None(), true, null)))
                .neutralMutations(neutralMutations)
                .plasticity(TOLERANCE)
                .stepDays(stepDays)
                .build();
        DrugTreatment drug = Drug.killing(KILL).at(1e9, 1).resisted(resistance).treatment();
        return new TumourModel(
                disease,
                new PatientModelContext(
                        List.of("a"), List.of(drug), List.of(Regimen.NONE, Regimen.of("a")), List.of(), List.of()));
    }

    /** Counts per bin of powers of two of sensitive, tolerant and resistant cells. */
    private static void count(long[][] counts, double sensitive, double tolerant, double resistant) {
        double[] cells = {sensitive, tolerant, resistant};
        for (int i = 0; i < 3; i++) {
            int bin = cells[i] < 1 ? 0 : 1 + (int) (Math.log(cells[i]) / Math.log(2));
            counts[i][Math.min(BINS - 1, bin)]++;
        }
    }

    /**
     * 112 days on the drug and 70 off it, from 2,000 sensitive cells: about 19 resistant clones are founded, of which
     * about 3 live. 3,000 lesions each way: a change of the share of one bin by .05 is found with power .99.
     */
    @ParameterizedTest
    @ValueSource(doubles = {56, 14})
    void cellsOfEveryKindHaveTheLawOfSingleEvents(double stepDays) {
        int lesions = 3000;
        long[][] stepped = new long[3][BINS];
        long[][] single = new long[3][BINS];
        TumourModel model = model(stepDays, Map.of("R", 1e18), false);
        PatientRates rates = new PatientRates(model);
        Tumour tumour = new Tumour(model);
        double tolerantDeath = .12 * .3;
        var on = new EventByEventTumour.Rates(.14, .12 + KILL, .12, .14 * .3, tolerantDeath, 2e-3, .01, MUTATION);
        var off = new EventByEventTumour.Rates(.14, .12, .12, .14 * .3, tolerantDeath, 0, .05, MUTATION);
        for (int i = 0; i < lesions; i++) {
            rates.renew(.14, .02);
            rates.setDrug(0, 0, 1);
            tumour.clear();
            tumour.addLesion(0, 2000);
            double day = 0;
            for (; day < 112; day += stepDays) {
                tumour.step(rates, 1, day, stepDays, random);
            }
            tumour.catchUp(rates, 1, day, random);
            for (; day < 168; day += stepDays) {
                tumour.step(rates, 0, day, stepDays, random);
            }
            tumour.catchUp(rates, 0, day, random);
            tumour.step(rates, 0, 168, 14, random);
            tumour.catchUp(rates, 0, 182, random);
            count(stepped, tumour.cells(0, 0, 0), tumour.cells(0, 0, 1), tumour.cells(0, 1, 0));
            EventByEventTumour truth = new EventByEventTumour(2000);
            truth.live(112, on, random);
            truth.live(70, off, random);
            count(single, truth.sensitive, truth.tolerant, truth.resistant);
        }
        for (int kind = 0; kind < 3; kind++) {
            GoodnessOfFit.assertSameLaw(stepped[kind], single[kind]);
        }
        long[] shifted = new long[BINS];
        System.arraycopy(single[2], 0, shifted, 1, BINS - 1);
        assertThatThrownBy(() -> GoodnessOfFit.assertSameLaw(stepped[2], shifted))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aFurtherMutationIsFollowedOnlyWhereItProtects() {
        // R alone makes the drug harmless, so that R+Q is no better; where R protects by half, Q adds to it
        TumourModel harmless = model(28, Map.of("R", 1e18, "Q", 1e18), false);
        TumourModel partly = model(28, Map.of("R", 1e9, "Q", 1e18), false);
        TumourModel all = model(28, Map.of("R", 1e18, "Q", 1e18), true);
        int r = harmless.genotypes.names().indexOf("R");
        int q = harmless.genotypes.names().indexOf("Q");
        assertThat(harmless.acquisitions.from(0)).isEqualTo(1);
        assertThat(harmless.acquisitions.from(q)).isZero();
        assertThat(all.acquisitions.from(q)).isEqualTo(1);
        assertThat(all.acquisitions.descendant(q, 0))
                .isEqualTo(all.genotypes.names().indexOf("R+Q"));
        assertThat(partly.acquisitions.from(r)).as("Q never arises").isZero();
        assertThat(new PatientRates(partly).supply().perDivision(0, 0)).isEqualTo(MUTATION);
    }

    @Test
    void deathComesWhereTheIntegratedHazardReachesItsThreshold() {
        // h0 t + h1 (e^(p rho t) - 1) / (p rho): .01 and .1 per month, p = .7, rho = .02 per day, B at the reference
        DeathFromBurden death = new DeathFromBurden(new Mortality(.01, .1, 1e12, .7, 1e13, null));
        death.set(1e12, .02);
        double month = 365.25 / 12;
        double at40 = .01 / month * 40 + .1 / month * Math.expm1(.7 * .02 * 40) / (.7 * .02);
        assertThat(death.integratedHazard(40)).isCloseTo(at40, within(1e-12));
        assertThat(death.timeToDeath(at40, 56)).isCloseTo(40, within(1e-6));
        assertThat(death.timeToDeath(at40, 39.9)).isInfinite();
        assertThat(death.timeToDeath(0, 56)).isZero();
        // ln 10 / .02 = 115 days to the lethal burden
        assertThat(death.timeToDeath(1e9, 120)).isCloseTo(Math.log(10) / .02, within(1e-9));
        death.set(1e12, -.03);
        assertThat(death.timeToDeath(death.integratedHazard(10), 56)).isCloseTo(10, within(1e-6));
        death.set(0, 0);
        assertThat(death.timeToDeath(.01 / month * 20, 56)).isCloseTo(20, within(1e-6));
        death.set(2e13, 0);
        assertThat(death.timeToDeath(5, 56)).isZero();
    }
}
