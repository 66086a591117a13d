package org.evotrial.patient.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days to progression of the models of Strobl et al. 2021 (doi:10.1158/0008-5472.CAN-20-0806) and Zhang et al. 2022. */
class AdaptiveTherapyTest {
    private final AdaptiveTherapy therapy = new AdaptiveTherapy(1, 1);

    /** Values of the specification, section 6 (exact integration of the published equations, decisions every day). */
    @ParameterizedTest
    @CsvSource({
        "0.25, 0.1,   0,   0,    106, 106",
        "0.25, 0.01,  0,   0,    207, 210",
        "0.25, 0.001, 0,   0,    296, 315",
        "0.35, 0.001, 0,   0,    314, 350",
        "0.45, 0.01,  0,   0,    246, 266",
        "0.55, 0.001, 0,   0,    361, 452",
        "0.25, 0.1,   0,   0.25, 161, 161",
        "0.25, 0.1,   0.1, 0.25, 186, 186",
        "0.25, 0.1,   0.2, 0.25, 222, 233",
        "0.25, 0.1,   0.3, 0.25, 273, 293",
        "0.25, 0.1,   0.4, 0.25, 358, 384",
        "0.25, 0.1,   0.5, 0.25, 523, 588",
    })
    void reproducesTheProgressionTimesOfStrobl(
            double burden, double fraction, double cost, double turnover, double continuous, double adaptive) {
        SensitiveResistantTumour tumour =
                SensitiveResistantTumour.withCostAndTurnover(burden, fraction, .027, cost, turnover);
        AdaptiveRule rule = AdaptiveRule.strobl();

        assertThat(therapy.daysToProgression(tumour, rule.continuous())).isEqualTo(continuous);
        assertThat(therapy.daysToProgression(tumour, rule)).isEqualTo(adaptive);
    }
}
