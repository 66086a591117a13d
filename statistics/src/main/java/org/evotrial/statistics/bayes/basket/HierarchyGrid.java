package org.evotrial.statistics.bayes.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Nodes and weights for the integral over {@code (mu, tau)}.
 *
 * <p>{@code tau = s sinh(x)} with {@code s} the logit-scale error of one basket: the posterior's nearest singularities,
 * at {@code tau = +-i s}, move to {@code +-i pi / 2}, and few Gauss-Legendre nodes in {@code x} suffice. The trapezoidal
 * rule in {@code mu} of each {@code tau} is a {@link Slice}.
 */
final class HierarchyGrid {
    private final List<Slice> slices;

    private HierarchyGrid(List<Slice> slices) {
        this.slices = List.copyOf(slices);
    }

    /**
     * How fine the grid is.
     *
     * @param tauNodes number of Gauss-Legendre nodes
     * @param smoothStep step of mu in posterior standard deviations where tau is large
     * @param sharpStep the same where tau is small and tail probabilities are near-steps of mu
     */
    record Resolution(int tauNodes, double smoothStep, double sharpStep) {
        static final Resolution STANDARD = new Resolution(16, 0.95, 0.6);
    }

    static HierarchyGrid of(
            ExchangeableDistribution distribution,
            BasketTrial trial,
            HierarchyTable.Basket[] baskets,
            Resolution resolution) {
        HeterogeneityPrior prior = distribution.heterogeneity();
        double error = basketError(trial);
        GaussIntegrator rule = new GaussIntegratorFactory()
                .legendre(resolution.tauNodes(), asinh(prior.lower() / error), asinh(prior.upper() / error));
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < rule.getNumberOfPoints(); i++) {
            double x = rule.getPoint(i);
            double tau = error * Math.sinh(x);
            double weight = rule.getWeight(i) * error * Math.cosh(x) * prior.density(tau);
            MuScale scale = new MuScale(distribution, tau, baskets);
            slices.add(Slice.of(scale, trial, weight, resolution));
        }
        return new HierarchyGrid(slices);
    }

    List<Slice> slices() {
        return slices;
    }

    double[] weights() {
        return slices.stream()
                .flatMapToDouble(slice -> Arrays.stream(slice.weight()))
                .toArray();
    }

    /** Smallest standard error of a basket's logit: at a rate of one half, {@code sqrt(4 / n)}. */
    private static double basketError(BasketTrial trial) {
        int most = 1;
        for (int j = 0; j < trial.baskets(); j++) {
            most = Math.max(most, trial.patients(j));
        }
        return 2 / Math.sqrt(most);
    }

    private static double asinh(double x) {
        return StrictMath.log(x + Math.sqrt(x * x + 1));
    }

    /**
     * The approximate posterior standard deviation of mu, if it were near a given value: {@code (1 / s^2 + sum over j of
     * 1 / (tau^2 + 1 / (n_j p_j (1 - p_j))))^(-1/2)}.
     */
    record MuScale(ExchangeableDistribution distribution, double tau, HierarchyTable.Basket[] baskets) {
        double at(double mu) {
            double precision = 1 / (distribution.muDeviation() * distribution.muDeviation());
            for (HierarchyTable.Basket basket : baskets) {
                double u = Math.min(50, Math.abs(basket.offset() + mu));
                precision += 1 / (tau * tau + (2 + 2 * Math.cosh(u)) / basket.patients());
            }
            return 1 / Math.sqrt(precision);
        }

        /** Where {@code v} leads, if mu moves by its own scale per unit of v: a Runge-Kutta step of fourth order. */
        double advance(double mu, double v) {
            int steps = (int) Math.ceil(Math.abs(v) / 0.1);
            double h = v / steps;
            double at = mu;
            for (int i = 0; i < steps; i++) {
                double k1 = at(at);
                double k2 = at(at + 0.5 * h * k1);
                double k3 = at(at + 0.5 * h * k2);
                double k4 = at(at + h * k3);
                at += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
            }
            return at;
        }
    }

    /**
     * The nodes of one tau, uniform in a variable {@code v} with {@code dmu/dv} equal to {@link MuScale}. Between two of
     * them lie {@code refinement - 1} finer ones, for tail probabilities alone.
     */
    @SuppressWarnings("ArrayRecordComponent") // internal, never compared, never changed
    record Slice(double tau, double[] fineMu, int refinement, double[] weight) {
        /** Standard deviations of the prior of mu that are integrated: 2e-8 of it are left out. */
        private static final double MU_REACH = 5.6;

        static Slice of(MuScale scale, BasketTrial trial, double outerWeight, Resolution resolution) {
            double sharpness = sharpness(scale, trial);
            boolean smooth = sharpness < 0.8;
            double step = smooth ? resolution.smoothStep() : resolution.sharpStep();
            int refinement = smooth ? 1 : (int) Math.ceil(step * sharpness);
            double[] fineMu = nodes(scale, step, refinement);
            double deviation = scale.distribution().muDeviation();
            double[] weight = new double[(fineMu.length - 1) / refinement + 1];
            for (int k = 0; k < weight.length; k++) {
                double mu = fineMu[k * refinement];
                double z = (mu - scale.distribution().muMean()) / deviation;
                weight[k] = outerWeight * step * scale.at(mu) * StrictMath.exp(-0.5 * z * z);
            }
            return new Slice(scale.tau(), fineMu, refinement, weight);
        }

        /** How many times narrower than the posterior of mu the rise of a tail probability with mu is. */
        private static double sharpness(MuScale scale, BasketTrial trial) {
            double sharpest = 0;
            for (HierarchyTable.Basket basket : scale.baskets()) {
                for (int t = 0; t < trial.thresholds(); t++) {
                    double c = trial.threshold(t);
                    double cut = StrictMath.log(c / (1 - c)) - basket.offset();
                    sharpest = Math.max(sharpest, scale.at(cut) / scale.tau());
                }
            }
            return sharpest;
        }

        private static double[] nodes(MuScale scale, double step, int refinement) {
            double centre = scale.distribution().muMean();
            double reach = MU_REACH * scale.distribution().muDeviation();
            List<Double> down = walk(scale, -step, refinement, centre, reach);
            List<Double> up = walk(scale, step, refinement, centre, reach);
            double[] nodes = new double[down.size() + up.size() + 1];
            for (int i = 0; i < down.size(); i++) {
                nodes[down.size() - 1 - i] = down.get(i);
            }
            nodes[down.size()] = centre;
            for (int i = 0; i < up.size(); i++) {
                nodes[down.size() + 1 + i] = up.get(i);
            }
            return nodes;
        }

        private static List<Double> walk(MuScale scale, double step, int refinement, double centre, double reach) {
            List<Double> nodes = new ArrayList<>();
            double mu = centre;
            while (Math.abs(mu - centre) < reach) {
                for (int i = 0; i < refinement; i++) {
                    mu = scale.advance(mu, step / refinement);
                    nodes.add(mu);
                }
            }
            return nodes;
        }

        int size() {
            return weight.length;
        }
    }
}
