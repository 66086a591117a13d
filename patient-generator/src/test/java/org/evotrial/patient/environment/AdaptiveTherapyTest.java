package org.evotrial.patient.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
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

    /** Days to progression, sensitive and resistant cells then. */
    private record Course(double days, double sensitive, double resistant) {}

    /** The same model by {@link CompetitionStep}, every decision a step: another method, another variable. */
    private static Course dayByDay(
            SensitiveResistantTumour tumour, AdaptiveRule rule, double onSensitive, double onResistant) {
        CompetitionStep step = new CompetitionStep(
                Competition.lotkaVolterra(new double[][] {{1, onSensitive}, {onResistant, 1}}), 2, 0);
        double sensitive = tumour.burden() * (1 - tumour.resistantFraction());
        double resistant = tumour.burden() * tumour.resistantFraction();
        boolean on = true;
        for (int decision = 0; ; decision++) {
            double relative = (sensitive + resistant) / tumour.burden();
            if (decision > 0 && relative > rule.progressionAbove()) {
                return new Course(decision * rule.decisionDays(), sensitive, resistant);
            }
            if ((decision + 1) * rule.decisionDays() > rule.horizonDays()) {
                return new Course(Double.POSITIVE_INFINITY, sensitive, resistant);
            }
            on = relative >= rule.resumeFrom() || on && relative >= rule.pauseBelow();
            step.begin(1, 1, 0);
            step.add(
                    0,
                    sensitive,
                    tumour.sensitiveBirth(),
                    tumour.sensitiveDeath(),
                    on ? rule.deathsPerDivision() : 0,
                    on ? rule.sensitiveCapacity() : 1);
            step.add(1, resistant, tumour.resistantBirth(), tumour.resistantDeath());
            step.advance(rule.decisionDays());
            sensitive = step.cells(0);
            resistant = step.cells(1);
        }
    }

    /** Rates up to ten times Strobl's, uneven competition, both kinds of drugs, decisions every day to every 50 days. */
    @Test
    void decidesOnTheSameDaysAsStepByStep() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        int progressed = 0;
        for (int patient = 0; patient < 300; patient++) {
            double onSensitive = random.nextBoolean() ? 1 : 2 * random.nextDouble();
            double onResistant = random.nextBoolean() ? 1 : 6 * random.nextDouble();
            double birth = .02 * Math.pow(10, random.nextDouble());
            SensitiveResistantTumour tumour = new SensitiveResistantTumour(
                    .1 + .8 * random.nextDouble(),
                    Math.pow(10, -1 - 3 * random.nextDouble()),
                    birth,
                    birth * (.5 + .5 * random.nextDouble()),
                    birth * .3 * random.nextDouble(),
                    birth * .3 * random.nextDouble());
            boolean lowersCapacity = random.nextInt(3) == 0;
            AdaptiveRule rule = new AdaptiveRule(
                    lowersCapacity ? 0 : 1 + random.nextDouble(),
                    lowersCapacity ? .05 + .5 * random.nextDouble() : 1,
                    .8 * random.nextDouble(),
                    .8 + .3 * random.nextDouble(),
                    1.2,
                    random.nextInt(4) == 0 ? 50 * random.nextDouble() + .1 : 1,
                    2000);
            double days = new AdaptiveTherapy(onSensitive, onResistant).daysToProgression(tumour, rule);
            assertThat(days)
                    .isEqualTo(dayByDay(tumour, rule, onSensitive, onResistant).days());
            progressed += days < 2000 ? 1 : 0;
        }
        assertThat(progressed).isBetween(100, 290);
    }

    /**
     * Resistant cells that grow on where births of sensitive cells end, and others that do not, under drugs that kill by division:
     * which of them they are must not be mistaken.
     */
    @Test
    void followsTumoursToTheEndOfBirthsAndBeyond() {
        SplittableRandom random = new SplittableRandom(3);
        for (int patient = 0; patient < 300; patient++) {
            double onSensitive = random.nextBoolean() ? 1 : 2 * random.nextDouble();
            double onResistant = random.nextBoolean() ? 1 : 2 * random.nextDouble();
            SensitiveResistantTumour tumour = new SensitiveResistantTumour(
                    .5 + .45 * random.nextDouble(),
                    .1 + .8 * random.nextDouble(),
                    .1,
                    .05 + .05 * random.nextDouble(),
                    random.nextBoolean() ? 0 : .02 * random.nextDouble(),
                    random.nextBoolean() ? 0 : .02 * random.nextDouble());
            double capacity = random.nextBoolean() ? 1 : .5 + .5 * random.nextDouble();
            AdaptiveRule rule = new AdaptiveRule(1 + random.nextDouble(), capacity, 0, 1, 1e9, 1, 100);
            AdaptiveTherapy therapy = new AdaptiveTherapy(onSensitive, onResistant);
            assertThat(therapy.daysToProgression(tumour, rule)).isInfinite();
            Course course = dayByDay(tumour, rule, onSensitive, onResistant);
            assertThat(therapy.sensitive()).isCloseTo(course.sensitive(), within(1e-3));
            assertThat(therapy.resistant()).isCloseTo(course.resistant(), within(1e-3));
        }
    }

    /** Zhang et al. 2022: the drug lowers the capacity for sensitive cells from 1e4 to 500; alpha 6; rates per day. */
    private static final SensitiveResistantTumour PROSTATE = new SensitiveResistantTumour(.5, .05, .0208, .0121, 0, 0);

    private static final AdaptiveRule ABIRATERONE = new AdaptiveRule(0, .05, .5, 1, 1.2, 1, 7300);

    /**
     * As in Zhang et al.: the study cohort was off the drug for 46 % of the time and progressed after 33.5 instead of 14.3 months
     * (medians); with alpha 6 cycled therapy drives the resistant cells down.
     */
    @Test
    void controlsTheTumourOfZhangForLongerWithLessDrug() {
        AdaptiveTherapy zhang = new AdaptiveTherapy(1, 6);
        double continuous = zhang.daysToProgression(PROSTATE, ABIRATERONE.continuous());
        double onDrug = zhang.daysOnDrug();
        assertThat(onDrug).isEqualTo(continuous);
        double adaptive = zhang.daysToProgression(PROSTATE, ABIRATERONE);
        assertThat(adaptive).isGreaterThan(2 * continuous);
        assertThat(zhang.daysOnDrug()).isLessThan(.54 * ABIRATERONE.horizonDays());
        assertThat(zhang.resistant()).isLessThan(1e-6);
    }

    /** With alpha 6 resistant cells shrink while sensitive ones fill a sixth of the tissue or more, as Zhang et al. explain. */
    @Test
    void losesResistantCellsWhilePausedInTheModelOfZhang() {
        AdaptiveTherapy zhang = new AdaptiveTherapy(1, 6);
        AdaptiveRule never = new AdaptiveRule(0, .05, 1, 1e9, 1e6, 1, 300);
        SensitiveResistantTumour paused = new SensitiveResistantTumour(.9, .1, .0208, .0121, 0, 0);
        zhang.daysToProgression(paused, never);
        assertThat(zhang.daysOnDrug()).isLessThan(2);
        assertThat(zhang.sensitive()).isGreaterThan(.95);
        assertThat(zhang.resistant()).isLessThan(1e-6 * paused.burden() * paused.resistantFraction());
    }

    @Test
    void followsTheLogisticCurveWhereNothingIsKilled() {
        AdaptiveTherapy therapy = new AdaptiveTherapy(1, 1);
        SensitiveResistantTumour tumour = SensitiveResistantTumour.withCostAndTurnover(.2, .3, .03, 0, 0);
        double days = therapy.daysToProgression(tumour, new AdaptiveRule(0, 1, 0, 1, 3, .01, 1000));
        assertThat(days).isCloseTo(Math.log(.6 / .4 / (.2 / .8)) / .03, within(.01));
        assertThat(therapy.sensitive() + therapy.resistant()).isCloseTo(.6, within(2e-4));
    }

    @Test
    void rejectsWhatIsNoTumourAndNoRule() {
        assertThatThrownBy(() -> SensitiveResistantTumour.withCostAndTurnover(1.5, .1, .027, 0, 0))
                .hasMessageContaining("burden (1.5)");
        assertThatThrownBy(() -> new AdaptiveRule(1.5, 1, 1.2, 1, 1.2, 1, 100))
                .hasMessageContaining("pauseBelow (1.2)");
        assertThatThrownBy(() -> new AdaptiveRule(-1, 1, .5, 1, 1.2, 1, 100))
                .hasMessageContaining("deathsPerDivision (-1.0)");
        assertThatThrownBy(() -> new AdaptiveRule(1, 0, .5, 1, 1.2, 1, 100))
                .hasMessageContaining("sensitiveCapacity (0.0)");
        assertThatThrownBy(() -> new AdaptiveRule(1, 1, -.1, 1, 1.2, 1, 100)).hasMessageContaining("pauseBelow (-0.1)");
        assertThatThrownBy(() -> new AdaptiveRule(1, 1, .5, 1, 0, 1, 100))
                .hasMessageContaining("progressionAbove (0.0)");
        assertThatThrownBy(() -> new AdaptiveRule(1, 1, .5, 1, 1.2, 0, 100)).hasMessageContaining("decisionDays (0.0)");
        assertThatThrownBy(() -> new AdaptiveRule(1, 1, .5, 1, 1.2, 7, 6)).hasMessageContaining("horizonDays (6.0)");
        assertThatThrownBy(() -> new AdaptiveRule(1, 1, .5, 1, 1.2, 1, 1 / 0.0))
                .hasMessageContaining("horizonDays (Infinity)");
        assertThatThrownBy(() -> SensitiveResistantTumour.withCostAndTurnover(.5, .1, .027, 1.1, 0))
                .hasMessageContaining("cost (1.1)");
        assertThatThrownBy(() -> new SensitiveResistantTumour(0, .1, .1, .1, 0, 0))
                .hasMessageContaining("burden (0.0)");
        assertThatThrownBy(() -> new SensitiveResistantTumour(.5, 1.1, .1, .1, 0, 0))
                .hasMessageContaining("resistantFraction (1.1)");
        assertThatThrownBy(() -> new SensitiveResistantTumour(.5, .1, -1, .1, 0, 0))
                .hasMessageContaining("sensitiveBirth (-1.0)");
        assertThatThrownBy(() -> new SensitiveResistantTumour(.5, .1, .1, Double.NaN, 0, 0))
                .hasMessageContaining("resistantBirth (NaN)");
        assertThatThrownBy(() -> new SensitiveResistantTumour(.5, .1, .1, .1, -1, 0))
                .hasMessageContaining("sensitiveDeath (-1.0)");
        assertThatThrownBy(() -> new SensitiveResistantTumour(.5, .1, .1, .1, 0, 1 / 0.0))
                .hasMessageContaining("resistantDeath (Infinity)");
    }
}
