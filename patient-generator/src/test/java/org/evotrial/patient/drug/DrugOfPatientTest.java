package org.evotrial.patient.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.junit.jupiter.api.Test;

/** How patients differ, what makes drugs different in organs, and what is refused; the formulas are those of {@link DrugTreatment}. */
class DrugOfPatientTest {
    private static final int TOLERANT = 1;
    private static final int R1 = 1;
    private static final int R2 = 2;

    private static DrugTreatment treatment(
            Map<String, Double> resistance,
            Map<String, Double> organs,
            Map<String, Double> niches,
            Map<String, Double> phenotypes) {
        return new DrugTreatment(
                .1, .4, 1.5, 6, .5, 2, 1, .3, resistance, organs, niches, phenotypes, null, null, null, null, null);
    }

    private static DrugEffects effects(DrugTreatment drug) {
        return new DrugEffects(
                Drug.cells(),
                new PatientModelContext(
                        List.of("a"), List.of(drug), List.of(Regimen.NONE, Regimen.of("a")), List.of(), List.of()));
    }

    private static PatientDrugs patient(double exposure, double kill) {
        PatientDrugs patient = new PatientDrugs(1);
        patient.set(0, Math.log(exposure), kill);
        return patient;
    }

    @Test
    void aPatientsExposureMultipliesTheDoseAndHisSensitivityTheKill() {
        DrugEffects effects = effects(treatment(Map.of(), Map.of(), Map.of(), Map.of()));
        CellEffects cells = new CellEffects(effects, patient(1.5, .7)).set(Drug.exposure(.5), 0, 0, 0);

        // x = dose .5 x exposure 1.5 x concentration 6 / EC50 2
        double effect = 2.25 / 3.25;
        assertThat(cells.kill(0)).isCloseTo(.7 * .1 * effect, within(1e-15));
        assertThat(cells.killPerDivision(0)).isCloseTo(.7 * 1.5 * effect, within(1e-15));
        assertThat(cells.birthFactor(0)).as("cytostasis does not vary").isCloseTo(1 - .4 * effect, within(1e-15));
        assertThat(cells.active()).isTrue();
        assertThat(cells.set(Drug.exposure(0), 0, 0, 0).active()).isFalse();
        assertThat(cells.kill(0)).isZero();
    }

    @Test
    void patientsVaryLogNormallyWithTheCoefficientOfVariation() {
        // sd of the logarithm sqrt(ln(1 + cv^2)) with cv = .5
        DrugEffects effects = effects(treatment(Map.of(), Map.of(), Map.of(), Map.of()));
        assertThat(effects.exposureSigmaLog(0)).isCloseTo(Math.sqrt(Math.log(1.25)), within(1e-15));
        assertThat(effects.killSigmaLog(0)).isEqualTo(.3);
    }

    @Test
    void organsAndTheirNichesTakeTheirShareOfTheConcentration() {
        DrugEffects effects = effects(treatment(Map.of(), Map.of("brain", .25), Map.of("sanctuary", .5), Map.of()));

        assertThat(Drug.at(effects, 0, 0, 0, 1).kill(0)).isCloseTo(.1 * 3 / 4, within(1e-15));
        assertThat(Drug.at(effects, 1, 0, 0, 1).kill(0)).isCloseTo(.1 * .75 / 1.75, within(1e-15));
        // the drug's own share of the niche instead of the disease's .2; ten times the EC50
        assertThat(Drug.at(effects, 1, 1, 0, 1).kill(0)).isCloseTo(.1 * .0375 / 1.0375, within(1e-15));
    }

    @Test
    void whatADrugChangesInTissueDependsOnThePatientsExposure() {
        Modification checkpoint = new Modification(Map.of(), .8, .6, 1, 1, 1, null);
        DrugEffects effects = Drug.effects(Drug.killing(0).modifying(checkpoint));
        TissueEffects tissue = new TissueEffects(effects, patient(3, 1)).set(Drug.exposure(1), 0);

        assertThat(tissue.checkpointInhibition()).isCloseTo(.8 * .75, within(1e-15));
        assertThat(tissue.myeloidInhibition()).isCloseTo(.6 * .75, within(1e-15));
    }

