package org.evotrial.patient.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Melanoma of Bozic et al. (2013, doi:10.7554/eLife.00747): b .14, d .13, d' .17, u 1e-9, 50 bases per drug. */
class DualTherapyFormulasTest {
    private static final DualTherapy MELANOMA = new DualTherapy(.14, .13, .17, 1e-9, 50, 50, 0);
    private static final DualTherapy SHARED = new DualTherapy(.14, .13, .17, 1e-9, 50, 50, 1);

    @Test
    void failureHasItsPublishedFigures() {
        double[] burdens = {2.6e11, 1.7e11, 9.8e10, 5.5e10, 2.0e10, 1.6e9};
        double[] published = {.283, .203, .12, .069, .026, .002};
        for (int i = 0; i < burdens.length; i++) {
            // burdens are printed with two digits: up to 3 % off
            assertThat(MELANOMA.failure(burdens[i])).isCloseTo(published[i], within(.03 * published[i] + 5e-4));
        }
    }

    @Test
    void factorsAreThoseOfThePaper() {
        // p1u, p1d, p2u, p2d at M = 1e9 with one shared base, evaluated in Python
        assertThat(SHARED.noSharedBefore(1e9)).isCloseTo(.36787944117144233, within(1e-12));
        assertThat(SHARED.noSharedDuring(1e9)).isCloseTo(.7165313105737888, within(1e-12));
        assertThat(SHARED.noDoubleBefore(1e9)).isCloseTo(.9986823391677161, within(1e-12));
        assertThat(SHARED.noDoubleDuring(1e9)).isCloseTo(.9999920666981355, within(1e-12));
        assertThat(SHARED.failure(1e9)).isCloseTo(.7367522819488512, within(1e-12));
    }

    @Test
    void theBackwardEquationSaysHowNearTheFormulasAre() {
        // backward equation by SciPy 1.17.1, solve_ivp with rtol 1e-11
        assertThat(MELANOMA.exactFailure(2.6e11)).isCloseTo(.274400004, withinPercentage(1e-6));
        assertThat(MELANOMA.exactFailure(1.6e9)).isCloseTo(.00197055649, withinPercentage(1e-6));
        assertThat(SHARED.exactFailure(1e9)).isCloseTo(.736733818, withinPercentage(1e-6));
        assertThat(MELANOMA.failure(2e10) / MELANOMA.exactFailure(2e10)).isBetween(1.05, 1.06);
    }

    @Test
    void halfTheTumourTwiceFailsLessThanTheWhole() {
        // lineages with both steps come from tumours that had time: not additive, but nearly
        double whole = MELANOMA.exactEradication(2e10);
        double halves = MELANOMA.exactEradication(1e10);
        assertThat(halves * halves).isGreaterThan(whole).isCloseTo(whole, within(.003));
    }

    @Test
    void withoutResistanceBasesTreatmentEradicates() {
        DualTherapy none = new DualTherapy(.14, .13, .17, 1e-9, 0, 50, 0);
        assertThat(none.failure(1e12)).isZero();
        assertThat(none.exactFailure(1e12)).isCloseTo(0, within(1e-12));
        assertThat(MELANOMA.noDoubleResistanceAtDetection(1e11)).isBetween(.05, .95);
    }

    @Test
    void drugsThatDoNotShrinkTheTumourAreRejected() {
        assertThatThrownBy(() -> new DualTherapy(.14, .13, .14, 1e-9, 50, 50, 0))
                .hasMessageContaining("treatedDeathPerDay (0.14) must be above the birthPerDay");
        assertThatThrownBy(() -> new DualTherapy(.14, .13, .17, .1, 50, 50, 0))
                .hasMessageContaining("mutations per division");
    }
}
