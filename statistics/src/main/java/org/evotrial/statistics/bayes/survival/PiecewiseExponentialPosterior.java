package org.evotrial.statistics.bayes.survival;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.GammaPoisson;
import org.evotrial.statistics.bayes.GammaRatio;

/**
 * Survival of one arm with independent gamma distributions of the hazards of the intervals, before or after data.
 *
 * <p>{@code lambda_k ~ Gamma(a_k, b_k)} becomes {@code Gamma(a_k + d_k, b_k + E_k)} with {@code d_k} events in an exposure
 * {@code E_k}; {@code S(t) = exp(-sum_k lambda_k e_k(t))} with the time {@code e_k(t)} spent in interval {@code k} until
 * {@code t}. Ibrahim, Chen and Sinha 2001, Bayesian Survival Analysis, doi:10.1007/978-1-4757-3447-8, section 3.1. An
 * interval without events leans on its prior; prior shapes of .001 then put nearly all of its mass on a hazard of 0.
 *
 * @param intervals where hazards are constant
 * @param hazards distribution of the hazard of each interval, per time unit
 */
public record PiecewiseExponentialPosterior(TimeIntervals intervals, List<GammaPoisson> hazards) {
    private static final double LN_2 = StrictMath.log(2);

    /**
     * Checks the number of hazards.
     *
     * @throws IllegalArgumentException if there is not one per interval
     */
    public PiecewiseExponentialPosterior {
        hazards = List.copyOf(hazards);
        Admissible.inRange("number of hazards", hazards.size(), intervals.count(), intervals.count());
    }

    /**
     * A prior that is the same in each interval.
     *
     * @param intervals where hazards are constant
     * @param hazard distribution of each hazard; worth {@code shape} events in <em>each</em> interval
     * @return distribution before data
     */
    public static PiecewiseExponentialPosterior prior(TimeIntervals intervals, GammaPoisson hazard) {
        return new PiecewiseExponentialPosterior(intervals, Collections.nCopies(intervals.count(), hazard));
    }

    /**
     * The posterior.
     *
     * @param data events and exposure in the same intervals
     * @return distribution after the data
     * @throws IllegalArgumentException if the data have other intervals
     */
    public PiecewiseExponentialPosterior updated(IntervalEvents data) {
        requireSame(data.intervals());
        List<GammaPoisson> updated = new ArrayList<>();
        for (int k = 0; k < hazards.size(); k++) {
            updated.add(
                    hazards.get(k).updated(data.events().get(k), data.exposure().get(k)));
        }
        return new PiecewiseExponentialPosterior(intervals, updated);
    }

    /**
     * The distribution of the cumulative hazard at a time.
     *
     * @param time positive
     * @return weighted sum of gamma distributions
     * @throws IllegalArgumentException if the time is not positive and finite
     */
    public GammaSum cumulativeHazard(double time) {
        Admissible.positive("time", time);
        List<GammaPoisson> terms = new ArrayList<>();
        for (int k = 0; k < hazards.size(); k++) {
            double inside = intervals.inside(k, time);
            if (inside > 0) {
                GammaPoisson hazard = hazards.get(k);
                terms.add(new GammaPoisson(hazard.shape(), hazard.rate() / inside));
            }
        }
        return new GammaSum(terms);
    }

    /**
     * The distribution of the survival probability at a time.
     *
     * @param time positive
     * @return distribution on (0, 1); its mean is the predictive survival function
     * @throws IllegalArgumentException if the time is not positive and finite
     */
    public SurvivalProbability survival(double time) {
        return new SurvivalProbability(cumulativeHazard(time));
    }

    /**
     * The probability that the median survival time exceeds a time: that of {@code S(time) > 1/2}.
     *
     * @param time positive
     * @return probability
     * @throws IllegalArgumentException if the time is not positive and finite
     */
    public double probabilityMedianAbove(double time) {
        return cumulativeHazard(time).probabilityBelow(LN_2);
    }

    /**
     * The ratio of the hazards of this arm and another in one interval, without any assumption on the other intervals. For one
     * ratio in all intervals see {@link ProportionalHazardRatio}.
     *
     * @param control the arm in the denominator, with the same intervals
     * @param interval from 0
     * @return distribution of the ratio
     * @throws IllegalArgumentException if the intervals differ or there is no such interval
     */
    public GammaRatio hazardRatio(PiecewiseExponentialPosterior control, int interval) {
        requireSame(control.intervals);
        Admissible.inRange("interval", interval, 0, intervals.count() - 1L);
        return new GammaRatio(hazards.get(interval), control.hazards.get(interval));
    }

    private void requireSame(TimeIntervals others) {
        if (!intervals.equals(others)) {
            throw new IllegalArgumentException(
                    String.format("The intervals (%s) must be those of the prior (%s).", others, intervals));
        }
    }
}
