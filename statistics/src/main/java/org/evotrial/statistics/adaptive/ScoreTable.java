package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.multiplicity.DunnettDistribution;

/**
 * The normal score of {@code P(max Z_i > z)} as a function of {@code z}, by cubic interpolation between points of a fine
 * grid. Beyond the grid nothing is tabulated and {@code z} is held at its ends.
 */
final class ScoreTable {
    private static final double LOW = -5;
    private static final double HIGH = 9;
    private static final double STEP = 1.0 / 32;

    private final double[] scores;

    private ScoreTable(double[] scores) {
        this.scores = scores;
    }

    static ScoreTable of(DunnettDistribution distribution) {
        int points = (int) Math.round((HIGH - LOW) / STEP) + 4;
        double[] scores = new double[points];
        double[] bounds = new double[distribution.dimension()];
        for (int i = 0; i < points; i++) {
            Arrays.fill(bounds, LOW + (i - 1) * STEP);
            double lower = distribution.cumulative(bounds);
            scores[i] = lower < 0.5
                    ? StandardNormal.quantile(lower)
                    : StandardNormal.upperQuantile(distribution.upperTail(bounds));
        }
        return new ScoreTable(scores);
    }

    double at(double z) {
        double x = (Math.max(LOW, Math.min(HIGH - 1e-9, z)) - LOW) / STEP;
        int i = (int) x;
        double u = x - i;
        double a = scores[i];
        double b = scores[i + 1];
        double c = scores[i + 2];
        double d = scores[i + 3];
        return b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * (b - c) + d - a)));
    }
}