    @Test
    void aVascularAgentAloneAndAStromalAgentAloneOpenTheNiche() {
        Modification vascular = new Modification(Map.of(), 0, 0, 7, 1, 1, null);
        Modification stromal = new Modification(Map.of(), 0, 0, 1, 0, 1, null);
        Drug killing = Drug.killing(.1).at(100, 1);

        assertThat(Drug.at(Drug.effects(killing, Drug.killing(0).modifying(vascular)), 1, 1, 0, 1, 1)
                        .kill(0))
                .isCloseTo(.1 * 8 / 9, within(1e-14));
        assertThat(Drug.at(Drug.effects(killing, Drug.killing(0).modifying(stromal)), 1, 1, 0, 1, 1)
                        .kill(0))
                .isCloseTo(.1 * (20 / 5.5) / (1 + 20 / 5.5), within(1e-14));
    }

    @Test
    void aGroupHitsTolerantCellsByTheirFractionAndLeavesOthersAlone() {
        Drug loewe = Drug.killing(.1).combined("g", Combination.Rule.LOEWE, Map.of());
        Drug hsa = Drug.killing(.1).combined("g", Combination.Rule.HSA, Map.of());
        Drug other = Drug.killing(.4);

        // two half doses are one dose of effect 1/2; a quarter of it on tolerant cells
        assertThat(Drug.lung(Drug.effects(loewe, loewe), .5, .5).kill(TOLERANT)).isCloseTo(.0125, within(1e-15));
        // the stronger third drug is of no group
        assertThat(Drug.lung(Drug.effects(hsa, hsa, other), 1, 3, 1).kill(0)).isCloseTo(.075 + .2, within(1e-15));
        assertThat(Drug.lung(Drug.effects(loewe, other, loewe, loewe), .5, 1, .25, .25)
                        .kill(0))
                .isCloseTo(.05 + .2, within(1e-15));
    }

    @Test
    void aMechanismProtectsWhereItCostsADrugItsShareOfTheEffect() {
        // sensitive 3/4, R1 3/12 in the lung; R2 is hit more than sensitive cells are
        DrugEffects effects = effects(treatment(Map.of("R1", 9.0, "R2", .5), Map.of(), Map.of(), Map.of()));
        assertThat(effects.protects(0, R1, .49)).isTrue();
        assertThat(effects.protects(0, R1, .51)).isFalse();
        assertThat(effects.protects(R1, 0, 1e-9)).isFalse();
        assertThat(effects.protects(0, R2, 1e-9)).isFalse();
        assertThat(effects.protects(R2, 0, .1)).isTrue();
        // 300 and 30 times the EC50 in the lung and 6 and .6 in the niche of the brain: .857 less .375
        DrugEffects far =
                Drug.effects(Drug.killing(0), Drug.killing(.1).at(300, 1).resisted(Map.of("R1", 10.0)));
        assertThat(far.protects(0, R1, .48)).isTrue();
        assertThat(far.protects(0, R1, .49)).isFalse();
        Drug silent = Drug.killing(0).resisted(Map.of("R1", 10.0));
        assertThat(Drug.effects(silent).protects(0, R1, 1e-9))
                .as("does nothing")
                .isFalse();
    }

    @Test
    void aDrugActsOnCellsOrOnTissueOrNotAtAll() {
        Modification vascular = new Modification(Map.of(), 0, 0, 2, 1, 1, null);
        DrugEffects effects = Drug.effects(
                Drug.killing(.1),
                Drug.killing(0).slowing(.1),
                Drug.killing(0).killingDividing(.1),
                Drug.killing(0).modifying(vascular),
                Drug.killing(0));
        for (int drug = 0; drug < 5; drug++) {
            assertThat(effects.acts(drug)).isEqualTo(drug < 4);
            double[] doses = new double[5];
            doses[drug] = 1;
            assertThat(Drug.lung(effects, doses).active()).isEqualTo(drug < 3);
        }
        assertThat(effects.toxic()).isFalse();
    }

