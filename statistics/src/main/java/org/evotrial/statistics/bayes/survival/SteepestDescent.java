package org.evotrial.statistics.bayes.survival;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.evotrial.statistics.bayes.GammaPoisson;

/**
 * Tails and density of a sum of gamma variables by integration of {@code exp(K(s) - s x)}, divided by {@code s} for a tail,
 * with the cumulant function {@code K(s) = -sum a_k log(1 - c_k s)}.
 *
 * <p>The path is a parabola through the saddlepoint on the real axis, curved as the path of steepest descent is there
 * ({@code K''' / (6 K'')}), so that it opens around the branch cut and the integrand falls like a normal density even where
 * the shapes are small. Nothing cancels: tails keep their relative accuracy. Daniels 1954, doi:10.1214/aoms/1177728652.
 * The trapezoidal rule in {@code v}, {@code u = w sinh(v)}, converges geometrically.
 */
final class SteepestDescent {
    private static final double FIRST_STEP = 0.25;
    private static final double SMALLEST_STEP = 1e-4;
    private static final double NEGLIGIBLE = 1e-18;
    private static final double LARGEST_LOG = 700;
    private static final double LEADING_TERM = 1e-14;

    private final double[] shape;
    private final double[] scale;
    private final double unit;

    private SteepestDescent(double[] shape, double[] scale, double unit) {
        this.shape = shape;
        this.scale = scale;
        this.unit = unit;
    }

    static SteepestDescent of(List<GammaPoisson> terms) {
        double[] shape = new double[terms.size()];
        double[] scale = new double[terms.size()];
        double slowest = Double.POSITIVE_INFINITY;
        for (GammaPoisson term : terms) {
            slowest = Math.min(slowest, term.rate());
        }
        for (int k = 0; k < shape.length; k++) {
            shape[k] = terms.get(k).shape();
            scale[k] = slowest / terms.get(k).rate();
        }
        return new SteepestDescent(shape, scale, 1 / slowest);
    }

    /** {@code P(H <= x)}; loses relative accuracy only far above the mean. */
    double lowerTail(double x) {
        double scaled = x / unit;
        if (leadingTermSuffices(scaled)) {
            return clamp(StrictMath.exp(logLeadingTerm(scaled)));
        }
        double saddle =
                -StrictMath.exp(root(log -> derivative(1, -StrictMath.exp(log)) - scaled + StrictMath.exp(-log), -1));
        return clamp(-integral(scaled, saddle, true));
    }

    /** {@code P(H > x)}; loses relative accuracy only far below the mean. */
    double upperTail(double x) {
        double scaled = x / unit;
        double logit = root(v -> derivative(1, logistic(v)) - scaled - 1 / logistic(v), 1);
        return clamp(integral(scaled, logistic(logit), true));
    }

    double logDensity(double x) {
        double scaled = x / unit;
        if (leadingTermSuffices(scaled)) {
            return logLeadingTerm(scaled) + StrictMath.log(sum(shape) / x);
        }
        double saddle = 1 - StrictMath.exp(root(log -> derivative(1, 1 - StrictMath.exp(log)) - scaled, -1));
        double top = cumulant(saddle) - saddle * scaled;
        return StrictMath.log(scaledIntegral(scaled, saddle, false)) + top - StrictMath.log(unit);
    }

    private boolean leadingTermSuffices(double x) {
        double smallest = 1;
        for (double each : scale) {
            smallest = Math.min(smallest, each);
        }
        return x * (1 + sum(shape)) < LEADING_TERM * smallest;
    }

