package org.evotrial.patient.theory;

import org.evotrial.spi.StrictFunctions;

/**
 * The double exponential (tanh-sinh) quadrature on (0, 1): x = 1/(1 + e^(-pi sinh t)), trapezoidal in t, the step halved until
 * two sums agree. Algebraic and logarithmic singularities at the ends cost nothing.
 *
 * @see <a href="https://doi.org/10.2977/prims/1195192451">Takahasi, Mori (1974), Double exponential formulas for numerical
 *     integration</a>
 */
final class DoubleExponential {
    private static final double LARGEST = 6;
    private static final int MOST_HALVINGS = 12;
    private static final double RELATIVE_ERROR = 1e-14;

    private DoubleExponential() {}

    /** A function on (0, 1) that is also told the distance to 1, where 1 - x would lose it. */
    @FunctionalInterface
    interface Integrand {
        double at(double x, double oneMinusX);
    }

    /**
     * Returns the integral over (0, 1).
     *
     * @throws ArithmeticException if two successive sums never agree to 1e-10
     */
    static double integrate(Integrand f) {
        double step = 1;
        double sum = term(f, 0);
        for (int i = 1; i <= LARGEST; i++) {
            sum += term(f, i) + term(f, -i);
        }
        double before = sum;
        double change = Double.POSITIVE_INFINITY;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            step /= 2;
            for (double t = step; t <= LARGEST; t += 2 * step) {
                sum += term(f, t) + term(f, -t);
            }
            double integral = sum * step;
            change = Math.abs(integral - before);
            if (halving > 1 && change <= RELATIVE_ERROR * Math.abs(integral)) {
                return integral;
            }
            before = integral;
        }
        if (change <= 1e-10 * Math.abs(before)) {
            return before;
        }
        throw new ArithmeticException("The quadrature did not converge: " + before + " after a change of " + change);
    }

    private static double term(Integrand f, double t) {
        double e = StrictFunctions.exp(t);
        double sinh = (e - 1 / e) / 2;
        double cosh = (e + 1 / e) / 2;
        double odds = StrictFunctions.exp(-Math.PI * sinh);
        double x = 1 / (1 + odds);
        double oneMinusX = 1 / (1 + 1 / odds);
        double weight = Math.PI * cosh * x * oneMinusX;
        return weight < Double.MIN_NORMAL || x == 0 || oneMinusX == 0 ? 0 : weight * f.at(x, oneMinusX);
    }
}
