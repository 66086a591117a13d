package org.evotrial.statistics.bayes.borrowing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;

/**
 * A mixture of Beta distributions as the prior or posterior of a response probability: the form of (robust)
 * meta-analytic-predictive priors, Schmidli et al. 2014, doi:10.1111/biom.12242.
 *
 * @param weights one per component, positive, sum 1 within 1e-9
 * @param components at least one
 */
public record BetaMixture(List<Double> weights, List<BetaBinomial> components) {
    /**
     * Checks and copies the components.
     *
     * @throws IllegalArgumentException if the weights do not fit the components or do not sum to 1
     */
    public BetaMixture {
        weights = List.copyOf(weights);
        components = List.copyOf(components);
        Admissible.inRange("number of components", components.size(), 1, 10_000);
        Admissible.inRange("number of weights", weights.size(), components.size(), components.size());
        double sum = 0;
        for (double weight : weights) {
            sum += Admissible.probability("weight", weight);
        }
        if (!(Math.abs(sum - 1) <= 1e-9)) {
            throw new IllegalArgumentException(String.format("The sum of the weights (%s) must be 1.", sum));
        }
    }

    /**
     * Adds a vague component: the robust version of an informative prior.
     *
     * @param vague component, such as Beta(1, 1)
     * @param vagueWeight its weight in [0, 1]
     * @return mixture with one component more
     * @throws IllegalArgumentException if the weight is outside [0, 1]
     */
    public BetaMixture robust(BetaBinomial vague, double vagueWeight) {
        Admissible.probability("vagueWeight", vagueWeight);
        List<Double> newWeights = new ArrayList<>();
        weights.forEach(weight -> newWeights.add(weight * (1 - vagueWeight)));
        newWeights.add(vagueWeight);
        List<BetaBinomial> newComponents = new ArrayList<>(components);
        newComponents.add(vague);
        return new BetaMixture(newWeights, newComponents);
    }

    /**
     * The posterior: every component is updated and weighted by its marginal likelihood, so that the vague one gains
     * where data and prior conflict.
     *
     * @param successes zero or positive
     * @param failures zero or positive
     * @return posterior mixture
     * @throws IllegalArgumentException if an argument is negative or not finite
     */
    public BetaMixture updated(double successes, double failures) {
        double[] log = new double[weights.size()];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < log.length; i++) {
            log[i] = StrictMath.log(weights.get(i)) + components.get(i).logMarginalLikelihood(successes, failures);
            largest = Math.max(largest, log[i]);
        }
        double sum = 0;
        for (int i = 0; i < log.length; i++) {
            log[i] = StrictMath.exp(log[i] - largest);
            sum += log[i];
        }
        List<Double> newWeights = new ArrayList<>();
        List<BetaBinomial> newComponents = new ArrayList<>();
        for (int i = 0; i < log.length; i++) {
            newWeights.add(log[i] / sum);
            newComponents.add(components.get(i).updated(successes, failures));
        }
        return new BetaMixture(newWeights, newComponents);
    }

    /**
     * The expectation.
     *
     * @return mean
     */
    public double mean() {
        return average(BetaBinomial::mean);
    }

    /**
     * The variance, within and between components.
     *
     * @return variance
     */
    public double variance() {
        double mean = mean();
        return average(each -> each.variance() + (each.mean() - mean) * (each.mean() - mean));
    }

    /**
     * {@code P(p > x)}.
     *
     * @param x any number but NaN
     * @return upper tail
     */
    public double probabilityAbove(double x) {
        return average(each -> each.probabilityAbove(x));
    }

    /**
     * Effective sample size by moments: {@code m (1 - m) / v - 1}, the {@code alpha + beta} of the Beta distribution with
     * the same mean and variance. Smaller than other definitions for mixtures with a vague component.
     *
     * @return number of patients that the distribution is worth
     */
    public double effectiveSampleSize() {
        return mean() * (1 - mean()) / variance() - 1;
    }

    private double average(ToDoubleFunction<BetaBinomial> function) {
        double sum = 0;
        for (int i = 0; i < components.size(); i++) {
            sum += weights.get(i) * function.applyAsDouble(components.get(i));
        }
        return sum;
    }
}
