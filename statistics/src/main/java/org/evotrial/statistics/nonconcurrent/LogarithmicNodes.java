package org.evotrial.statistics.nonconcurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Finds where the logarithm of a density with one peak matters. */
final class LogarithmicNodes {
    private static final double SMALLEST = -23;
    private static final double NEGLIGIBLE = 25;
    private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);
    private static final int MOST = 2000;

    private final DoubleUnaryOperator logDensity;
    private final double largest;

    LogarithmicNodes(DoubleUnaryOperator logDensity, double largest) {
        this.logDensity = logDensity;
        this.largest = largest;
    }

    /** Equally spaced nodes around the peak, until the density is negligible on both sides. */
    List<Double> spaced(double spacing) {
        double peak = peak(spacing);
        double top = logDensity.applyAsDouble(peak);
        List<Double> nodes = new ArrayList<>();
        nodes.add(peak);
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 1; i <= MOST; i++) {
                double u = peak + side * i * spacing;
                nodes.add(u);
                if (logDensity.applyAsDouble(u) < top - NEGLIGIBLE) {
                    break;
                }
            }
        }
        return nodes;
    }

    private double peak(double spacing) {
        double best = SMALLEST;
        double top = Double.NEGATIVE_INFINITY;
        for (double u = SMALLEST; u <= Math.max(SMALLEST, largest); u++) {
            double value = logDensity.applyAsDouble(u);
            if (value > top) {
                top = value;
                best = u;
            }
        }
        double low = best - 1;
        double high = best + 1;
        while (high - low > spacing) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (logDensity.applyAsDouble(left) > logDensity.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return 0.5 * (low + high);
    }
}