    /** Logarithm of {@code prod (x / c_k)^a_k / Gamma(1 + sum a_k)}, the lower tail near 0. */
    private double logLeadingTerm(double x) {
        double log = -LogGamma.value(1 + sum(shape));
        for (int k = 0; k < shape.length; k++) {
            log += shape[k] * (StrictMath.log(x) - StrictMath.log(scale[k]));
        }
        return log;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private double integral(double x, double saddle, boolean pole) {
        return StrictMath.exp(cumulant(saddle) - saddle * x) * scaledIntegral(x, saddle, pole);
    }

    /** The integral over {@code exp(K(saddle) - saddle x)}. */
    private double scaledIntegral(double x, double saddle, boolean pole) {
        double second = derivative(2, saddle);
        double width = 1 / Math.sqrt(second + (pole ? 1 / (saddle * saddle) : 0));
        double curvature = curvature(saddle, second);
        Path path = new Path(x, saddle, curvature, width, pole);
        double previous = Double.NaN;
        for (double step = FIRST_STEP; step > SMALLEST_STEP; step *= 0.5) {
            double value = path.sum(step);
            // The error is squared by each halving: 1e-8 here is rounding error in what is returned.
            if (Math.abs(value - previous) <= 1e-8 * Math.abs(value)) {
                return value;
            }
            previous = value;
        }
        throw new ArithmeticException(String.format("No convergence at %s times the largest scale.", x));
    }

    /** A term of large shape admits no stronger curvature than its own; a weaker one only slows the fall. */
    private double curvature(double saddle, double second) {
        double largest = 0;
        for (int k = 0; k < shape.length; k++) {
            double ratio = scale[k] / (1 - scale[k] * saddle);
            largest = shape[k] >= 1 ? Math.max(largest, shape[k] * ratio * ratio) : largest;
        }
        double curvature = derivative(3, saddle) / (6 * second);
        for (int k = 0; k < shape.length; k++) {
            double ratio = scale[k] / (1 - scale[k] * saddle);
            if (shape[k] >= 1 && shape[k] * ratio * ratio > 1e-3 * largest) {
                curvature = Math.min(curvature, ratio / 3);
            }
        }
        return curvature;
    }

    private double cumulant(double s) {
        double sum = 0;
        for (int k = 0; k < shape.length; k++) {
            sum -= shape[k] * StrictMath.log1p(-scale[k] * s);
        }
        return sum;
    }

    private double derivative(int order, double s) {
        double sum = 0;
        for (int k = 0; k < shape.length; k++) {
            double ratio = scale[k] / (1 - scale[k] * s);
            sum += shape[k] * (order == 1 ? ratio : order == 2 ? ratio * ratio : 2 * ratio * ratio * ratio);
        }
        return sum;
    }

    /** The root of a monotone function, by bisection; {@code sign} is that of its slope. */
    private static double root(DoubleUnaryOperator function, int sign) {
        double low = -LARGEST_LOG;
        double high = LARGEST_LOG;
        while (high - low > 1e-6) {
            double middle = 0.5 * (low + high);
            if (sign * function.applyAsDouble(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 0.5 * (low + high);
    }

    private static double logistic(double v) {
        return 1 / (1 + StrictMath.exp(-v));
    }

    private static double clamp(double probability) {
        if (!(probability > -1e-9 && probability < 1 + 1e-9)) {
            throw new ArithmeticException(String.format("The inversion failed with %s.", probability));
        }
        return Math.max(0, Math.min(1, probability));
    }

    /** {@code s(u) = saddle + i u + curvature u^2}. */
    private final class Path {
        private final double x;
        private final double saddle;
        private final double curvature;
        private final double width;
        private final boolean pole;
        private double magnitude;

        Path(double x, double saddle, double curvature, double width, boolean pole) {
            this.x = x;
            this.saddle = saddle;
            this.curvature = curvature;
            this.width = width;
            this.pole = pole;
        }

        /** {@code 1 / (2 pi i)} times the integral along the path by symmetry: half of it, the imaginary part over pi. */
        double sum(double step) {
            double sum = 0.5 * value(0);
            double largest = magnitude;
            for (int i = 1; magnitude > NEGLIGIBLE * largest; i++) {
                sum += value(i * step);
                largest = Math.max(largest, magnitude);
            }
            return sum * step / Math.PI;
        }

        private double value(double v) {
            double e = StrictMath.exp(v);
            double u = 0.5 * width * (e - 1 / e);
            double real = saddle + curvature * u * u;
            double log = -curvature * u * u * x;
            double phase = -u * x;
            for (int k = 0; k < shape.length; k++) {
                double before = 1 - scale[k] * saddle;
                double a = (1 - scale[k] * real) / before;
                double b = -scale[k] * u / before;
                log -= 0.5 * shape[k] * StrictMath.log(a * a + b * b);
                phase -= shape[k] * StrictMath.atan2(b, a);
            }
            double size = StrictMath.exp(log) * 0.5 * width * (e + 1 / e);
            double re = 2 * curvature * u;
            double im = 1;
            if (pole) {
                double square = real * real + u * u;
                re = (2 * curvature * u * real + u) / square;
                im = (real - 2 * curvature * u * u) / square;
            }
            magnitude = size * Math.hypot(re, im);
            return size * (StrictMath.cos(phase) * im + StrictMath.sin(phase) * re);
        }
    }
}
