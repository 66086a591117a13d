package org.evotrial.patient.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.evotrial.spi.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several drugs at once; every expected value follows from the definition of the rule. */
class CombinationTest {
    private static final Combination.Rule LOEWE = Combination.Rule.LOEWE;
    private static final Combination.Rule HSA = Combination.Rule.HSA;

    @ParameterizedTest
    @CsvSource({"1, 1, .5, .5", "2.5, .7, .3, .9", ".8, 40, .25, .25", "3, .01, 1, 2"})
    void aDrugCombinedWithItselfByLoeweIsTheDrugAtTheSumOfTheDoses(
            double hill, double concentration, double first, double second) {
        Drug drug = Drug.killing(.1)
                .slowing(.6)
                .killingDividing(1.5)
                .at(concentration, hill)
                .combined("g", LOEWE, Map.of());
        DrugEffects effects = Drug.effects(drug, drug);

        CellEffects together = Drug.lung(effects, first, second);
        CellEffects alone = Drug.lung(effects, first + second, 0);

        assertThat(together.kill(0)).isCloseTo(alone.kill(0), within(1e-15));
        assertThat(together.birthFactor(0)).isCloseTo(alone.birthFactor(0), within(1e-15));
        assertThat(together.killPerDivision(0)).isCloseTo(alone.killPerDivision(0), within(1e-14));
        assertThat(together.stress(.14)).isCloseTo(alone.stress(.14), within(1e-14));
        // the sham combination is what Bliss gets wrong
        DrugEffects bliss = Drug.effects(drug.combined(null, LOEWE, Map.of()), drug.combined(null, LOEWE, Map.of()));
        assertThat(Drug.lung(bliss, first, second).kill(0) / alone.kill(0)).isNotCloseTo(1, within(.05));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2, 3", ".5, 2, 4, .3", "5, .7, .1, 6"})
    void loeweOfDifferentDrugsLiesOnTheIsobole(double x, double hillA, double y, double hillB) {
        double emaxA = .1;
        double emaxB = .07;
        DrugEffects effects = Drug.effects(
                Drug.killing(emaxA).at(1, hillA).combined("g", LOEWE, Map.of()),
                Drug.killing(emaxB).at(1, hillB).combined("g", LOEWE, Map.of()));

        double kill = Drug.lung(effects, x, y).kill(0);

        double doseA = Math.pow(kill / (emaxA - kill), 1 / hillA);
        double doseB = kill < emaxB ? Math.pow(kill / (emaxB - kill), 1 / hillB) : Double.POSITIVE_INFINITY;
        assertThat(x / doseA + y / doseB).isCloseTo(1, within(1e-10));
        assertThat(kill).isGreaterThanOrEqualTo(Drug.lung(effects, x, 0).kill(0));
    }

    @Test
    void aPartialAgonistAddsNothingToAnEffectBeyondItsOwn() {
        DrugEffects effects = Drug.effects(
                Drug.killing(.1).at(1, 1).combined("g", LOEWE, Map.of()),
                Drug.killing(.02).at(1, 2).combined("g", LOEWE, Map.of()));

        // alone, drug a at dose 1 has the effect .05, above drug b's largest
        assertThat(Drug.lung(effects, 1, 1000).kill(0)).isCloseTo(.05, within(1e-15));
    }

    @Test
    void theHighestSingleAgentIsTheLargerEffectOfEachKind() {
        DrugEffects effects = Drug.effects(
                Drug.killing(.1).slowing(.2).combined("g", HSA, Map.of()),
                Drug.killing(.06).slowing(.8).combined("g", HSA, Map.of()));

        assertThat(Drug.lung(effects, 1, 1).kill(0)).isEqualTo(.05);
        assertThat(Drug.lung(effects, 1, 1).birthFactor(0)).isCloseTo(1 - .4, within(1e-15));
    }

    @Test
    void withoutAGroupKillsAddAndSurvivalsMultiply() {
        DrugEffects effects =
                Drug.effects(Drug.killing(.1).slowing(.2), Drug.killing(.06).slowing(.8));
        CellEffects both = Drug.lung(effects, 1, 3);

        double a = .1 / 2;
        double b = .06 * 3 / 4;
        assertThat(both.kill(0)).isCloseTo(a + b, within(1e-16));
        assertThat(Math.exp(-both.kill(0) * 10)).isCloseTo(Math.exp(-a * 10) * Math.exp(-b * 10), within(1e-15));
        assertThat(both.birthFactor(0)).isCloseTo((1 - .2 / 2) * (1 - .8 * 3 / 4), within(1e-15));
    }

    @Test
    void groupsCombineByBlissWithEachOther() {
        Drug first = Drug.killing(.1).combined("g", LOEWE, Map.of());
        DrugEffects effects = Drug.effects(first, Drug.killing(.06), first);

        assertThat(Drug.lung(effects, .5, 1, .5).kill(0)).isCloseTo(.05 + .03, within(1e-15));
    }

    @Test
    void anInteractionAddsTheGeometricMeanOfTheKillsTimesItsSize() {
        DrugEffects synergy = Drug.effects(Drug.killing(.1).combined(null, LOEWE, Map.of("b", 1.0)), Drug.killing(.04));
        DrugEffects equal = Drug.effects(Drug.killing(.1), Drug.killing(.1).combined(null, LOEWE, Map.of("a", -1.0)));

        assertThat(Drug.lung(synergy, 1, 1).kill(0)).isCloseTo(.05 + .02 + Math.sqrt(.05 * .02), within(1e-15));
        assertThat(Drug.lung(synergy, 1, 0).kill(0)).isEqualTo(.05);
        assertThat(Drug.lung(equal, 1, 1).kill(0)).isCloseTo(.05, within(1e-15));
    }

    @Test
    void mistakesNameTheirPlace() {
        assertThatThrownBy(() -> Drug.effects(
                        Drug.killing(.1).combined("g", LOEWE, Map.of()),
                        Drug.killing(.1).combined("g", HSA, Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("same rule");
        assertThatThrownBy(() -> Drug.effects(Drug.killing(.1).combined(null, LOEWE, Map.of("z", 1.0))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("found z");
        assertThatThrownBy(() -> Drug.effects(
                        Drug.killing(.1).combined(null, LOEWE, Map.of("b", 1.0)),
                        Drug.killing(.1).combined(null, LOEWE, Map.of("a", 1.0))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("not by both");
        assertThatThrownBy(() -> Drug.effects(
                        Drug.killing(.1).combined("g", LOEWE, Map.of("b", 1.0)),
                        Drug.killing(.1).combined("g", LOEWE, Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("outside the group");
        assertThatThrownBy(() ->
                        Drug.effects(Drug.killing(.1).combined(null, LOEWE, Map.of("b", -2.5)), Drug.killing(.1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("at least -2");
    }
}
