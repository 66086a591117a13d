package org.evotrial.statistics.groupsequential;

import org.evotrial.statistics.GaussLegendre;
import org.evotrial.statistics.StandardNormal;

/**
 * The joint distribution of the statistics of a group-sequential test, look by look: the sub-density of {@code Z_k}
 * among the trials that have not stopped, on a grid (Armitage, McPherson and Rowe 1969, doi:10.2307/2343787; Jennison
 * and Turnbull 2000, chapter 19).
 *
 * <p>{@code Z_k ~ N(theta sqrt(I_k), 1)} and {@code Z_k | Z_{k-1} = z ~ N((z sqrt(I_{k-1}) + theta D) / sqrt(I_k), D /
 * I_k)}, {@code D = I_k - I_{k-1}}. The grid is composite Gauss-Legendre instead of Jennison and Turnbull's Simpson
 * rule: integrands are analytic between the bounds, so that panels at most 12 standard deviations of the narrowest
 * transition long, with 8 points and 1.8 per standard deviation, are accurate to about 1e-14 (compared with grids four
 * times as dense) with a quarter of the points.
 *
 * <p>A use is {@code start}, then for each look {@code moveTo(information)}, any number of tails, and {@code
 * continueBetween(lower, upper)}. Not thread-safe; allocates only while it grows.
 */
final class RecursiveIntegration {
    private static final int MOST_POINTS = 32;
    private static final GaussLegendre[] RULES = evenRules();

    /** Smallest increase of information, relative to the information before, that the grid resolves. */
    static final double LEAST_INCREASE = 1e-4;

    private static final double INVERSE_SQRT_2_PI = 1 / StrictMath.sqrt(2 * StrictMath.PI);
    private static final double PANEL_SDS = 12;
    private static final double POINTS_AT_LEAST = 8;
    private static final double POINTS_PER_SD = 1.8;
    static final double REACH = 8;

    private static final double FAR_REACH = 12;
    private static final double NEGLIGIBLE = 100;

    private final double drift;
    private double information;
    private double lower;
    private double upper;
    private double previousInformation;
    private int look;

    private double[] nodes = new double[0];
    private double[] masses = new double[0];
    private int count;
    private double[] spareNodes = new double[0];
    private double[] spareMasses = new double[0];

    /**
     * The distribution under a drift.
     *
     * @param drift {@code theta}, finite; 0 under the null hypothesis
     */
    RecursiveIntegration(double drift) {
        this.drift = drift;
    }

    /** Forgets every look. */
    void start() {
        look = 0;
        information = 0;
        previousInformation = 0;
        count = 0;
    }

    /**
     * Goes to the next look.
     *
     * @param next information at this look, positive, above the last by at least {@link #LEAST_INCREASE} of it
     */
    void moveTo(double next) {
        requireIncrease(information, next);
        if (look > 0) {
            double here = information;
            double step = look > 1 ? (here - previousInformation) / here : 1;
            buildGrid(Math.sqrt(Math.min(step, (next - here) / here)));
            previousInformation = here;
        }
        information = next;
        look++;
    }

    /**
     * Checks that information increases by enough to be resolved.
     *
     * @throws IllegalArgumentException if it does not
     */
    static void requireIncrease(double before, double next) {
        if (!(next > 0 && next >= before * (1 + LEAST_INCREASE) && next < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(
                    "The information (%s) must be positive, finite and above the one before it (%s) by %s of that or more.",
                    next, before, LEAST_INCREASE));
        }
    }

    /** Says between which values the trial goes on after the present look. */
    void continueBetween(double low, double high) {
        lower = low;
        upper = high;
    }

    /** {@code P(no stop before, Z_k >= bound)}. */
    double upperTail(double bound) {
        if (bound == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (look == 1) {
            return StandardNormal.survival(bound - drift * Math.sqrt(information));
        }
        return tail(bound, 1);
    }

    /** {@code P(no stop before, Z_k <= bound)}. */
    double lowerTail(double bound) {
        if (bound == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        if (look == 1) {
            return StandardNormal.cumulative(bound - drift * Math.sqrt(information));
        }
        return tail(bound, -1);
    }

    /** The sub-density of {@code Z_k} among the trials that did not stop before. */
    double density(double z) {
        if (look == 1) {
            return StandardNormal.density(z - drift * Math.sqrt(information));
        }
        double increment = information - previousInformation;
        double perSd = Math.sqrt(information / increment);
        return perSd * kernelSum(z * perSd, Math.sqrt(previousInformation / increment), drift * Math.sqrt(increment));
    }

    private double tail(double bound, int sign) {
        double increment = information - previousInformation;
        double scaledBound = bound * Math.sqrt(information / increment) - drift * Math.sqrt(increment);
        double slope = Math.sqrt(previousInformation / increment);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += masses[i] * StandardNormal.survival(sign * (scaledBound - nodes[i] * slope));
        }
        return sum;
    }

    private double kernelSum(double scaled, double slope, double shift) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double x = scaled - nodes[i] * slope - shift;
            double exponent = 0.5 * x * x;
            if (exponent < NEGLIGIBLE) {
                sum += masses[i] * NegativeExponential.value(exponent);
            }
        }
        return sum * INVERSE_SQRT_2_PI;
    }

    private static GaussLegendre[] evenRules() {
        GaussLegendre[] rules = new GaussLegendre[MOST_POINTS / 2 + 1];
        for (int half = 1; half < rules.length; half++) {
            rules[half] = new GaussLegendre(2 * half);
        }
        return rules;
    }

    /** Puts the sub-density of the present look, between its bounds, on a grid. */
    private void buildGrid(double narrowest) {
        double mean = drift * Math.sqrt(information);
        double low = Math.max(lower, mean - REACH);
        // The upper tail keeps its relative accuracy, so that p-values of 1e-20 mean something.
        double high = Math.min(upper, mean + FAR_REACH);
        int built = 0;
        if (low < high) {
            double lengthInSds = (high - low) / narrowest;
            int panels = (int) Math.ceil(lengthInSds / PANEL_SDS);
            int points = 2 * (int) Math.ceil(0.5 * (POINTS_AT_LEAST + POINTS_PER_SD * lengthInSds / panels));
            GaussLegendre rule = RULES[points / 2];
            ensureSpare(panels * points);
            double half = 0.5 * (high - low) / panels;
            for (int panel = 0; panel < panels; panel++) {
                double middle = low + (2 * panel + 1) * half;
                for (int i = 0; i < points; i++) {
                    double z = middle + half * rule.node(i);
                    spareNodes[built] = z;
                    spareMasses[built] = half * rule.weight(i) * density(z);
                    built++;
                }
            }
        }
        double[] swapNodes = nodes;
        nodes = spareNodes;
        spareNodes = swapNodes;
        double[] swapMasses = masses;
        masses = spareMasses;
        spareMasses = swapMasses;
        count = built;
    }

    private void ensureSpare(int size) {
        if (spareNodes.length < size) {
            spareNodes = new double[size];
            spareMasses = new double[size];
        }
    }
}
