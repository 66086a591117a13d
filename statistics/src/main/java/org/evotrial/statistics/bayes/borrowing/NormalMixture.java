package org.evotrial.statistics.bayes.borrowing;

import java.util.Arrays;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.bayes.ParameterDistribution;

/**
 * A mixture of normal distributions as the prior or posterior of a mean, a log odds or a log hazard ratio, given by
 * <b>standard deviations</b>. Immutable.
 */
public final class NormalMixture implements ParameterDistribution {
    private static final double LOG_ROOT_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    private final double[] weights;
    private final double[] means;
    private final double[] deviations;

    private NormalMixture(double[] weights, double[] means, double[] deviations) {
        this.weights = weights;
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * One normal distribution.
     *
     * @param mean finite
     * @param deviation standard deviation, positive
     * @return mixture of one component
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static NormalMixture single(double mean, double deviation) {
        return ofLogWeights(new double[1], new double[] {mean}, new double[] {deviation});
    }

    /**
     * A mixture whose weights are known up to a factor.
     *
     * @param logWeights natural logarithms, not NaN, less than infinity, at least one finite
     * @param means one per component, finite
     * @param deviations standard deviations, one per component, positive
     * @return mixture with weights that sum to 1
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static NormalMixture ofLogWeights(double[] logWeights, double[] means, double[] deviations) {
        int size = logWeights.length;
        Admissible.inRange("number of components", size, 1, Integer.MAX_VALUE);
        Admissible.inRange("number of means", means.length, size, size);
        Admissible.inRange("number of deviations", deviations.length, size, size);
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            Admissible.finite("mean", means[i]);
            Admissible.positive("deviation", deviations[i]);
            top = Math.max(top, logWeights[i]);
        }
        Admissible.finite("largest logarithm of a weight", top);
        double[] weights = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            weights[i] = StrictMath.exp(logWeights[i] - top);
            sum += weights[i];
        }
        for (int i = 0; i < size; i++) {
            weights[i] /= sum;
        }
        return new NormalMixture(weights, means.clone(), deviations.clone());
    }

    /**
     * Adds a vague component: the robust version of an informative prior, Schmidli et al. 2014, doi:10.1111/biom.12242.
     *
     * @param vagueWeight its weight in [0, 1]
     * @param vagueMean its mean, commonly that of the prior
     * @param vagueDeviation its standard deviation, positive, commonly that of one patient
     * @return mixture with one component more
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public NormalMixture robust(double vagueWeight, double vagueMean, double vagueDeviation) {
        Admissible.probability("vagueWeight", vagueWeight);
        int size = weights.length;
        double[] logWeights = new double[size + 1];
        double[] newMeans = Arrays.copyOf(means, size + 1);
        double[] newDeviations = Arrays.copyOf(deviations, size + 1);
        for (int i = 0; i < size; i++) {
            logWeights[i] = StrictMath.log(weights[i]) + StrictMath.log1p(-vagueWeight);
        }
        logWeights[size] = StrictMath.log(vagueWeight);
        newMeans[size] = vagueMean;
        newDeviations[size] = vagueDeviation;
        return ofLogWeights(logWeights, newMeans, newDeviations);
    }

    /**
     * The posterior after a normal estimate: every component is updated and weighted by its marginal likelihood {@code
     * N(estimate; m_i, s_i^2 + standardError^2)}.
     *
     * @param estimate finite
     * @param standardError known, positive
     * @return posterior mixture
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public NormalMixture updated(double estimate, double standardError) {
        Admissible.finite("estimate", estimate);
        Admissible.positive("standardError", standardError);
        int size = weights.length;
        double[] logWeights = new double[size];
        double[] newMeans = new double[size];
        double[] newDeviations = new double[size];
        for (int i = 0; i < size; i++) {
            double total = Math.hypot(deviations[i], standardError);
            double z = (estimate - means[i]) / total;
            logWeights[i] = StrictMath.log(weights[i]) - StrictMath.log(total) - 0.5 * z * z;
            double share = standardError / total * (standardError / total);
            newMeans[i] = share * means[i] + (1 - share) * estimate;
            newDeviations[i] = deviations[i] * (standardError / total);
        }
        return ofLogWeights(logWeights, newMeans, newDeviations);
    }

    /**
     * The distribution of an independent normal variable minus this one, as of an arm's mean minus control's.
     *
     * @param mean of the other variable, finite
     * @param deviation its standard deviation, zero or positive
     * @return distribution of the difference
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public NormalMixture subtractedFrom(double mean, double deviation) {
        Admissible.finite("mean", mean);
        Admissible.nonNegative("deviation", deviation);
        double[] newMeans = new double[means.length];
        double[] newDeviations = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            newMeans[i] = mean - means[i];
            newDeviations[i] = Math.hypot(deviation, deviations[i]);
        }
        return new NormalMixture(weights, newMeans, newDeviations);
    }

    /**
     * Effective sample size by moments: the number of patients whose mean has this variance.
     *
     * @param patientDeviation standard deviation of one patient's outcome (2 or so for log odds), positive
     * @return {@code patientDeviation^2 / variance}
     * @throws IllegalArgumentException if the deviation is not positive
     */
    public double effectiveSampleSize(double patientDeviation) {
        return Admissible.positive("patientDeviation", patientDeviation) * patientDeviation / variance();
    }

    /**
     * Weight of a component.
     *
     * @param component from 0, in the order of construction; a vague one added later is the last
     * @return weight in [0, 1]
     */
    public double weight(int component) {
        return weights[component];
    }

    /**
     * Number of components.
     *
     * @return at least 1
     */
    public int size() {
        return weights.length;
    }

    @Override
    public double mean() {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * means[i];
        }
        return mean;
    }

    @Override
    public double variance() {
        double mean = mean();
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = means[i] - mean;
            variance += weights[i] * (deviations[i] * deviations[i] + distance * distance);
        }
        return variance;
    }

    @Override
    public double logDensity(double x) {
        double top = Double.NEGATIVE_INFINITY;
        double[] logs = new double[weights.length];
        for (int i = 0; i < logs.length; i++) {
            double z = (x - means[i]) / deviations[i];
            logs[i] = StrictMath.log(weights[i] / deviations[i]) - 0.5 * z * z - LOG_ROOT_TWO_PI;
            top = Math.max(top, logs[i]);
        }
        if (top == Double.NEGATIVE_INFINITY) {
            return top;
        }
        double sum = 0;
        for (double log : logs) {
            sum += StrictMath.exp(log - top);
        }
        return top + StrictMath.log(sum);
    }

    @Override
    public double probabilityBelow(double x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * StandardNormal.cumulative((x - means[i]) / deviations[i]);
        }
        return sum;
    }

    @Override
    public double probabilityAbove(double x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * StandardNormal.survival((x - means[i]) / deviations[i]);
        }
        return sum;
    }

    @Override
    public double quantile(double p) {
        Admissible.openProbability("p", p);
        double mean = mean();
        double deviation = standardDeviation();
        double low = mean - deviation;
        while (probabilityBelow(low) > p) {
            low -= 2 * deviation;
        }
        double high = mean + deviation;
        while (probabilityBelow(high) < p) {
            high += 2 * deviation;
        }
        return new BrentSolver(1e-12 * deviation, 1e-12, 1e-14).findRoot(x -> probabilityBelow(x) - p, low, high);
    }
}
