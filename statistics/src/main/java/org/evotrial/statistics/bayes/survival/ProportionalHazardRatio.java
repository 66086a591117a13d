package org.evotrial.statistics.bayes.survival;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.evotrial.statistics.AdaptiveQuadrature;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.GammaPoisson;
import org.evotrial.statistics.bayes.NormalNormal;
import org.evotrial.statistics.bayes.ParameterDistribution;

/**
 * The ratio {@code phi} of the hazards of an experimental arm and control that is the same in every interval, {@code
 * lambda_1k = phi lambda_0k}.
 *
 * <p>The hazards of control, {@code Gamma(a_k, b_k)} after control's own data, are integrated out: with {@code d_k} events in
 * an exposure {@code E_k} of the experimental arm the posterior of {@code beta = log(phi)} is proportional to
 * {@code p(beta) exp(beta sum d_k) prod (1 + e^beta E_k / b_k)^-(a_k + d_k)}. It is log-concave; moments, tails and
 * normalisation are integrals by {@link AdaptiveQuadrature}, relative error about 1e-11. Under a flat prior and with one
 * interval it is that of {@link org.evotrial.statistics.bayes.GammaRatio}.
 */
public final class ProportionalHazardRatio implements ParameterDistribution {
    private static final double NEGLIGIBLE_LOG = 45;
    private static final double LARGEST_LOG = 700;
    private static final double TOLERANCE = 1e-13;

    private final double events;
    private final double[] power;
    private final double[] ratio;
    private final double priorMean;
    private final double priorPrecision;
    private final double peak;
    private final double low;
    private final double high;
    private final double total;

    private ProportionalHazardRatio(
            PiecewiseExponentialPosterior control,
            IntervalEvents experimental,
            double priorMean,
            double priorPrecision) {
        this.priorMean = priorMean;
        this.priorPrecision = priorPrecision;
        if (!control.intervals().equals(experimental.intervals())) {
            throw new IllegalArgumentException(String.format(
                    "The intervals of the experimental arm (%s) must be those of control (%s).",
                    experimental.intervals(), control.intervals()));
        }
        power = new double[control.hazards().size()];
        ratio = new double[power.length];
        double sum = 0;
        for (int k = 0; k < power.length; k++) {
            GammaPoisson hazard = control.hazards().get(k);
            power[k] = hazard.shape() + experimental.events().get(k);
            ratio[k] = experimental.exposure().get(k) / hazard.rate();
            sum += experimental.events().get(k);
        }
        events = sum;
        requireProper();
        peak = peak(0);
        low = reach(0, peak, -1);
        high = reach(0, peak, 1);
        total = integral(0, low, high, peak);
    }

    /**
     * The posterior under a normal prior of the log hazard ratio.
     *
     * @param control distribution of control's hazards after control's data
     * @param experimental data of the experimental arm, in the same intervals
     * @param logHazardRatio prior of {@code log(phi)}, independent of control's hazards
     * @return distribution of {@code phi}
     * @throws IllegalArgumentException if the intervals differ
     */
    public static ProportionalHazardRatio of(
            PiecewiseExponentialPosterior control, IntervalEvents experimental, NormalNormal logHazardRatio) {
        return new ProportionalHazardRatio(control, experimental, logHazardRatio.mean(), 1 / logHazardRatio.variance());
    }

    /**
     * The posterior under the flat prior of the log hazard ratio.
     *
     * @param control distribution of control's hazards after control's data
     * @param experimental data of the experimental arm, in the same intervals, with an event
     * @return distribution of {@code phi}
     * @throws IllegalArgumentException if the intervals differ, or the posterior is improper: the experimental arm has no
     *     event, or events with hardly any time at risk
     */
    public static ProportionalHazardRatio flat(PiecewiseExponentialPosterior control, IntervalEvents experimental) {
        return new ProportionalHazardRatio(control, experimental, 0, 0);
    }

    /** {@inheritDoc} Infinite where a flat prior leaves too heavy a tail. */
    @Override
    public double mean() {
        return moment(1);
    }

