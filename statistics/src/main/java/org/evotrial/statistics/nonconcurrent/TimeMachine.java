package org.evotrial.statistics.nonconcurrent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.borrowing.NormalMixture;
import org.evotrial.statistics.regression.LinearRegression;
import org.evotrial.statistics.regression.PenalisedRegression;
import org.evotrial.statistics.regression.RegressionFit;

/**
 * The Bayesian time machine: all arms and controls, with a trend that is smooth by its prior. Patients are cut into buckets from
 * the most recent one backwards; the trend is {@code a_1 = 0}, {@code a_2 ~ N(0, 1/tau)}, {@code a_c ~ N(2 a_(c-1) -
 * a_(c-2), 1/tau)}, {@code tau ~ Gamma(shape, rate)}. Saville et al. 2022, doi:10.1177/17407745221112013.
 *
 * <p>By quadrature over {@code log tau} (and the logarithm of the variance of a continuous response, whose prior is flat there)
 * instead of draws: the posterior is a mixture of normals, exact for continuous responses, by Laplace's approximation for
 * binary ones.
 *
 * @param bucketSize patients per bucket, positive; the oldest bucket may have fewer
 * @param shape of the Gamma prior of {@code tau}, positive
 * @param rate of that prior, positive: a rate and not a scale
 * @param effectPrecision prior precision of effects and of the control's level, positive
 */
public record TimeMachine(int bucketSize, double shape, double rate, double effectPrecision) {
    private static final int VARIANCE_STEPS = 24;
    private static final double VARIANCE_REACH = 6;
    private static final int MOST_BUCKETS = 400;

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public TimeMachine {
        Admissible.inRange("bucketSize", bucketSize, 1, Integer.MAX_VALUE);
        Admissible.positive("shape", shape);
        Admissible.positive("rate", rate);
        Admissible.positive("effectPrecision", effectPrecision);
    }

    /**
     * As in the R package NCC: buckets of 25, {@code tau ~ Gamma(0.1, 0.01)}, precisions 0.001.
     *
     * @return time machine
     */
    public static TimeMachine usual() {
        return new TimeMachine(25, 0.1, 0.01, 0.001);
    }

    /**
     * The effect of an arm against control, from the patients who entered until the arm closed.
     *
     * @param data the platform's patients
     * @param comparison arm, endpoint and level
     * @return posterior mean, standard deviation, probability of no or a negative effect, credible interval
     * @throws IllegalArgumentException if the arm has no patient, there are more than 400 buckets, a binary response is neither 0
     *     nor 1, or a continuous one leaves no degree of freedom
     */
    public EffectEstimate effect(PlatformData data, ControlComparison comparison) {
        PlatformData used = data.untilClosing(comparison.arm());
        int[] buckets = buckets(used);
        int count = Arrays.stream(buckets).max().orElse(0) + 1;
        Admissible.inRange("number of buckets", count, 1, MOST_BUCKETS);
        double[][] trend = new double[used.size()][count - 1];
        for (int i = 0; i < used.size(); i++) {
            if (buckets[i] > 0) {
                trend[i][buckets[i] - 1] = 1;
            }
        }
        double[][] design = ArmDesign.of(used, comparison.arm(), trend);
        NormalMixture posterior = comparison.endpoint() == Endpoint.CONTINUOUS
                ? continuous(design, used.responses(), count - 1)
                : binary(design, used.responses(), count - 1);
        return EffectEstimate.of(posterior, comparison.level());
    }

    /** Bucket of each patient, 0 for the most recent ones; patients who entered together share the earlier one. */
    private int[] buckets(PlatformData data) {
        int[] buckets = new int[data.size()];
        for (int i = 0; i < buckets.length; i++) {
            int later = 0;
            for (int j = 0; j < buckets.length; j++) {
                later += data.time(j) > data.time(i) ? 1 : 0;
            }
            buckets[i] = later / bucketSize;
        }
        int[] distinct = Arrays.stream(buckets).distinct().sorted().toArray();
        return Arrays.stream(buckets)
                .map(bucket -> Arrays.binarySearch(distinct, bucket))
                .toArray();
    }

