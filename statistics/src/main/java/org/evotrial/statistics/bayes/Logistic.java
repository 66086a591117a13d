package org.evotrial.statistics.bayes;

/**
 * The logarithm of the logistic function from a table, and an exponential of ten digits: what makes
 * {@link BestArmProbabilities} fast.
 */
final class Logistic {
    private static final int PER_UNIT = 256;
    private static final int REACH = 40;
    private static final double[] LOG_SHARES = logShares();
    private static final double LOG2_E = 1 / StrictMath.log(2);
    private static final double LN_2 = StrictMath.log(2);
    private static final double SMALLEST = -700;

    private Logistic() {}

    private static double[] logShares() {
        double[] values = new double[2 * REACH * PER_UNIT + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = direct((double) i / PER_UNIT - REACH);
        }
        return values;
    }

    /** The nearest point of the table below, so that a lookup there is exact. */
    static double nearest(double u) {
        return Math.floor(u * PER_UNIT) / PER_UNIT;
    }

    /** A step from table point to table point; a step that is too small for that is left as it is. */
    static double roundedDown(double step) {
        double rounded = nearest(step);
        return rounded > 0 ? rounded : step;
    }

    /** {@code log(1 / (1 + e^-u))}. */
    static double logShare(double u) {
        double position = (u + REACH) * PER_UNIT;
        int index = (int) position;
        if (index == position && index >= 0 && index < LOG_SHARES.length) {
            return LOG_SHARES[index];
        }
        return direct(u);
    }

    private static double direct(double u) {
        return u < 0 ? u - StrictMath.log1p(StrictMath.exp(u)) : -StrictMath.log1p(StrictMath.exp(-u));
    }

    /** {@code e^x} for {@code x} up to 700 with relative error 3e-10; 0 below -700. The same on every processor. */
    static double exp(double x) {
        if (x < SMALLEST) {
            return 0;
        }
        double k = Math.rint(x * LOG2_E);
        double r = x - k * LN_2;
        double r2 = r * r;
        double r4 = r2 * r2;
        // Estrin's scheme: short dependency chains
        double series = 1
                + r
                + r2 * (1.0 / 2 + r * (1.0 / 6))
                + r4 * (1.0 / 24 + r * (1.0 / 120) + r2 * (1.0 / 720 + r * (1.0 / 5040) + r2 * (1.0 / 40320)));
        return series * Double.longBitsToDouble(((long) k + 1023) << 52);
    }
}
