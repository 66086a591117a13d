package org.evotrial.statistics.bayes.assurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.data.Offset;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.evotrial.statistics.bayes.BetaComparison;
import org.evotrial.statistics.bayes.NormalNormal;
import org.junit.jupiter.api.Test;

class AssuranceTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);
    private static final NormalEndpointTrial TRIAL = new NormalEndpointTrial(0.2, 0.025, 0);

    // By SciPy 1.17.1: power integrated over N(0.4, 0.3^2), from -infinity and from 0.25.
    @Test
    void assuranceIsThePowerAveragedOverTheEffect() {
        NormalNormal effect = new NormalNormal(0.4, 0.3);
        assertThat(TRIAL.assurance(effect)).isCloseTo(0.5088589762251402, EXACT);
        assertThat(TRIAL.assuranceOfRelevance(effect, 0.25)).isCloseTo(0.4825072733039481, EXACT);
        assertThat(TRIAL.assuranceOfRelevance(effect, -50)).isCloseTo(TRIAL.assurance(effect), EXACT);
    }

    @Test
    void certaintyGivesThePower() {
        assertThat(TRIAL.assurance(new NormalNormal(0.5, 1e-9))).isCloseTo(TRIAL.power(0.5), EXACT);
        assertThat(TRIAL.power(0)).isCloseTo(0.025, EXACT);
        assertThat(new NormalEndpointTrial(0.2, 0.025, -0.3).power(-0.3)).isCloseTo(0.025, EXACT);
    }

    @Test
    void anEndlessTrialFindsWhetherTheTreatmentWorks() {
        NormalNormal effect = new NormalNormal(0.1, 0.3);
        assertThat(new NormalEndpointTrial(1e-12, 0.025, 0).assurance(effect))
                .isCloseTo(effect.probabilityAbove(0), Offset.offset(1e-11));
    }

    @Test
    void ignoranceGivesEvenChances() {
        assertThat(TRIAL.assurance(new NormalNormal(0.4, 1e9))).isCloseTo(0.5, Offset.offset(1e-9));
        assertThat(TRIAL.assurance(new NormalNormal(TRIAL.successEstimate(), 0.7)))
                .isCloseTo(0.5, EXACT);
    }

    /** 63 patients per arm have power .8 for half a standard deviation (Cohen 1988, table 2.4.1: 64 by the t test). */
    @Test
    void twoMeansHaveTheirTextbookPower() {
        assertThat(NormalEndpointTrial.twoMeans(1, 63, 63, 0.025).power(0.5)).isCloseTo(0.8013, Offset.offset(1e-4));
    }

    /** 4 (1.9600 + 1.2816)^2 / log(0.7)^2 = 330.4 events have power .9: 330 are too few, 331 suffice. */
    @Test
    void eventsHaveSchoenfeldsPower() {
        SurvivalEndpointTrial trial = new SurvivalEndpointTrial(330, 0.5, 0.025, 1);
        assertThat(trial.power(0.7)).isLessThan(0.9);
        assertThat(new SurvivalEndpointTrial(331, 0.5, 0.025, 1).power(0.7)).isGreaterThan(0.9);
        assertThat(trial.power(1)).isCloseTo(0.025, EXACT);
        assertThat(trial.assurance(new NormalNormal(Math.log(0.7), 1e-9))).isCloseTo(trial.power(0.7), EXACT);
        assertThat(trial.successHazardRatio()).isCloseTo(Math.exp(-1.959963984540054 * 2 / Math.sqrt(330)), EXACT);
    }

    @Test
    void aPhaseTwoHazardRatioPredictsPhaseThree() {
        SurvivalEndpointTrial trial = new SurvivalEndpointTrial(300, 2.0 / 3, 0.025, 1.1);
        NormalNormal belief = NormalNormal.ofEstimate(Math.log(0.75), 2 / Math.sqrt(60));
        double error = Math.sqrt(4.5 / 300);
        double z = (Math.log(1.1) - Math.log(0.75) - 1.959963984540054 * error) / Math.sqrt(4.0 / 60 + 4.5 / 300);
        assertThat(trial.assurance(belief)).isCloseTo(new NormalNormal(0, 1).probabilityBelow(z), EXACT);
        assertThat(trial.assuranceOfRelevance(belief, 0.9)).isBetween(0.3, trial.assurance(belief));
        assertThat(trial.assuranceOfRelevance(belief, 1e9)).isCloseTo(trial.assurance(belief), EXACT);
    }

    // By SciPy 1.17.1: sum of betabinom.pmf and binom.pmf over the outcomes with z >= norm.isf(.025).
    @Test
    void binaryAssuranceAndPowerAreSumsOverAllOutcomes() {
        BinaryEndpointTrial trial = BinaryEndpointTrial.ofPooledTest(60, 45, 0.025);
        assertThat(trial.assurance(new BetaBinomial(12.5, 18.5), new BetaBinomial(9, 21)))
                .isCloseTo(0.3003337481264288, Offset.offset(1e-11));
        assertThat(trial.power(0.45, 0.25)).isCloseTo(0.5652589006850031, Offset.offset(1e-11));
        assertThat(trial.power(0, 0)).isEqualTo(0);
        assertThat(trial.power(1, 1)).isEqualTo(0);
        assertThat(trial.power(1, 0)).isEqualTo(1);
    }

    @Test
    void certainRatesGiveTheBinaryPower() {
        BinaryEndpointTrial trial = BinaryEndpointTrial.ofPooledTest(60, 45, 0.025);
        assertThat(trial.assurance(new BetaBinomial(4.5e7, 5.5e7), new BetaBinomial(2.5e7, 7.5e7)))
                .isCloseTo(trial.power(0.45, 0.25), Offset.offset(1e-5));
    }

    /** One patient per arm: success is a response against none. */
    @Test
    void onePatientPerArmIsTheProductOfTheMeans() {
        BinaryEndpointTrial trial = new BinaryEndpointTrial(1, 1, (x1, x0) -> x1 > x0);
        assertThat(trial.assurance(new BetaBinomial(3, 2), new BetaBinomial(1, 4)))
                .isCloseTo(0.6 * 0.8, EXACT);
    }

    /** A rule of its own: a posterior probability. Uniform priors and even evidence succeed in half of the untied outcomes. */
    @Test
    void aPosteriorProbabilityMayBeTheRule() {
        BetaBinomial uniform = BetaBinomial.uniform();
        BinaryEndpointTrial trial = new BinaryEndpointTrial(
                9,
                9,
                (x1, x0) ->
                        BetaComparison.probabilityGreater(uniform.updated(x1, 9 - x1), uniform.updated(x0, 9 - x0), 0)
                                > 0.5 + 1e-9);
        assertThat(trial.assurance(uniform, uniform)).isCloseTo(0.45, EXACT);
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NormalEndpointTrial(0, 0.025, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NormalEndpointTrial(1, 1.5, 0))
                .withMessageContaining("1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> new SurvivalEndpointTrial(0, 0.5, 0.025, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SurvivalEndpointTrial(10, 1, 0.025, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TRIAL.power(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> BinaryEndpointTrial.ofPooledTest(0, 3, 0.025));
        assertThatIllegalArgumentException().isThrownBy(() -> BinaryEndpointTrial.ofPooledTest(3, 3, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BinaryEndpointTrial.ofPooledTest(3, 3, 0.025).power(1.2, 0));
    }
}
