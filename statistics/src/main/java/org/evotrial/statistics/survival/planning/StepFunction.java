package org.evotrial.statistics.survival.planning;

import java.io.Serializable;
import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/** A function that is constant between ascending starts, the first of them 0; what hazards and accrual share. */
final class StepFunction implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] starts;
    private final double[] values;
    private final double[] integrals;

    private StepFunction(double[] starts, double[] values) {
        this.starts = starts;
        this.values = values;
        integrals = new double[starts.length];
        for (int i = 1; i < starts.length; i++) {
            integrals[i] = integrals[i - 1] + values[i - 1] * (starts[i] - starts[i - 1]);
        }
    }

    /** Values, zero or positive, from starts that ascend strictly from 0. */
    static StepFunction of(String name, double[] starts, double[] values) {
        if (starts.length == 0 || starts.length != values.length || starts[0] != 0) {
            throw new IllegalArgumentException(String.format(
                    "The starts (%s) of the %s (%s) must be as many, at least one, and begin with 0.",
                    Arrays.toString(starts), name, Arrays.toString(values)));
        }
        for (int i = 0; i < starts.length; i++) {
            Admissible.finite("start", starts[i]);
            Admissible.nonNegative(name, values[i]);
            if (i > 0 && starts[i] <= starts[i - 1]) {
                throw new IllegalArgumentException(
                        String.format("The starts (%s) must ascend strictly.", Arrays.toString(starts)));
            }
        }
        return new StepFunction(starts.clone(), values.clone());
    }

    int pieces() {
        return starts.length;
    }

    double start(int piece) {
        return starts[piece];
    }

    double at(double t) {
        return values[piece(t)];
    }

    /** {@code int_0^t}; 0 before 0. */
    double integral(double t) {
        if (!(t > 0)) {
            return 0;
        }
        int piece = piece(t);
        return values[piece] == 0 ? integrals[piece] : integrals[piece] + values[piece] * (t - starts[piece]);
    }

    /** The time at which the integral reaches a positive amount; positive infinity if it never does. */
    double inverseIntegral(double amount) {
        int piece = starts.length - 1;
        while (piece > 0 && integrals[piece] >= amount) {
            piece--;
        }
        double rest = amount - integrals[piece];
        return values[piece] > 0 ? starts[piece] + rest / values[piece] : Double.POSITIVE_INFINITY;
    }

    StepFunction times(double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new StepFunction(starts, scaled);
    }

    private int piece(double t) {
        int found = Arrays.binarySearch(starts, t);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }
}
