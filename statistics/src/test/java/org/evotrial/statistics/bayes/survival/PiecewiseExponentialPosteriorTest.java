package org.evotrial.statistics.bayes.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.assertj.core.data.Offset;
import org.evotrial.statistics.AdaptiveQuadrature;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.bayes.GammaPoisson;
import org.evotrial.statistics.bayes.GammaRatio;
import org.evotrial.statistics.bayes.NormalNormal;
import org.junit.jupiter.api.Test;

class PiecewiseExponentialPosteriorTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);
    private static final TimeIntervals QUARTERS = TimeIntervals.startingAt(0, 3, 6);
    private static final TimeIntervals WHOLE = TimeIntervals.startingAt(0);

    /** By hand: times 2, 3, 5 and 8 with events at 3 and 8. */
    @Test
    void eventsAndExposureAreSplitByInterval() {
        IntervalEvents data =
                IntervalEvents.of(QUARTERS, new double[] {2, 3, 5, 8}, new boolean[] {false, true, false, true});
        assertThat(data.events()).containsExactly(1.0, 0.0, 1.0);
        assertThat(data.exposure()).containsExactly(11.0, 5.0, 2.0);
    }

    @Test
    void noSubjectsLeaveThePrior() {
        PiecewiseExponentialPosterior prior = PiecewiseExponentialPosterior.prior(QUARTERS, new GammaPoisson(0.5, 4));
        assertThat(IntervalEvents.of(QUARTERS, new double[0], new boolean[0])).isEqualTo(IntervalEvents.none(QUARTERS));
        assertThat(prior.updated(IntervalEvents.none(QUARTERS))).isEqualTo(prior);
    }

    @Test
    void oneIntervalIsTheExponentialModel() {
        GammaPoisson hazard = new GammaPoisson(6.5, 40);
        PiecewiseExponentialPosterior arm = PiecewiseExponentialPosterior.prior(WHOLE, hazard);
        SurvivalProbability survival = arm.survival(5);
        assertThat(survival.mean()).isCloseTo(hazard.predictiveSurvival(5), EXACT);
        assertThat(survival.variance())
                .isCloseTo(hazard.predictiveSurvival(10) - Math.pow(hazard.predictiveSurvival(5), 2), EXACT);
        assertThat(survival.probabilityAbove(0.5)).isCloseTo(hazard.probabilityBelow(Math.log(2) / 5), EXACT);
        assertThat(arm.probabilityMedianAbove(5)).isCloseTo(survival.probabilityAbove(0.5), EXACT);
    }

    @Test
    void momentsOfSurvivalAreThoseOfItsDistribution() {
        SurvivalProbability survival = posterior().survival(7.5);
        double first = AdaptiveQuadrature.integral(survival::probabilityAbove, 0, 1, 1e-13);
        double second = AdaptiveQuadrature.integral(x -> 2 * x * survival.probabilityAbove(x), 0, 1, 1e-13);
        assertThat(survival.mean()).isCloseTo(first, Offset.offset(1e-11));
        assertThat(survival.variance()).isCloseTo(second - first * first, Offset.offset(1e-11));
        double inside = AdaptiveQuadrature.integral(x -> StrictMath.exp(survival.logDensity(x)), 0.3, 0.6, 1e-12);
        assertThat(survival.probabilityBelow(0.6) - survival.probabilityBelow(0.3))
                .isCloseTo(inside, Offset.offset(1e-10));
        ConfidenceInterval interval = survival.credibleInterval(0.9);
        assertThat(survival.probabilityBelow(interval.lower())).isCloseTo(0.05, Offset.offset(1e-9));
        assertThat(survival.probabilityAbove(interval.upper())).isCloseTo(0.05, Offset.offset(1e-9));
        assertThat(survival.probabilityAbove(1)).isEqualTo(0);
        assertThat(survival.probabilityBelow(0)).isEqualTo(0);
    }

    /** The survival function has no jump where an interval ends. */
    @Test
    void survivalIsContinuousAtAChangePoint() {
        PiecewiseExponentialPosterior arm = posterior();
        assertThat(arm.survival(3 + 1e-9).probabilityBelow(0.8))
                .isCloseTo(arm.survival(3).probabilityBelow(0.8), Offset.offset(1e-8));
        assertThat(arm.survival(3).cumulativeHazard().terms()).hasSize(1);
    }

    @Test
    void hazardRatiosByIntervalAreRatiosOfGammas() {
        GammaRatio ratio = posterior().hazardRatio(posterior(), 1);
        assertThat(ratio.probabilityBelow(1)).isCloseTo(0.5, EXACT);
        assertThat(ratio.numerator()).isEqualTo(posterior().hazards().get(1));
    }

    @Test
    void withOneIntervalAndAFlatPriorTheProportionalRatioIsABetaPrime() {
        for (double events : new double[] {1, 4, 60}) {
            PiecewiseExponentialPosterior control =
                    PiecewiseExponentialPosterior.prior(WHOLE, new GammaPoisson(25.5, 301));
            IntervalEvents experimental = new IntervalEvents(WHOLE, List.of(events), List.of(333.0));
            ProportionalHazardRatio ours = ProportionalHazardRatio.flat(control, experimental);
            GammaRatio exact = new GammaRatio(
                    new GammaPoisson(events, 333), control.hazards().get(0));
            for (double x : new double[] {0.01, 0.3, 0.8, 1, 2.2}) {
                assertThat(ours.probabilityBelow(x)).isCloseTo(exact.probabilityBelow(x), EXACT);
                assertThat(ours.probabilityAbove(x)).isCloseTo(exact.probabilityAbove(x), EXACT);
                assertThat(ours.logDensity(x)).isCloseTo(exact.logDensity(x), Offset.offset(1e-11));
            }
            assertThat(ours.mean()).isCloseTo(exact.mean(), EXACT);
            assertThat(ours.variance()).isCloseTo(exact.variance(), EXACT);
            assertThat(ours.quantile(0.3)).isCloseTo(exact.quantile(0.3), Offset.offset(1e-9));
        }
    }

    // By mpmath 1.3.0: integrals of the marginal likelihood of three intervals, flat prior and N(-0.2, 0.25).
    @Test
    void threeIntervalsAgreeWithIndependentQuadrature() {
        PiecewiseExponentialPosterior control = new PiecewiseExponentialPosterior(
                QUARTERS, List.of(new GammaPoisson(4.5, 60), new GammaPoisson(7.5, 90), new GammaPoisson(2.5, 40)));
        IntervalEvents experimental = new IntervalEvents(QUARTERS, List.of(5.0, 3.0, 4.0), List.of(80.0, 110.0, 30.0));
        ProportionalHazardRatio flat = ProportionalHazardRatio.flat(control, experimental);
        assertThat(flat.probabilityBelow(0.8)).isCloseTo(0.5864453881107948, EXACT);
        assertThat(flat.mean()).isCloseTo(0.7927112281726075, Offset.offset(2e-11));
        assertThat(flat.variance()).isCloseTo(0.1082388313598435, Offset.offset(2e-10));
        ProportionalHazardRatio informed =
                ProportionalHazardRatio.of(control, experimental, new NormalNormal(-0.2, 0.5));
        assertThat(informed.probabilityBelow(0.8)).isCloseTo(0.5554519458856715, EXACT);
        assertThat(informed.mean()).isCloseTo(0.8034891390207225, EXACT);
        assertThat(informed.variance()).isCloseTo(0.06525307982321830, EXACT);
    }

    @Test
    void withoutDataTheHazardRatioKeepsItsPrior() {
        ProportionalHazardRatio prior =
                ProportionalHazardRatio.of(posterior(), IntervalEvents.none(QUARTERS), new NormalNormal(-0.3, 0.4));
        assertThat(prior.mean()).isCloseTo(Math.exp(-0.3 + 0.08), EXACT);
        assertThat(prior.variance()).isCloseTo(Math.exp(-0.6 + 0.16) * Math.expm1(0.16), EXACT);
        assertThat(prior.quantile(0.9)).isCloseTo(Math.exp(-0.3 + 0.4 * 1.2815515655446004), Offset.offset(1e-10));
        assertThat(prior.probabilityBelow(0)).isEqualTo(0);
        assertThat(prior.probabilityAbove(0)).isEqualTo(1);
        assertThat(prior.probabilityBelow(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    @Test
    void anHeavyTailHasInfiniteMoments() {
        PiecewiseExponentialPosterior control = PiecewiseExponentialPosterior.prior(WHOLE, new GammaPoisson(0.9, 3));
        ProportionalHazardRatio ratio =
                ProportionalHazardRatio.flat(control, new IntervalEvents(WHOLE, List.of(4.0), List.of(20.0)));
        assertThat(ratio.mean()).isInfinite();
        assertThat(ratio.variance()).isInfinite();
    }

    @Test
    void rejectsWhatIsNotAdmissible() {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeIntervals.startingAt(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> TimeIntervals.startingAt());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeIntervals.startingAt(0, 2, 2))
                .withMessageContaining("ascend");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalEvents.of(WHOLE, new double[] {-1}, new boolean[] {true}))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IntervalEvents.of(WHOLE, new double[] {1}, new boolean[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> posterior().updated(IntervalEvents.none(WHOLE)));
        assertThatIllegalArgumentException().isThrownBy(() -> posterior().survival(0));
        assertThatIllegalArgumentException().isThrownBy(() -> posterior().hazardRatio(posterior(), 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProportionalHazardRatio.flat(posterior(), IntervalEvents.none(QUARTERS)))
                .withMessageContaining("flat prior");
    }

    private static PiecewiseExponentialPosterior posterior() {
        IntervalEvents data = new IntervalEvents(QUARTERS, List.of(4.0, 2.0, 0.0), List.of(55.0, 38.5, 12.0));
        return PiecewiseExponentialPosterior.prior(QUARTERS, new GammaPoisson(0.5, 6))
                .updated(data);
    }
}
