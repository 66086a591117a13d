package org.evotrial.statistics.bayes.basket;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Integrals of a binomial likelihood over a normal distribution of the logit: for all numbers of responses {@code y} at
 * once, {@code integral of p^y (1 - p)^(n - y) g(p) N(theta; mu, tau^2) dtheta} with {@code p = logistic(offset +
 * theta)} and {@code g} one of 1, {@code p}, {@code p^2} and the indicators {@code p > c}.
 *
 * <p>Composite Gauss-Legendre rules with panels that end at the thresholds and are three standard deviations of the
 * narrowest posterior wide.
 */
final class LogitNormalBinomial {
    private static final double REACH = 9;
    private static final double PANEL_WIDTH = 3;
    private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(12);

    private final int patients;
    private final double offset;
    private final double[] cuts;
    /** By function g, then by number of responses. */
    private final double[][] sums;

    LogitNormalBinomial(int patients, double offset, BasketTrial trial) {
        this.patients = patients;
        this.offset = offset;
        cuts = new double[trial.thresholds()];
        for (int t = 0; t < cuts.length; t++) {
            double c = trial.threshold(t);
            cuts[t] = StrictMath.log(c / (1 - c)) - offset;
        }
        sums = new double[3 + cuts.length][patients + 1];
    }

    /** The integrals, overwritten by the next call: {@code [0]} likelihood, {@code [1]}, {@code [2]} moments, tails. */
    double[][] integrate(double mu, double tau) {
        for (double[] each : sums) {
            Arrays.fill(each, 0);
        }
        double width = PANEL_WIDTH / Math.sqrt(1 / (tau * tau) + 0.25 * patients);
        double[] ends = new double[cuts.length + 2];
        int count = 0;
        double low = mu - REACH * tau;
        double high = mu + REACH * tau;
        ends[count++] = low;
        for (double cut : cuts) {
            if (cut > low && cut < high) {
                ends[count++] = cut;
            }
        }
        ends[count++] = high;
        Arrays.sort(ends, 0, count);
        for (int i = 1; i < count; i++) {
            int panels = (int) Math.ceil((ends[i] - ends[i - 1]) / width);
            double half = 0.5 * (ends[i] - ends[i - 1]) / Math.max(1, panels);
            for (int panel = 0; panel < panels; panel++) {
                panel(ends[i - 1] + (2 * panel + 1) * half, half, mu, tau);
            }
        }
        return sums;
    }

    private void panel(double centre, double half, double mu, double tau) {
        for (int i = 0; i < PANEL.getNumberOfPoints(); i++) {
            double theta = centre + half * PANEL.getPoint(i);
            double z = (theta - mu) / tau;
            double normal = StrictMath.exp(-0.5 * z * z) / (tau * Math.sqrt(2 * Math.PI));
            node(theta, PANEL.getWeight(i) * half * normal);
        }
    }

    private void node(double theta, double weight) {
        double u = offset + theta;
        double smaller = 1 / (1 + StrictMath.exp(Math.abs(u)));
        double odds = StrictMath.exp(-Math.abs(u));
        boolean rare = u < 0;
        double p = rare ? smaller : 1 - smaller;
        // From the end where the likelihood is largest, so that the power neither under- nor overflows.
        double term = weight * StrictMath.pow(1 - smaller, patients);
        double[] likelihood = sums[0];
        double[] first = sums[1];
        double[] second = sums[2];
        int y = rare ? 0 : patients;
        int direction = rare ? 1 : -1;
        for (int i = 0; i <= patients; i++, y += direction, term *= odds) {
            likelihood[y] += term;
            first[y] += term * p;
            second[y] += term * p * p;
            for (int t = 0; t < cuts.length; t++) {
                sums[3 + t][y] += theta > cuts[t] ? term : 0;
            }
        }
    }
}
