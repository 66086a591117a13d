package org.evotrial.statistics.montecarlo;

import java.io.Serializable;
import java.util.function.DoubleUnaryOperator;
import org.evotrial.statistics.Admissible;

/** A family of independent components: {@code A(theta) = sum w_i a(theta_i)}. */
final class Separable implements ExponentialFamily {
    private static final long serialVersionUID = 1L;

    /** The log-partition function of one observation. */
    interface LogPartition extends DoubleUnaryOperator, Serializable {}

    private final double[] weights;
    private final LogPartition single;

    Separable(double[] weights, LogPartition single) {
        Admissible.inRange("number of parameters", weights.length, 1, Integer.MAX_VALUE);
        for (double weight : weights) {
            Admissible.positive("size or information of an arm", weight);
        }
        this.weights = weights.clone();
        this.single = single;
    }

    @Override
    public int dimension() {
        return weights.length;
    }

    @Override
    public double logPartition(double[] natural) {
        Admissible.inRange("number of parameters", natural.length, weights.length, weights.length);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * single.applyAsDouble(natural[i]);
        }
        return sum;
    }
}
