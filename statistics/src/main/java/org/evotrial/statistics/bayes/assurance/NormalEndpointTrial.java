package org.evotrial.statistics.bayes.assurance;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.BivariateNormal;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.bayes.NormalNormal;

/**
 * A future trial that succeeds where its estimate {@code y ~ N(theta, se^2)} exceeds {@code margin + z_(1 - alpha) se}; large
 * effects are good.
 *
 * <p>With {@code theta ~ N(m, s^2)} the estimate is {@code N(m, s^2 + se^2)} and {@code P(success) = Phi((m - margin - z se) /
 * sqrt(s^2 + se^2))}. It tends to the power as {@code s} falls to 0, and to {@code P(theta > margin)}, not to 1, as the trial
 * grows. O'Hagan, Stevens and Campbell 2005, doi:10.1002/pst.175. Alpha is one-sided.
 *
 * @param standardError {@code se}, positive
 * @param oneSidedAlpha level, in (0, 1)
 * @param margin null hypothesis {@code theta <= margin}, finite; negative for non-inferiority
 */
public record NormalEndpointTrial(double standardError, double oneSidedAlpha, double margin) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public NormalEndpointTrial {
        Admissible.positive("standardError", standardError);
        Admissible.openProbability("oneSidedAlpha", oneSidedAlpha);
        Admissible.finite("margin", margin);
    }

    /**
     * A test of superiority of two means with known standard deviation, {@code se = sd sqrt(1/n1 + 1/n0)}.
     *
     * @param deviation {@code sd} of one patient, positive
     * @param experimental patients {@code n1}, positive
     * @param control patients {@code n0}, positive
     * @param oneSidedAlpha level, in (0, 1)
     * @return trial with margin 0
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static NormalEndpointTrial twoMeans(double deviation, int experimental, int control, double oneSidedAlpha) {
        Admissible.positive("deviation", deviation);
        Admissible.inRange("number of experimental patients", experimental, 1, Integer.MAX_VALUE);
        Admissible.inRange("number of control patients", control, 1, Integer.MAX_VALUE);
        return new NormalEndpointTrial(deviation * Math.sqrt(1.0 / experimental + 1.0 / control), oneSidedAlpha, 0);
    }

    /**
     * The smallest estimate that succeeds.
     *
     * @return {@code margin + z_(1 - alpha) se}
     */
    public double successEstimate() {
        return margin + standardError * StandardNormal.upperQuantile(oneSidedAlpha);
    }

    /**
     * The probability of success given the effect.
     *
     * @param effect {@code theta}, finite
     * @return power
     * @throws IllegalArgumentException if the effect is not finite
     */
    public double power(double effect) {
        return StandardNormal.cumulative((Admissible.finite("effect", effect) - successEstimate()) / standardError);
    }

    /**
     * The probability of success given what is believed of the effect.
     *
     * @param effect distribution of {@code theta}
     * @return assurance
     */
    public double assurance(NormalNormal effect) {
        return effect.predictive(standardError).probabilityAbove(successEstimate());
    }

    /**
     * The probability that the trial succeeds and the effect is relevant, by the bivariate normal distribution of both.
     *
     * @param effect distribution of {@code theta}
     * @param relevant smallest relevant effect, finite
     * @return {@code P(success, theta > relevant)}
     * @throws IllegalArgumentException if the relevant effect is not finite
     */
    public double assuranceOfRelevance(NormalNormal effect, double relevant) {
        Admissible.finite("relevant", relevant);
        NormalNormal estimate = effect.predictive(standardError);
        double correlation = effect.standardDeviation() / estimate.standardDeviation();
        return BivariateNormal.cumulative(
                (effect.mean() - successEstimate()) / estimate.standardDeviation(),
                (effect.mean() - relevant) / effect.standardDeviation(),
                correlation);
    }
}
