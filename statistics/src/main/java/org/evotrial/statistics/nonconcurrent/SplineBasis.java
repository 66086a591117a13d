package org.evotrial.statistics.nonconcurrent;

import java.util.Arrays;
import java.util.TreeSet;

/** B-splines by the recursion of Cox and de Boor; the first one is left out beside an intercept. */
final class SplineBasis {
    private SplineBasis() {}

    static double[][] of(PlatformData data, int degree) {
        double[] knots = knots(data, degree);
        int functions = knots.length - degree - 1;
        double[][] columns = new double[data.size()][functions - 1];
        for (int i = 0; i < data.size(); i++) {
            double[] values = values(knots, degree, data.time(i));
            System.arraycopy(values, 1, columns[i], 0, functions - 1);
        }
        return columns;
    }

    /** The ends of the time axis, each degree + 1 times, and the first times of the inner periods. */
    private static double[] knots(PlatformData data, int degree) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < data.size(); i++) {
            first = Math.min(first, data.time(i));
            last = Math.max(last, data.time(i));
        }
        if (!(first < last)) {
            throw new IllegalArgumentException(
                    String.format("The times (all %s) must differ for a spline over time.", first));
        }
        TreeSet<Double> inner = new TreeSet<>();
        for (int period : Steps.periods(data)) {
            double begin = Double.POSITIVE_INFINITY;
            for (int i = 0; i < data.size(); i++) {
                begin = data.period(i) == period ? Math.min(begin, data.time(i)) : begin;
            }
            if (begin > first && begin < last) {
                inner.add(begin);
            }
        }
        double[] knots = new double[inner.size() + 2 * degree + 2];
        int next = degree + 1;
        for (double knot : inner) {
            knots[next++] = knot;
        }
        Arrays.fill(knots, 0, degree + 1, first);
        Arrays.fill(knots, next, knots.length, last);
        return knots;
    }

    /** All basis functions at a time between the outer knots; they sum to 1. */
    static double[] values(double[] knots, int degree, double time) {
        int functions = knots.length - degree - 1;
        int span = degree;
        while (span < functions - 1 && time >= knots[span + 1]) {
            span++;
        }
        double[] values = new double[functions];
        values[span] = 1;
        for (int d = 1; d <= degree; d++) {
            for (int j = span - d; j <= span; j++) {
                double left = j >= 0 && knots[j + d] > knots[j]
                        ? (time - knots[j]) / (knots[j + d] - knots[j]) * values[j]
                        : 0;
                double right = j + 1 < functions && knots[j + d + 1] > knots[j + 1]
                        ? (knots[j + d + 1] - time) / (knots[j + d + 1] - knots[j + 1]) * values[j + 1]
                        : 0;
                if (j >= 0) {
                    values[j] = left + right;
                }
            }
        }
        return values;
    }
}
