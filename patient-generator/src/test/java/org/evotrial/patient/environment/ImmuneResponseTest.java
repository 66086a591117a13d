package org.evotrial.patient.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.evotrial.patient.disease.ImmunePhenotype;
import org.evotrial.patient.disease.Immunity;
import org.junit.jupiter.api.Test;

/** The immune response against its differential equations in small steps, its limits, and what it is there for. */
class ImmuneResponseTest {
    private static final List<ImmunePhenotype> PHENOTYPES = List.of(
            new ImmunePhenotype("inflamed", .3, .6, 1, null),
            new ImmunePhenotype("excluded", .4, .2, .2, null),
            new ImmunePhenotype("desert", .3, .05, .05, null));

    private static Immunity immunity(double kill, double exhaustion, double recovery, double suppression) {
        return new Immunity(kill, PHENOTYPES, .5, exhaustion, recovery, 1e9, 1, .05, suppression, .1, null);
    }

    /** Euler's midpoint rule in steps of 1/1000 of the step. */
    @Test
    void solvesItsEquationsExactly() {
        SplittableRandom random = new SplittableRandom(20_261_121);
        for (int i = 0; i < 50; i++) {
            Immunity immunity = immunity(
                    .3 * random.nextDouble(), .2 * random.nextDouble(), .05 * random.nextDouble(), random.nextDouble());
            double own = random.nextDouble();
            double cells = Math.exp(25 * random.nextDouble());
            double checkpoint = random.nextDouble();
            double myeloid = random.nextDouble();
            double days = Math.exp(8 * random.nextDouble() - 4);
            double infiltration = random.nextDouble();
            double exhaustion = random.nextDouble();
            ImmuneResponse response = new ImmuneResponse(immunity).from(infiltration, exhaustion);
            response.advance(own, cells, checkpoint, myeloid, days);

            double target = own * (1 - immunity.myeloidSuppression() * (1 - myeloid));
            double gain = immunity.exhaustionPerDay() * cells / (cells + 1e9);
            double loss = immunity.recoveryPerDay() + .05 * checkpoint;
            double h = days / 1000;
            double killed = 0;
            for (int step = 0; step < 1000; step++) {
                double middleI = infiltration + h / 2 * .1 * (target - infiltration);
                double middleX = exhaustion + h / 2 * (gain * (1 - exhaustion) - loss * exhaustion);
                killed += h * immunity.killPerDay() * middleI * (1 - middleX) * (1 + checkpoint);
                infiltration += h * .1 * (target - middleI);
                exhaustion += h * (gain * (1 - middleX) - loss * middleX);
            }
            assertThat(response.infiltration()).isCloseTo(infiltration, within(1e-5));
            assertThat(response.exhaustion()).isCloseTo(exhaustion, within(1e-5));
            assertThat(response.averageKill()).isCloseTo(killed / days, within(1e-6));
        }
    }

    @Test
    void isTheSameInOneStepAsInMany() {
        ImmuneResponse one = new ImmuneResponse(immunity(.1, .05, .01, .5)).from(.9, .1);
        ImmuneResponse many = new ImmuneResponse(immunity(.1, .05, .01, .5)).from(.9, .1);
        one.advance(.8, 3e9, .7, .2, 28);
        double killed = 0;
        for (int i = 0; i < 280; i++) {
            many.advance(.8, 3e9, .7, .2, .1);
            killed += .1 * many.averageKill();
        }
        assertThat(many.infiltration()).isCloseTo(one.infiltration(), within(1e-13));
        assertThat(many.exhaustion()).isCloseTo(one.exhaustion(), within(1e-13));
        assertThat(killed / 28).isCloseTo(one.averageKill(), within(1e-13));
    }

    /** Steps in which every rate times the step is below .002, against one in which none is: 15 digits of the average. */
    @Test
    void keepsItsDigitsInShortSteps() {
        for (double days : new double[] {.0016, .008, .019}) {
            ImmuneResponse one = new ImmuneResponse(immunity(.1, .05, .01, .5)).from(.9, .1);
            ImmuneResponse many = new ImmuneResponse(immunity(.1, .05, .01, .5)).from(.9, .1);
            one.advance(.2, 1e9, .7, .2, 1000 * days);
            double killed = 0;
            for (int i = 0; i < 1000; i++) {
                many.advance(.2, 1e9, .7, .2, days);
                killed += many.averageKill();
            }
            assertThat(killed / 1000).isCloseTo(one.averageKill(), within(1e-15));
        }
    }

    @Test
    void killsByTheFormula() {
        // kappa I (1 - X) (1 + boost u) with kappa = .1 and boost = 1
        ImmuneResponse response = new ImmuneResponse(immunity(.1, .05, .01, 0));
        assertThat(response.kill(.5, .4, .3)).isCloseTo(.1 * .5 * .6 * 1.3, within(1e-16));
        assertThat(response.kill(.5, 1, .3)).isZero();
        assertThat(response.settledExhaustion(0, 1)).isZero();
        assertThat(response.settledExhaustion(3e9, 1)).isCloseTo(.0375 / (.0375 + .06), within(1e-15));
    }

    @Test
    void settlesAtItsEquilibriumAndStaysWithinTheUnitInterval() {
        ImmuneResponse response = new ImmuneResponse(immunity(.1, .05, .01, .5)).from(0, 1);
        for (double cells : new double[] {0, 1, 1e9, 1e13}) {
            response.advance(1, cells, 0, 0, 1e5);
            assertThat(response.exhaustion())
                    .isCloseTo(response.settledExhaustion(cells, 0), within(1e-12))
                    .isBetween(0.0, 1.0);
            assertThat(response.infiltration()).isCloseTo(.5, within(1e-12));
        }
        assertThat(response.settledExhaustion(1e9, 0)).isCloseTo(.025 / .035, within(1e-15));
    }

