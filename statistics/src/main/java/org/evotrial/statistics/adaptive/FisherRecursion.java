package org.evotrial.statistics.adaptive;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.statistics.GaussLegendre;

/**
 * The distribution of {@code S_k = -log prod p_j^{w_j} = sum w_j E_j}, {@code E_j} standard exponential, over the stages of
 * a Fisher combination test under the null hypothesis.
 *
 * <p>A trial rejects at stage {@code k} with {@code S_k >= C_k}; otherwise it stops for futility if {@code p_k >= alpha0_k},
 * that is if the increment is at most {@code f_k = -w_k log alpha0_k}. The sub-density of the trials that go on is
 * analytic between breakpoints {@code C_j + f_{j+1} + ...} and is kept at Gauss-Legendre nodes of panels between them.
 */
final class FisherRecursion {
    private static final GaussLegendre RULE = new GaussLegendre(20);
    private static final double WIDEST = 3;

    private final double[] weights;
    private final double[] leastIncrements;

    /** Weights and futility increments of all stages; the last stage has no futility. */
    FisherRecursion(double[] weights, double[] alpha0) {
        this.weights = weights;
        this.leastIncrements = new double[weights.length];
        for (int k = 0; k < alpha0.length; k++) {
            leastIncrements[k] = -weights[k] * StrictMath.log(alpha0[k]);
        }
    }

    /**
     * Probabilities to reject at each stage from {@code first} on (index 0: that stage), given {@code S} of the stages
     * before it.
     */
    double[] rejections(double[] logBounds, int first, int stages, double start) {
        double[] rejected = new double[stages - first];
        double w = weights[first];
        rejected[0] = StrictMath.exp(-Math.max(0, logBounds[first] - start) / w);
        List<Panel> panels = new ArrayList<>();
        addPanels(panels, start + leastIncrements[first], logBounds[first], s -> StrictMath.exp((start - s) / w) / w);
        for (int k = first + 1; k < stages; k++) {
            rejected[k - first] = tail(panels, weights[k], logBounds[k]);
            if (k + 1 < stages) {
                panels = advance(panels, k, logBounds[k]);
            }
        }
        return rejected;
    }

    private static double tail(List<Panel> panels, double w, double bound) {
        double sum = 0;
        for (Panel panel : panels) {
            for (int i = 0; i < RULE.points(); i++) {
                sum += panel.mass(i) * StrictMath.exp(-Math.max(0, bound - panel.node(i)) / w);
            }
        }
        return sum;
    }

    private List<Panel> advance(List<Panel> before, int k, double bound) {
        List<Panel> next = new ArrayList<>();
        if (before.isEmpty()) {
            return next;
        }
        double w = weights[k];
        double shift = leastIncrements[k];
        Density density = s -> {
            double sum = 0;
            for (Panel panel : before) {
                sum += panel.weightedIntegral(s - shift, s, w);
            }
            return sum / w;
        };
        for (Panel panel : before) {
            addPanels(next, panel.low() + shift, Math.min(bound, panel.high() + shift), density);
        }
        addPanels(next, before.get(before.size() - 1).high() + shift, bound, density);
        return next;
    }

    private static void addPanels(List<Panel> panels, double low, double high, Density density) {
        if (!(high > low)) {
            return;
        }
        int count = (int) Math.ceil((high - low) / WIDEST);
        double width = (high - low) / count;
        for (int i = 0; i < count; i++) {
            panels.add(Panel.of(low + i * width, low + (i + 1) * width, density));
        }
    }

    private interface Density {
        double at(double s);
    }

    /** A sub-density between two points, at the nodes of the rule. */
    private record Panel(double low, double high, List<Double> values) {
        private static final double[] BARYCENTRIC = barycentric();

        static Panel of(double low, double high, Density density) {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < RULE.points(); i++) {
                values.add(density.at(low + 0.5 * (high - low) * (1 + RULE.node(i))));
            }
            return new Panel(low, high, values);
        }

        double node(int index) {
            return low + 0.5 * (high - low) * (1 + RULE.node(index));
        }

        double mass(int index) {
            return 0.5 * (high - low) * RULE.weight(index) * values.get(index);
        }

        /** The integral of {@code g(u) exp((u - s) / w)} over the panel up to {@code limit}. */
        double weightedIntegral(double limit, double s, double w) {
            double sum = 0;
            if (limit >= high) {
                for (int i = 0; i < RULE.points(); i++) {
                    sum += mass(i) * StrictMath.exp((node(i) - s) / w);
                }
                return sum;
            }
            double half = 0.5 * (limit - low);
            for (int i = 0; i < RULE.points() && half > 0; i++) {
                double u = low + half * (1 + RULE.node(i));
                sum += half * RULE.weight(i) * interpolate(u) * StrictMath.exp((u - s) / w);
            }
            return sum;
        }

        private double interpolate(double u) {
            double x = 2 * (u - low) / (high - low) - 1;
            double numerator = 0;
            double denominator = 0;
            for (int i = 0; i < RULE.points(); i++) {
                double distance = x - RULE.node(i);
                if (distance == 0) {
                    return values.get(i);
                }
                double share = BARYCENTRIC[i] / distance;
                numerator += share * values.get(i);
                denominator += share;
            }
            return numerator / denominator;
        }

        /** For Legendre nodes: alternating signs times {@code sqrt((1 - x^2) w)} (Wang and Xiang 2012). */
        private static double[] barycentric() {
            double[] shares = new double[RULE.points()];
            for (int i = 0; i < shares.length; i++) {
                double x = RULE.node(i);
                shares[i] = (i % 2 == 0 ? 1 : -1) * Math.sqrt((1 - x * x) * RULE.weight(i));
            }
            return shares;
        }
    }
}
