package org.evotrial.statistics.nonconcurrent;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.nonconcurrent.PeriodSummaries.Summary;
import org.evotrial.statistics.nonconcurrent.TimeMachine.Component;

/**
 * Non-concurrent controls as a robust meta-analytic-predictive prior: the controls of each earlier period have a mean {@code
 * theta_k ~ N(mu, tau^2)}, and so has that of the concurrent controls; a share {@code w} of the prior is vague, which takes
 * over where concurrent and earlier controls disagree. Schmidli et al. 2014, doi:10.1111/biom.12242.
 *
 * <p>Summaries of periods are taken as normal: means with the pooled variance within arms and periods, or log odds with 1/2 added
 * to responses and failures. {@code mu} has a flat prior, {@code tau} a half-normal one; quadrature over {@code tau} makes prior and
 * posterior mixtures of normals. The arm itself has a flat prior. Other arms tell nothing here, unlike in regressions.
 *
 * @param heterogeneity scale of the half-normal prior of {@code tau}, positive, in units of the effect
 * @param robustWeight {@code w}, in [0, 1]; 0 is the plain MAP prior, 1 ignores earlier controls
 * @param vagueDeviation standard deviation of the vague part around the MAP prior's mean, positive: commonly that of one
 *     patient (for log odds near even about 2)
 */
public record RobustMapControls(double heterogeneity, double robustWeight, double vagueDeviation) {
    private static final int STEPS = 400;
    private static final double REACH = 8;

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public RobustMapControls {
        Admissible.positive("heterogeneity", heterogeneity);
        Admissible.probability("robustWeight", robustWeight);
        Admissible.positive("vagueDeviation", vagueDeviation);
    }

    /**
     * The effect of an arm against control.
     *
     * @param data the platform's patients
     * @param comparison arm, endpoint and level
     * @return posterior mean, standard deviation, probability of no or a negative effect, credible interval
     * @throws IllegalArgumentException if there is no earlier control, no concurrent one, or (continuous) no variance
     */
    public EffectEstimate effect(PlatformData data, ControlComparison comparison) {
        PeriodSummaries summaries = PeriodSummaries.of(data, comparison);
        Summary concurrent = summaries.concurrent();
        Summary arm = summaries.arm();
        List<Component> posterior = new ArrayList<>();
        for (Component part : prior(summaries.earlier())) {
            double variance = part.deviation() * part.deviation();
            double spread = variance + concurrent.variance();
            double surprise = concurrent.mean() - part.mean();
            double share = concurrent.variance() / spread;
            double logWeight = part.logWeight() - 0.5 * (StrictMath.log(spread) + surprise * surprise / spread);
            double control = share * part.mean() + (1 - share) * concurrent.mean();
            double deviation = Math.sqrt(arm.variance() + share * variance);
            posterior.add(new Component(logWeight, arm.mean() - control, deviation));
        }
        return NormalMixture.of(posterior).effect(comparison.level());
    }

    /** The predictive distribution of the concurrent controls' mean, as normals with logarithms of normalised weights. */
    List<Component> prior(List<Summary> earlier) {
        Admissible.inRange("number of periods with earlier controls", earlier.size(), 1, Integer.MAX_VALUE);
        List<Component> parts = new ArrayList<>();
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= STEPS; i++) {
            double tau = heterogeneity * REACH * i / STEPS;
            Component part = given(tau, earlier);
            // The trapezoidal rule counts its ends by half.
            double logWeight = part.logWeight() + (i == 0 || i == STEPS ? StrictMath.log(0.5) : 0);
            parts.add(new Component(logWeight, part.mean(), part.deviation()));
            top = Math.max(top, logWeight);
        }
        double sum = 0;
        double mean = 0;
        for (Component part : parts) {
            double weight = StrictMath.exp(part.logWeight() - top);
            sum += weight;
            mean += weight * part.mean();
        }
        List<Component> prior = new ArrayList<>();
        double logSum = top + StrictMath.log(sum) - StrictMath.log1p(-robustWeight);
        if (robustWeight < 1) {
            for (Component part : parts) {
                prior.add(new Component(part.logWeight() - logSum, part.mean(), part.deviation()));
            }
        }
        if (robustWeight > 0) {
            prior.add(new Component(StrictMath.log(robustWeight), mean / sum, vagueDeviation));
        }
        return prior;
    }

    /** The predictive distribution given {@code tau}, with the logarithm of prior times marginal likelihood. */
    private Component given(double tau, List<Summary> earlier) {
        double precision = 0;
        double weighted = 0;
        for (Summary period : earlier) {
            double weight = 1 / (period.variance() + tau * tau);
            precision += weight;
            weighted += weight * period.mean();
        }
        double mean = weighted / precision;
        double scaled = tau / heterogeneity;
        double logWeight = -0.5 * (scaled * scaled + StrictMath.log(precision));
        for (Summary period : earlier) {
            double variance = period.variance() + tau * tau;
            double distance = period.mean() - mean;
            logWeight -= 0.5 * (StrictMath.log(variance) + distance * distance / variance);
        }
        return new Component(logWeight, mean, Math.sqrt(1 / precision + tau * tau));
    }
}
