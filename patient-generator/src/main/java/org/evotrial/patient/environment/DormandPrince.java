package org.evotrial.patient.environment;

/**
 * Weights of the Runge-Kutta method of Dormand and Prince 1980, doi:10.1016/0771-050X(80)90013-3, written out, since a loop over
 * them takes twice the time.
 */
final class DormandPrince {
    private DormandPrince() {}

    /** The slope that leads to a stage, 1 to 6, from the values of the stages before it, which start at an index. */
    static double slope(double[] k, int at, int stage) {
        return switch (stage) {
            case 1 -> 1.0 / 5 * k[at];
            case 2 -> 3.0 / 40 * k[at] + 9.0 / 40 * k[at + 1];
            case 3 -> 44.0 / 45 * k[at] - 56.0 / 15 * k[at + 1] + 32.0 / 9 * k[at + 2];
            case 4 ->
                19372.0 / 6561 * k[at]
                        - 25360.0 / 2187 * k[at + 1]
                        + 64448.0 / 6561 * k[at + 2]
                        - 212.0 / 729 * k[at + 3];
            case 5 ->
                9017.0 / 3168 * k[at]
                        - 355.0 / 33 * k[at + 1]
                        + 46732.0 / 5247 * k[at + 2]
                        + 49.0 / 176 * k[at + 3]
                        - 5103.0 / 18656 * k[at + 4];
            default -> last(k[at], k[at + 2], k[at + 3], k[at + 4], k[at + 5]);
        };
    }

    /** The average over the step of the positive parts of values. */
    static double positive(double[] k, int at) {
        return last(
                Math.max(0, k[at]),
                Math.max(0, k[at + 2]),
                Math.max(0, k[at + 3]),
                Math.max(0, k[at + 4]),
                Math.max(0, k[at + 5]));
    }

    private static double last(double k1, double k3, double k4, double k5, double k6) {
        return 35.0 / 384 * k1 + 500.0 / 1113 * k3 + 125.0 / 192 * k4 - 2187.0 / 6784 * k5 + 11.0 / 84 * k6;
    }

    /** The difference between the orders 5 and 4. */
    static double error(double[] k, int at) {
        return 71.0 / 57600 * k[at]
                - 71.0 / 16695 * k[at + 2]
                + 71.0 / 1920 * k[at + 3]
                - 17253.0 / 339200 * k[at + 4]
                + 22.0 / 525 * k[at + 5]
                - 1.0 / 40 * k[at + 6];
    }
}