    @Test
    void keepsTheStateOverAStepOfNoLengthAndWithoutAnyRate() {
        ImmuneResponse response = new ImmuneResponse(immunity(.1, 0, 0, 0)).from(.3, .4);
        response.advance(.3, 1e9, 0, 0, 0);
        assertThat(response.averageKill()).isCloseTo(.1 * .3 * .6, within(1e-15));
        response.advance(.3, 1e9, 0, 0, 1000);
        assertThat(response.exhaustion()).isCloseTo(.4, within(1e-15));
        assertThat(response.averageKill()).isCloseTo(.1 * .3 * .6, within(1e-15));
    }

    /** Net growth .02 a day; kill .06 a day at most. Returns the factor by which the lesion grows in 180 days. */
    private static double growth(
            double own, double checkpoint, double myeloid, double suppression, double antigenicity) {
        ImmuneResponse response = new ImmuneResponse(immunity(.06, .05, .01, suppression));
        response.from(response.settledInfiltration(own, 0), response.settledExhaustion(1e9, 0));
        double cells = 1e9;
        for (int day = 0; day < 180; day++) {
            response.advance(own, cells, checkpoint, myeloid, 1);
            cells *= Math.exp(.02 - antigenicity * response.averageKill());
        }
        return cells / 1e9;
    }

    @Test
    void shrinksInflamedLesionsUnderCheckpointInhibitionButNotDeserts() {
        assertThat(growth(.8, 0, 0, 0, 1)).isGreaterThan(1);
        assertThat(growth(.8, 1, 0, 0, 1)).isLessThan(.05);
        assertThat(growth(.2, 1, 0, 0, 1)).isGreaterThan(1);
        assertThat(growth(.05, 1, 0, 0, 1)).isGreaterThan(10);
    }

    @Test
    void selectsClonesThatHaveLostTheirAntigens() {
        double kept = growth(.8, 1, 0, 0, 1);
        double lost = growth(.8, 1, 0, 0, .1);
        assertThat(lost / kept).isGreaterThan(100);
        assertThat(growth(.8, 0, 0, 0, .1) / growth(.8, 0, 0, 0, 1)).isBetween(1.0, lost / kept);
    }

    @Test
    void letsTCellsInWhenMyeloidSuppressionIsInhibited() {
        assertThat(growth(.8, 1, 0, .8, 1)).isGreaterThan(1);
        assertThat(growth(.8, 1, 1, .8, 1)).isLessThan(.1);
    }

    private static ImmuneModel model() {
        return new ImmuneModel(immunity(.1, .05, .01, 0));
    }

    @Test
    void drawsPhenotypesByTheirSharesAndLesionsByDiscordance() {
        ImmuneModel model = model();
        assertThat(model.phenotype(0)).isZero();
        assertThat(model.phenotype(.299)).isZero();
        assertThat(model.phenotype(.301)).isEqualTo(1);
        assertThat(model.phenotype(.999)).isEqualTo(2);
        assertThat(model.phenotypeOfLesion(0, .49, .999)).isEqualTo(2);
        assertThat(model.phenotypeOfLesion(0, .51, .999)).isZero();
        assertThat(model.infiltration(0, .5)).isCloseTo(.8, within(1e-15));
        assertThat(model.infiltration(1, .5)).isCloseTo(.2, within(1e-15));
    }

    @Test
    void sharesOfPhenotypesNeedNotSumToOne() {
        List<ImmunePhenotype> phenotypes = List.of(
                new ImmunePhenotype("inflamed", 2, .6, 1, null),
                new ImmunePhenotype("excluded", 1, .2, .2, null),
                new ImmunePhenotype("desert", 1, .05, .05, null));
        Immunity immunity = new Immunity(.1, phenotypes, .5, .05, .01, 1e9, 1, .05, 0, .1, null);
        ImmuneModel model = new ImmuneModel(immunity);
        assertThat(model.immunity()).isSameAs(immunity);
        double[] uniform = {0, .49, .5, .74, .75, Math.nextDown(1.0)};
        int[] expected = {0, 0, 1, 1, 2, 2};
        for (int i = 0; i < uniform.length; i++) {
            assertThat(model.phenotype(uniform[i])).isEqualTo(expected[i]);
        }
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> new ImmuneResponse(immunity(.1, .05, .01, 0)).from(1.1, 0))
                .hasMessageContaining("infiltration (1.1)");
        ImmuneResponse response = new ImmuneResponse(immunity(.1, .05, .01, 0));
        assertThatThrownBy(() -> response.from(0, -.1)).hasMessageContaining("exhaustion (-0.1)");
        assertThatThrownBy(() -> response.advance(.1, -1, 0, 0, 1)).hasMessageContaining("cells (-1.0)");
        assertThatThrownBy(() -> response.advance(.1, 1, 0, 0, 1 / 0.0)).hasMessageContaining("days (Infinity)");
        assertThatThrownBy(() -> response.advance(2, 1, 0, 0, 1)).hasMessageContaining("own infiltration (2.0)");
        assertThatThrownBy(() -> response.advance(.1, 1, 2, 0, 1)).hasMessageContaining("checkpoint inhibition (2.0)");
        assertThatThrownBy(() -> response.advance(.1, 1, 0, 2, 1)).hasMessageContaining("myeloid inhibition (2.0)");
        assertThatThrownBy(() -> new ImmunePhenotype("x", 1, .5, .4, null)).hasMessageContaining("0.5");
    }
}
