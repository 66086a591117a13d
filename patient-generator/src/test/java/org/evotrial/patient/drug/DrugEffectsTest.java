package org.evotrial.patient.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.evotrial.spi.ConfigurationException;
import org.junit.jupiter.api.Test;

/** Effects on kinds of cells; every expected value is the formula of {@link DrugTreatment} by hand. */
class DrugEffectsTest {
    private static final int SENSITIVE = 0;
    private static final int TOLERANT = 1;
    private static final int R1 = 1;
    private static final int R2 = 2;
    private static final int BOTH = 3;

    @Test
    void phenotypesTakeTheDiseasesFractionUnlessTheDrugHasItsOwn() {
        Drug drug = Drug.killing(.1).slowing(.4).killingDividing(1.5);
        CellEffects plain = Drug.lung(Drug.effects(drug), 1);
        CellEffects own = Drug.lung(Drug.effects(drug.on(Map.of("tolerant", .5))), 1);

        assertThat(plain.kill(TOLERANT)).isCloseTo(.25 * .05, within(1e-16));
        assertThat(plain.birthFactor(TOLERANT)).isCloseTo(1 - .25 * .2, within(1e-16));
        assertThat(plain.killPerDivision(TOLERANT)).isCloseTo(.25 * .75, within(1e-16));
        assertThat(own.kill(TOLERANT)).isCloseTo(.5 * .05, within(1e-16));
        assertThat(own.kill(SENSITIVE)).isEqualTo(plain.kill(SENSITIVE));
    }

    @Test
    void resistanceMultipliesAndCollateralSensitivityHelps() {
        DrugEffects effects = Drug.effects(Drug.killing(.1).resisted(Map.of("R1", 9.0, "R2", 1.0 / 3)));

        assertThat(Drug.at(effects, 0, 0, R1, 1).kill(0)).isCloseTo(.1 / 10, within(1e-15));
        assertThat(Drug.at(effects, 0, 0, R2, 1).kill(0)).isCloseTo(.1 * 3 / 4, within(1e-15));
        assertThat(Drug.at(effects, 0, 0, BOTH, 1).kill(0)).isCloseTo(.1 / 4, within(1e-15));
    }

    @Test
    void aNicheLowersConcentrationAndRaisesEc50() {
        DrugEffects effects = Drug.effects(Drug.killing(.1).at(100, 1));

        assertThat(Drug.at(effects, 1, 0, 0, 1).kill(0)).isCloseTo(.1 * 100 / 101, within(1e-15));
        // 100 x .2 / 10 = 2
        assertThat(Drug.at(effects, 1, 1, 0, 1).kill(0)).isCloseTo(.1 * 2 / 3, within(1e-15));
    }

    @Test
    void vascularAndStromalAgentsOpenTheNiche() {
        Modification vascular = new Modification(Map.of(), 0, 0, 7, 1, 1, null);
        Modification stromal = new Modification(Map.of(), 0, 0, 1, 0, 1, null);
        DrugEffects effects = Drug.effects(
                Drug.killing(.1).at(100, 1),
                Drug.killing(0).modifying(vascular),
                Drug.killing(0).modifying(stromal));

        // at half effect, penetration .2 x (1 + 6/2) = .8, and protection 1 + 9 (1 - 1/2) = 5.5
        assertThat(Drug.at(effects, 1, 1, 0, 1, 1, 0).kill(0)).isCloseTo(.1 * 8 / 9, within(1e-14));
        assertThat(Drug.at(effects, 1, 1, 0, 1, 0, 1).kill(0))
                .isCloseTo(.1 * (20 / 5.5) / (1 + 20 / 5.5), within(1e-14));
        // never beyond what is perfused: .2 (1 + 6 x 1000/1001) > 1
        assertThat(Drug.at(effects, 1, 1, 0, 1, 1000, 0).kill(0)).isCloseTo(.1 * 10 / 11, within(1e-14));
        assertThat(Drug.at(effects, 1, 0, 0, 1, 1, 1).kill(0)).isCloseTo(.1 * 100 / 101, within(1e-14));
        TissueEffects tissue = new TissueEffects(effects, new PatientDrugs(3)).set(Drug.exposure(1, 1, 1), 1);
        assertThat(tissue.exchangeFactor()).isCloseTo(4, within(1e-14));
        assertThat(tissue.stromalProtection()).isCloseTo(.5, within(1e-14));
    }

