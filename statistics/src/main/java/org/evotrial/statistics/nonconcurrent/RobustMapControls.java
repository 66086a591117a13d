package org.evotrial.statistics.nonconcurrent;

import java.util.List;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.borrowing.MetaAnalyticPredictivePrior;
import org.evotrial.statistics.bayes.borrowing.NormalMixture;
import org.evotrial.statistics.nonconcurrent.PeriodSummaries.Summary;

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
        NormalMixture effect = prior(summaries.earlier())
                .updated(concurrent.mean(), Math.sqrt(concurrent.variance()))
                .subtractedFrom(arm.mean(), Math.sqrt(arm.variance()));
        return EffectEstimate.of(effect, comparison.level());
    }

    /** The predictive distribution of the concurrent controls' mean. */
    NormalMixture prior(List<Summary> earlier) {
        Admissible.inRange("number of periods with earlier controls", earlier.size(), 1, Integer.MAX_VALUE);
        double[] estimates = earlier.stream().mapToDouble(Summary::mean).toArray();
        double[] errors = earlier.stream()
                .mapToDouble(period -> Math.sqrt(period.variance()))
                .toArray();
        NormalMixture prior = new MetaAnalyticPredictivePrior(heterogeneity).from(estimates, errors);
        return prior.robust(robustWeight, prior.mean(), vagueDeviation);
    }
}
