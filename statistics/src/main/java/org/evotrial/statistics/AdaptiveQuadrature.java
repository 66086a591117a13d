package org.evotrial.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrals over a finite interval by Gauss and Kronrod's pair of 7 and 15 points, halving the worst interval until
 * the two rules agree. Deterministic; ends of the interval are never evaluated.
 *
 * <p>Kronrod 1965; Piessens et al. 1983, QUADPACK, doi:10.1007/978-3-642-61786-7.
 */
public final class AdaptiveQuadrature {
    private static final double[] NODES = {
        0.991455371120812639206854697526329,
        0.949107912342758524526189684047851,
        0.864864423359769072789712788640926,
        0.741531185599394439863864773280788,
        0.586087235467691130294144838258730,
        0.405845151377397166906606412076961,
        0.207784955007898467600689403773245
    };
    private static final double[] KRONROD = {
        0.022935322010529224963732008058970,
        0.063092092629978553290700663189204,
        0.104790010322250183839876322541518,
        0.140653259715525918745189590510238,
        0.169004726639267902826583426598550,
        0.190350578064785409913256402421014,
        0.204432940075298892414161999234649
    };
    private static final double KRONROD_CENTRE = 0.209482141084727828012999174891714;
    /** Weights of the nodes with odd index, which both rules share. */
    private static final double[] GAUSS = {
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780, 0.381830050505118944950369775488975
    };

    private static final double GAUSS_CENTRE = 0.417959183673469387755102040816327;

    private static final int MOST_INTERVALS = 100;

    private final DoubleUnaryOperator integrand;
    private final double[] start = new double[MOST_INTERVALS];
    private final double[] end = new double[MOST_INTERVALS];
    private final double[] value = new double[MOST_INTERVALS];
    private final double[] error = new double[MOST_INTERVALS];
    private int intervals;

    private AdaptiveQuadrature(DoubleUnaryOperator integrand) {
        this.integrand = integrand;
    }

    /**
     * {@code int_a^b f(x) dx}.
     *
     * @param integrand f, finite inside the interval
     * @param from a, finite
     * @param to b, finite; may be below a
     * @param tolerance absolute error aimed at, positive
     * @return the integral; the best one with 100 intervals where the tolerance is out of reach
     * @throws IllegalArgumentException if a limit is not finite or the tolerance not positive
     */
    public static double integral(DoubleUnaryOperator integrand, double from, double to, double tolerance) {
        Admissible.finite("from", from);
        Admissible.finite("to", to);
        Admissible.positive("tolerance", tolerance);
        return from == to ? 0 : new AdaptiveQuadrature(integrand).integrate(from, to, tolerance);
    }

    private double integrate(double from, double to, double tolerance) {
        add(from, to);
        while (intervals < MOST_INTERVALS) {
            int worst = 0;
            double total = 0;
            for (int i = 0; i < intervals; i++) {
                total += error[i];
                worst = error[i] > error[worst] ? i : worst;
            }
            if (total <= tolerance) {
                break;
            }
            halve(worst);
        }
        double sum = 0;
        for (int i = 0; i < intervals; i++) {
            sum += value[i];
        }
        return sum;
    }

    private void halve(int interval) {
        double from = start[interval];
        double to = end[interval];
        double centre = 0.5 * (from + to);
        add(centre, to);
        evaluate(interval, from, centre);
    }

    private void add(double from, double to) {
        evaluate(intervals++, from, to);
    }

    private void evaluate(int interval, double from, double to) {
        double centre = 0.5 * (from + to);
        double half = 0.5 * (to - from);
        double middle = integrand.applyAsDouble(centre);
        double kronrod = KRONROD_CENTRE * middle;
        double gauss = GAUSS_CENTRE * middle;
        for (int i = 0; i < NODES.length; i++) {
            double reach = half * NODES[i];
            double pair = integrand.applyAsDouble(centre - reach) + integrand.applyAsDouble(centre + reach);
            kronrod += KRONROD[i] * pair;
            if ((i & 1) == 1) {
                gauss += GAUSS[i >> 1] * pair;
            }
        }
        start[interval] = from;
        end[interval] = to;
        value[interval] = kronrod * half;
        // The pair of rules differs by the error of the lower one; QUADPACK's power law says what the higher one errs.
        double difference = 200 * Math.abs((kronrod - gauss) * half);
        error[interval] = difference < 1 ? difference * Math.sqrt(difference) : difference;
    }
}