    /** {@inheritDoc} Infinite where a flat prior leaves too heavy a tail. */
    @Override
    public double variance() {
        double second = moment(2);
        if (second == Double.POSITIVE_INFINITY) {
            return second;
        }
        double mean = moment(1);
        double scale = StrictMath.exp(peak);
        double from = Math.min(low, reach(2, peak(2), -1));
        double to = Math.max(high, reach(2, peak(2), 1));
        // About the mean, so that a narrow posterior keeps its digits.
        DoubleUnaryOperator square = beta -> {
            double deviation = (StrictMath.exp(beta) - mean) / scale;
            return deviation * deviation * StrictMath.exp(log(0, beta) - log(0, peak));
        };
        return pieces(square, from, to) / total * scale * scale;
    }

    @Override
    public double logDensity(double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            return Double.NEGATIVE_INFINITY;
        }
        double beta = StrictMath.log(x);
        return log(0, beta) - log(0, peak) - StrictMath.log(total) - beta;
    }

    @Override
    public double probabilityBelow(double x) {
        if (x <= 0) {
            return 0;
        }
        double beta = StrictMath.log(x);
        return beta > peak ? 1 - probabilityAbove(x) : integral(0, low, Math.max(low, beta), peak) / total;
    }

    @Override
    public double probabilityAbove(double x) {
        if (x <= 0) {
            return 1;
        }
        double beta = StrictMath.log(x);
        return beta < peak ? 1 - probabilityBelow(x) : integral(0, Math.min(high, beta), high, peak) / total;
    }

    @Override
    public double quantile(double p) {
        Admissible.openProbability("p", p);
        DoubleUnaryOperator excess = p < 0.5
                ? beta -> probabilityBelow(StrictMath.exp(beta)) - p
                : beta -> 1 - p - probabilityAbove(StrictMath.exp(beta));
        return StrictMath.exp(new BrentSolver(1e-14, 1e-13, 1e-15).findRoot(excess, low, high));
    }

    /** {@code E(phi^order)}. */
    private double moment(int order) {
        if (priorPrecision == 0 && slopeAtInfinity() + order >= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double top = peak(order);
        double value = integral(order, reach(order, top, -1), reach(order, top, 1), top);
        return value / total * StrictMath.exp(log(order, top) - log(0, peak));
    }

    private double integral(int order, double from, double to, double top) {
        double largest = log(order, top);
        return pieces(beta -> StrictMath.exp(log(order, beta) - largest), from, to);
    }

    private static double pieces(DoubleUnaryOperator integrand, double from, double to) {
        return from < to ? AdaptiveQuadrature.integral(integrand, from, to, TOLERANCE * (to - from)) : 0;
    }

    private double log(int order, double beta) {
        double centred = beta - priorMean;
        double sum = (events + order) * beta - 0.5 * priorPrecision * centred * centred;
        for (int k = 0; k < power.length; k++) {
            sum -= power[k] * StrictMath.log1p(ratio[k] * StrictMath.exp(beta));
        }
        return sum;
    }

    private double slope(int order, double beta) {
        double sum = events + order - priorPrecision * (beta - priorMean);
        for (int k = 0; k < power.length; k++) {
            double odds = ratio[k] * StrictMath.exp(beta);
            sum -= power[k] / (1 + 1 / odds);
        }
        return sum;
    }

    private double slopeAtInfinity() {
        double sum = events;
        for (int k = 0; k < power.length; k++) {
            sum -= ratio[k] > 0 ? power[k] : 0;
        }
        return sum;
    }

    private void requireProper() {
        if (priorPrecision == 0 && !(events > 0 && slopeAtInfinity() < 0)) {
            throw new IllegalArgumentException(String.format(
                    "The number of events (%s) of the experimental arm must be positive, with time at risk, under a flat"
                            + " prior.",
                    events));
        }
    }

    private double peak(int order) {
        double left = -LARGEST_LOG;
        double right = LARGEST_LOG;
        while (right - left > 1e-9) {
            double middle = 0.5 * (left + right);
            if (slope(order, middle) > 0) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return 0.5 * (left + right);
    }

    /** Where the integrand has become negligible on one side of its peak. */
    private double reach(int order, double top, int side) {
        double largest = log(order, top);
        double near = 0;
        double far = 1e-4;
        while (log(order, top + side * far) > largest - NEGLIGIBLE_LOG && far < LARGEST_LOG) {
            near = far;
            far *= 2;
        }
        while (far - near > 0.01 * far) {
            double middle = 0.5 * (near + far);
            if (log(order, top + side * middle) > largest - NEGLIGIBLE_LOG) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return top + side * far;
    }
}