    private NormalMixture continuous(double[][] design, double[] responses, int steps) {
        PenalisedRegression regression = new PenalisedRegression(design, responses);
        int fixed = design[0].length - steps;
        double[][] arms = new double[design.length][];
        for (int i = 0; i < design.length; i++) {
            arms[i] = Arrays.copyOf(design[i], fixed);
        }
        // The variance lies between what is left beside a free trend and what is left without any.
        double freedom = Math.max(2, responses.length - design[0].length);
        double reach = VARIANCE_REACH * Math.sqrt(2 / freedom);
        double most = residualVariance(arms, responses, LinearRegression.fit(arms, responses));
        RegressionFit free = regression.linear(most, precision(fixed, steps, 1e-6 / most));
        double least = residualVariance(design, responses, free);
        double low = StrictMath.log(least) - reach;
        double high = StrictMath.log(Math.max(least, most)) + reach;
        int variances = (int) Math.ceil(VARIANCE_STEPS * (high - low) / (2 * reach));
        List<Component> components = new ArrayList<>();
        for (int v = 0; v <= variances; v++) {
            double variance = StrictMath.exp(low + v * (high - low) / variances);
            addAll(components, steps, tau -> regression.linear(variance, precision(fixed, steps, tau)));
        }
        return Component.mixture(components);
    }

    /** Adds the posteriors given {@code tau}, equally spaced in {@code log tau} over all that matters. */
    private void addAll(List<Component> components, int steps, DoubleFunction<RegressionFit> posterior) {
        double largest = StrictMath.log((shape + 10 * Math.sqrt(shape) + 40) / rate);
        double spacing = Math.min(0.25, 0.5 / Math.sqrt(shape + 0.5 * steps));
        DoubleFunction<Component> at = u -> component(posterior.apply(StrictMath.exp(u)), steps, u);
        for (double u : new LogarithmicNodes(u -> at.apply(u).logWeight(), largest).spaced(spacing)) {
            Component component = at.apply(u);
            double logWeight = component.logWeight() + StrictMath.log(spacing);
            components.add(new Component(logWeight, component.mean(), component.deviation()));
        }
    }

    private static double residualVariance(double[][] design, double[] responses, RegressionFit fit) {
        double squares = 0;
        for (int i = 0; i < design.length; i++) {
            double residual = responses[i];
            for (int a = 0; a < design[i].length; a++) {
                residual -= design[i][a] * fit.coefficient(a);
            }
            squares += residual * residual;
        }
        double freedom = Math.max(1, responses.length - design[0].length);
        return Admissible.positive("residual variance", squares / freedom);
    }

    private NormalMixture binary(double[][] design, double[] responses, int steps) {
        for (double response : responses) {
            if (response != 0 && response != 1) {
                throw new IllegalArgumentException(String.format("The response (%s) must be 0 or 1.", response));
            }
        }
        PenalisedRegression regression = new PenalisedRegression(design, responses);
        int fixed = design[0].length - steps;
        List<Component> components = new ArrayList<>();
        addAll(components, steps, tau -> regression.logistic(precision(fixed, steps, tau)));
        return Component.mixture(components);
    }

    /** The posterior given {@code log tau}, with the logarithm of its unnormalised weight. */
    private Component component(RegressionFit fit, int steps, double logTau) {
        double logPrior = shape * logTau - rate * StrictMath.exp(logTau);
        double logWeight = fit.logLikelihood() + 0.5 * steps * logTau + logPrior;
        return new Component(logWeight, fit.coefficient(0), fit.standardError(0));
    }

    /** {@code diag(effects)} and {@code tau D'D} with the second differences {@code D}, whose determinant is 1. */
    private double[][] precision(int fixed, int steps, double tau) {
        double[][] precision = new double[fixed + steps][fixed + steps];
        for (int a = 0; a < fixed; a++) {
            precision[a][a] = effectPrecision;
        }
        for (int c = 0; c < steps; c++) {
            double[] difference = {1, c > 0 ? -2 : 0, c > 1 ? 1 : 0};
            for (int a = 0; a < 3 && c - a >= 0; a++) {
                for (int b = 0; b < 3 && c - b >= 0; b++) {
                    precision[fixed + c - a][fixed + c - b] += tau * difference[a] * difference[b];
                }
            }
        }
        return precision;
    }

    /**
     * A normal distribution in a mixture.
     *
     * @param logWeight logarithm of its unnormalised weight
     * @param mean mean
     * @param deviation standard deviation
     */
    record Component(double logWeight, double mean, double deviation) {
        static NormalMixture mixture(List<Component> components) {
            return NormalMixture.ofLogWeights(
                    components.stream().mapToDouble(Component::logWeight).toArray(),
                    components.stream().mapToDouble(Component::mean).toArray(),
                    components.stream().mapToDouble(Component::deviation).toArray());
        }
    }
}
