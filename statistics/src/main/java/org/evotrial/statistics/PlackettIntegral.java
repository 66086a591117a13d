package org.evotrial.statistics;

/**
 * The quadrature behind {@link MultivariateNormal#rectangle}: one rectangle and one correlation matrix, two variables
 * fewer per level.
 */
final class PlackettIntegral {
    /** Conditional variances below this are rounding: such a variable is known. */
    private static final double KNOWN = 1e-14;

    private final double[] lower;
    private final double[] upper;
    private final double[][] correlation;
    private final double tolerance;

    private PlackettIntegral(double[] lower, double[] upper, double[][] correlation, double tolerance) {
        this.lower = lower;
        this.upper = upper;
        this.correlation = correlation;
        this.tolerance = tolerance;
    }

    /** The probability of a rectangle that is not empty. */
    static double probability(double[] lower, double[] upper, double[][] correlation, double tolerance) {
        return switch (upper.length) {
            case 0 -> 1;
            case 1 -> MultivariateNormal.interval(lower[0], upper[0]);
            case 2 -> BivariateNormal.rectangle(lower[0], upper[0], lower[1], upper[1], correlation[0][1]);
            default -> new PlackettIntegral(lower, upper, correlation, tolerance).probability();
        };
    }

    private double probability() {
        double independent = 1;
        for (int i = 0; i < upper.length; i++) {
            independent *= MultivariateNormal.interval(lower[i], upper[i]);
        }
        return independent
                + AdaptiveQuadrature.integral(u -> 2 * (1 - u) * slope(1 - (1 - u) * (1 - u)), 0, 1, tolerance);
    }

    private double slope(double t) {
        double sum = 0;
        for (int i = 0; i < upper.length; i++) {
            for (int j = 0; j < i; j++) {
                if (correlation[i][j] != 0) {
                    sum += correlation[i][j]
                            * (corner(t, i, j, upper[i], upper[j])
                                    - corner(t, i, j, lower[i], upper[j])
                                    - corner(t, i, j, upper[i], lower[j])
                                    + corner(t, i, j, lower[i], lower[j]));
                }
            }
        }
        return sum;
    }

    /** Density of two variables at a corner, times the probability of the others given it. */
    private double corner(double t, int i, int j, double x, double y) {
        if (Double.isInfinite(x) || Double.isInfinite(y)) {
            return 0;
        }
        double r = t * correlation[i][j];
        double rest = (1 - r) * (1 + r);
        double exponent = (x * x - 2 * r * x * y + y * y) / (2 * rest);
        if (exponent > 700) {
            return 0;
        }
        double density = StrictMath.exp(-exponent) / (2 * StrictMath.PI * Math.sqrt(rest));
        return density == 0 ? 0 : density * others(t, i, j, (x - r * y) / rest, (y - r * x) / rest);
    }

    private double others(double t, int i, int j, double forI, double forJ) {
        int size = upper.length - 2;
        double[] low = new double[size];
        double[] high = new double[size];
        double[][] conditional = new double[size][size];
        int[] index = new int[size];
        int found = 0;
        for (int k = 0; k < upper.length; k++) {
            if (k != i && k != j) {
                index[found++] = k;
            }
        }
        double r = t * correlation[i][j];
        double rest = (1 - r) * (1 + r);
        for (int a = 0; a < size; a++) {
            double ai = t * correlation[index[a]][i];
            double aj = t * correlation[index[a]][j];
            double mean = ai * forI + aj * forJ;
            for (int b = 0; b <= a; b++) {
                double bi = t * correlation[index[b]][i];
                double bj = t * correlation[index[b]][j];
                double own = a == b ? 1 : t * correlation[index[a]][index[b]];
                conditional[a][b] = own - (ai * (bi - r * bj) + aj * (bj - r * bi)) / rest;
            }
            double deviation = Math.sqrt(Math.max(KNOWN, conditional[a][a]));
            low[a] = (lower[index[a]] - mean) / deviation;
            high[a] = (upper[index[a]] - mean) / deviation;
        }
        standardise(conditional);
        return probability(low, high, conditional, tolerance);
    }

    private static void standardise(double[][] covariance) {
        int size = covariance.length;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                double scale = Math.sqrt(Math.max(KNOWN, covariance[a][a]) * Math.max(KNOWN, covariance[b][b]));
                double r = Math.max(-1, Math.min(1, covariance[a][b] / scale));
                covariance[a][b] = r;
                covariance[b][a] = r;
            }
        }
        for (int a = 0; a < size; a++) {
            covariance[a][a] = 1;
        }
    }
}
