package org.evotrial.statistics.nonconcurrent;

import java.util.List;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.ConfidenceInterval;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.nonconcurrent.TimeMachine.Component;

/** A mixture of normal distributions as a posterior. */
final class NormalMixture {
    private final double[] weights;
    private final double[] means;
    private final double[] deviations;

    private NormalMixture(double[] weights, double[] means, double[] deviations) {
        this.weights = weights;
        this.means = means;
        this.deviations = deviations;
    }

    static NormalMixture of(List<Component> components) {
        double top = components.stream().mapToDouble(Component::logWeight).max().orElseThrow();
        double[] weights = new double[components.size()];
        double[] means = new double[weights.length];
        double[] deviations = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            Component component = components.get(i);
            weights[i] = StrictMath.exp(component.logWeight() - top);
            means[i] = component.mean();
            deviations[i] = component.deviation();
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new NormalMixture(weights, means, deviations);
    }

    EffectEstimate effect(double level) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * means[i];
        }
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            double distance = means[i] - mean;
            variance += weights[i] * (deviations[i] * deviations[i] + distance * distance);
        }
        double deviation = Math.sqrt(variance);
        double tail = 0.5 * (1 - level);
        ConfidenceInterval interval =
                new ConfidenceInterval(quantile(tail, mean, deviation), quantile(1 - tail, mean, deviation), level);
        return new EffectEstimate(mean, deviation, cumulative(0), interval);
    }

    private double cumulative(double x) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * StandardNormal.cumulative((x - means[i]) / deviations[i]);
        }
        return sum;
    }

    private double quantile(double p, double mean, double deviation) {
        double low = mean - deviation;
        while (cumulative(low) > p) {
            low -= 2 * deviation;
        }
        double high = mean + deviation;
        while (cumulative(high) < p) {
            high += 2 * deviation;
        }
        return new BrentSolver(1e-12 * deviation, 1e-12, 1e-14).findRoot(x -> cumulative(x) - p, low, high);
    }
}
