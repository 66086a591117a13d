package org.evotrial.statistics.nonconcurrent;

import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.bayes.borrowing.NormalMixture;

/**
 * The effect of an arm against control.
 *
 * @param effect difference of means or logarithm of the odds ratio; positive where the arm has larger responses
 * @param standardError standard error, or posterior standard deviation
 * @param upperPValue one-sided p-value against no or a negative effect; for Bayesian analyses the posterior probability of that
 * @param interval confidence or credible interval
 */
public record EffectEstimate(double effect, double standardError, double upperPValue, ConfidenceInterval interval) {
    static EffectEstimate of(NormalMixture posterior, double level) {
        return new EffectEstimate(
                posterior.mean(),
                posterior.standardDeviation(),
                posterior.probabilityBelow(0),
                posterior.credibleInterval(level));
    }
}