    @Test
    void anExposureHoldsTheDrugsThatAreTakenAndOnlyDoses() {
        Exposure exposure = Drug.exposure(0, .5, 0, 2);
        assertThat(exposure.count()).isEqualTo(2);
        assertThat(exposure.drug(0)).isEqualTo(1);
        assertThat(exposure.drug(1)).isEqualTo(3);
        assertThat(exposure.logDose(3)).isCloseTo(Math.log(2), within(1e-15));
        assertThatThrownBy(() -> Drug.exposure(1, -1)).hasMessageContaining("(-1.0) of drug 1");
        assertThatThrownBy(() -> Drug.exposure(Double.NaN)).hasMessageContaining("(NaN) of drug 0");
        assertThatThrownBy(() -> Drug.exposure(1 / 0.0)).hasMessageContaining("(Infinity)");
    }

    @Test
    void theExposureThatWasNotUsedForLongestGivesWay() {
        Exposures exposures = new Exposures(Drug.effects(Drug.killing(.1)));
        int beyond = exposures.places() - 3;
        assertThat(exposures.places()).isGreaterThan(10);
        for (int i = 0; i < beyond; i++) {
            exposures.indexOf(new double[] {10 + i});
            assertThat(exposures.replaced()).isTrue();
        }
        exposures.indexOf(new double[] {10});
        assertThat(exposures.replaced()).isFalse();
        int place = exposures.indexOf(new double[] {5});
        assertThat(exposures.replaced()).isTrue();
        assertThat(exposures.get(place).dose(0)).isEqualTo(5);
        for (int i = beyond - 1; i >= 2; i--) {
            exposures.indexOf(new double[] {10 + i});
            assertThat(exposures.replaced()).as("the dose %s", 10 + i).isFalse();
        }
        exposures.indexOf(new double[] {10});
        assertThat(exposures.replaced()).isFalse();
        exposures.indexOf(new double[] {11});
        assertThat(exposures.replaced()).as("the oldest").isTrue();
    }

    /** SplitMix64 is what the JDK's SplittableRandom uses with the golden gamma; its first number from s is mix(s + gamma). */
    @Test
    void addressedNumbersAreThoseOfSplitMix() {
        long gamma = 0x9E3779B97F4A7C15L;
        for (long key : new long[] {0, 1, -7, 0x123456789ABCDEFL}) {
            for (long number : new long[] {-1, 0, 1, 99}) {
                long inner = new SplittableRandom(number).nextLong();
                long start = new SplittableRandom(key + inner - gamma).nextLong();
                SplittableRandom reference = new SplittableRandom(start);
                KeyedRandom random = new KeyedRandom().at(key, number);
                for (int i = 0; i < 5; i++) {
                    assertThat(random.nextLong()).isEqualTo(reference.nextLong());
                }
            }
        }
    }

    private static void assertPlace(ThrowingCallable mistake, String pointer) {
        assertThatThrownBy(mistake)
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.pointer()).isEqualTo(pointer));
    }

    @Test
    void namesAndFactorsThatMakeNoSenseAreRefusedWithTheirPlace() {
        Map<String, Double> none = Map.of();
        Map<String, Double> unknown = Map.of("z", 1.0);
        assertPlace(() -> effects(treatment(unknown, none, none, none)), "/treatments/a/resistanceFactors/z");
        assertPlace(() -> effects(treatment(none, unknown, none, none)), "/treatments/a/penetration/z");
        assertPlace(() -> effects(treatment(none, none, unknown, none)), "/treatments/a/nichePenetration/z");
        assertPlace(() -> effects(treatment(none, none, none, unknown)), "/treatments/a/phenotypeKillFractions/z");
        Map<String, Double> zero = Map.of("R1", 0.0);
        assertThatThrownBy(() -> effects(treatment(zero, none, none, none)))
                .hasMessageContaining("expected a positive number but found 0.0");
        Map<String, Double> infinite = Map.of("R1", 1 / 0.0);
        assertThatThrownBy(() -> effects(treatment(infinite, none, none, none))).hasMessageContaining("found Infinity");
        Map<String, Double> negative = Map.of("tolerant", -.1);
        assertThatThrownBy(() -> effects(treatment(none, none, none, negative)))
                .hasMessageContaining("expected a number of at least 0.0 but found -0.1");
        effects(treatment(none, none, none, Map.of("tolerant", 0.0)));
    }
}
