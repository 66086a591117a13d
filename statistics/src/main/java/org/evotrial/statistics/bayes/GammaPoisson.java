package org.evotrial.statistics.bayes;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.evotrial.statistics.Admissible;

/**
 * A rate of events {@code lambda ~ Gamma(shape, rate)}, before or after Poisson counts or exponential times: density
 * proportional to {@code lambda^(shape - 1) exp(-rate lambda)}.
 *
 * <p>{@code d} events in an exposure {@code E} make it {@code Gamma(shape + d, rate + E)}, whether the exposure was fixed
 * (Poisson) or ended by events and censoring (exponential). The prior is worth {@code shape} events in an exposure of
 * {@code rate}. Gelman et al. 2013, Bayesian Data Analysis, section 2.6.
 *
 * @param shape positive
 * @param rate positive, in units of exposure: the inverse of the scale, which other libraries take
 */
public record GammaPoisson(double shape, double rate) implements ParameterDistribution {
    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if one is not positive and finite
     */
    public GammaPoisson {
        Admissible.positive("shape", shape);
        Admissible.positive("rate", rate);
    }

    /**
     * The distribution with a given mean that is worth a number of events.
     *
     * @param mean of the rate of events, positive
     * @param events the shape, positive
     * @return {@code Gamma(events, events / mean)}
     * @throws IllegalArgumentException if an argument is not positive and finite
     */
    public static GammaPoisson ofMean(double mean, double events) {
        return new GammaPoisson(events, events / Admissible.positive("mean", mean));
    }

    /**
     * The posterior; fractions (of down-weighted subjects) are accepted.
     *
     * @param events {@code d}, zero or positive
     * @param exposure {@code E}, time at risk of all subjects together, zero or positive
     * @return {@code Gamma(shape + d, rate + E)}
     * @throws IllegalArgumentException if an argument is negative or not finite
     */
    public GammaPoisson updated(double events, double exposure) {
        return new GammaPoisson(
                shape + Admissible.nonNegative("events", events), rate + Admissible.nonNegative("exposure", exposure));
    }

    /**
     * Logarithm of the marginal likelihood of exponential times, {@code Gamma(a + d) / Gamma(a) b^a / (b + E)^(a + d)}. For a
     * Poisson count multiply the likelihood by {@code E^d / d!}.
     *
     * @param events {@code d}, zero or positive
     * @param exposure {@code E}, zero or positive
     * @return natural logarithm
     * @throws IllegalArgumentException if an argument is negative or not finite
     */
    public double logMarginalLikelihood(double events, double exposure) {
        Admissible.nonNegative("events", events);
        Admissible.nonNegative("exposure", exposure);
        return LogGamma.value(shape + events)
                - LogGamma.value(shape)
                - shape * StrictMath.log1p(exposure / rate)
                - events * StrictMath.log(rate + exposure);
    }

    /**
     * The predictive probability of a number of events: negative binomial, {@code Gamma(a + y) / (Gamma(a) y!) (b / (b +
     * E))^a (E / (b + E))^y}.
     *
     * @param events {@code y}, zero or positive
     * @param exposure {@code E} of the future, zero or positive
     * @return {@code P(Y = y)}
     * @throws IllegalArgumentException if an argument is negative or not finite
     */
    public double predictive(int events, double exposure) {
        requireFuture(events, exposure);
        if (exposure == 0) {
            return events == 0 ? 1 : 0;
        }
        return StrictMath.exp(logMarginalLikelihood(events, exposure)
                + events * StrictMath.log(exposure)
                - LogGamma.value(events + 1.0));
    }

    /**
     * The predictive probability of at most {@code y} events, also the probability that the next but {@code y} event takes
     * an exposure above {@code E}: {@code I_(b / (b + E))(a, y + 1)}.
     *
     * @param events {@code y}, zero or positive
     * @param exposure {@code E} of the future, zero or positive
     * @return {@code P(Y <= y)}
     * @throws IllegalArgumentException if an argument is negative or not finite
     */
    public double predictiveAtMost(int events, double exposure) {
        requireFuture(events, exposure);
        return RegularizedBeta.value(rate / (rate + exposure), shape, events + 1.0);
    }

    /**
     * The predictive survival function of an exponential time, of Lomax's distribution: {@code (b / (b + t))^a}.
     *
     * @param time {@code t}, zero or positive
     * @return {@code P(T > t)}
     * @throws IllegalArgumentException if the time is negative or not finite
     */
    public double predictiveSurvival(double time) {
        return StrictMath.exp(-shape * StrictMath.log1p(Admissible.nonNegative("time", time) / rate));
    }

    @Override
    public double mean() {
        return shape / rate;
    }

    @Override
    public double variance() {
        return shape / rate / rate;
    }

    @Override
    public double logDensity(double x) {
        return x >= 0 ? GammaDistribution.of(shape, 1 / rate).logDensity(x) : Double.NEGATIVE_INFINITY;
    }

    @Override
    public double probabilityBelow(double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return 1;
        }
        return x <= 0 ? 0 : RegularizedGamma.P.value(shape, rate * x);
    }

    @Override
    public double probabilityAbove(double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return 0;
        }
        return x <= 0 ? 1 : RegularizedGamma.Q.value(shape, rate * x);
    }

    @Override
    public double quantile(double p) {
        Admissible.openProbability("p", p);
        return GammaDistribution.of(shape, 1 / rate).inverseCumulativeProbability(p);
    }

    private static void requireFuture(int events, double exposure) {
        Admissible.inRange("number of events", events, 0, Integer.MAX_VALUE);
        Admissible.nonNegative("exposure", exposure);
    }
}