    @Test
    void transitionsAreScaledByNameOrByPhenotype() {
        Modification blocker = new Modification(Map.of("*->tolerant", .2), 0, 0, 1, 1, 1, null);
        Modification releaser = new Modification(Map.of("tolerant->sensitive", 5.0), 0, 0, 1, 1, 1, null);
        DrugEffects effects =
                Drug.effects(Drug.killing(0).modifying(blocker), Drug.killing(0).modifying(releaser));
        CellEffects both = Drug.lung(effects, 3, 1);

        assertThat(both.transitionFactor(0)).isCloseTo(1 - .8 * .75, within(1e-15));
        assertThat(both.transitionFactor(1)).isCloseTo(1 + 4 * .5, within(1e-15));
        assertThat(both.active()).isFalse();
        assertThat(both.stress(.1)).isZero();
        assertThatThrownBy(() -> Drug.effects(Drug.killing(0)
                        .modifying(new Modification(Map.of("tolerant->memory", .5), 0, 0, 1, 1, 1, null))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tolerant->memory");
    }

    @Test
    void inhibitionsOfTwoDrugsCombineLikeIndependentShares() {
        Modification checkpoint = new Modification(Map.of(), .8, .6, 1, 1, 3, null);
        DrugEffects effects = Drug.effects(
                Drug.killing(0).modifying(checkpoint), Drug.killing(0).modifying(checkpoint));
        TissueEffects tissue = new TissueEffects(effects, new PatientDrugs(2)).set(Drug.exposure(1, 3), 0);

        assertThat(tissue.checkpointInhibition()).isCloseTo(1 - .6 * .4, within(1e-15));
        assertThat(tissue.myeloidInhibition()).isCloseTo(1 - .7 * .55, within(1e-15));
        assertThat(tissue.carryingCapacityFactor()).isCloseTo(2 * 2.5, within(1e-15));
    }

    @Test
    void stressIsTheMeanRelativeEffectWeightedByWhatEachDrugCanDo() {
        DrugEffects effects =
                Drug.effects(Drug.killing(.06), Drug.killing(0).slowing(.5).killingDividing(1.5));
        double birth = .1;

        // effects 1/2 and 3/4; weights .06 and .1 (.5 + 1.5)
        assertThat(Drug.lung(effects, 1, 3).stress(birth)).isCloseTo((.06 * .5 + .2 * .75) / .26, within(1e-15));
        assertThat(Drug.lung(effects, 0, 0).stress(birth)).isZero();
    }

    @Test
    void exposuresAreFoundAgainAndTheOldestGivesWay() {
        DrugEffects effects = Drug.effects(Drug.killing(.1), Drug.killing(0));
        Exposures exposures = new Exposures(effects);

        assertThat(exposures.indexOf(new double[] {0, 0})).isZero();
        assertThat(exposures.indexOf(new double[] {0, 1}))
                .as("a drug that does nothing")
                .isZero();
        assertThat(exposures.indexOf(new double[] {1, 1})).isEqualTo(1);
        assertThat(exposures.replaced()).isFalse();
        int half = exposures.indexOf(new double[] {.5, 0});
        assertThat(exposures.replaced()).isTrue();
        assertThat(exposures.get(half).dose(0)).isEqualTo(.5);
        for (int i = 0; i < 1000; i++) {
            int index = exposures.indexOf(new double[] {2 + i, 0});
            assertThat(exposures.get(index).dose(0)).isEqualTo(2 + i);
            assertThat(exposures.indexOf(new double[] {1, 0})).isEqualTo(1);
        }
        assertThat(exposures.indexOf(new double[] {.5, 0})).isPositive();
        assertThat(exposures.replaced()).isTrue();
    }
}
