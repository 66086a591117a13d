package org.evotrial.patient.environment;

/**
 * Taylor series in time of two competing types, S' = S (a - g (S + p R)) and R' = R (b - h (q S + R)). As the right sides are
 * products of the unknowns, the coefficients follow from each other (k + 1) s_(k+1) = sum_j s_j f_(k-j), without exponentials; and
 * the polynomials give the cells at any time of the step.
 *
 * <p>Instances are mutable and meant to be reused; nothing is allocated.
 */
final class CompetitionSeries {
    /** Time in which the coefficients are scaled. */
    static final double DAYS = 80;

    private static final int ORDER = 12;
    private static final double TOLERANCE = 1e-7;
    private static final double LESS_TIME = 0.75;
    private static final double LESS_ERROR = 0.0422;
    private static final int MOST_REDUCTIONS = 100;

    private final double[] s = new double[ORDER + 1];
    private final double[] r = new double[ORDER + 1];
    private final double[] f = new double[ORDER];
    private final double[] e = new double[ORDER];
    private final double[] reciprocal = new double[ORDER + 1];
    private double sensitive;
    private double resistant;

    CompetitionSeries() {
        for (int k = 1; k <= ORDER; k++) {
            reciprocal[k] = 1.0 / k;
        }
    }

    /**
     * Expands around the present cells.
     *
     * @param a growth of S in an empty tissue, per day; b that of R
     * @param g loss of growth of S per cell; h that of R
     * @param p what a cell of R takes from S relative to one of S; q what one of S takes from R
     */
    void expand(
            double fromSensitive, double fromResistant, double a, double g, double p, double b, double h, double q) {
        s[0] = fromSensitive;
        r[0] = fromResistant;
        f[0] = DAYS * (a - g * (s[0] + p * r[0]));
        e[0] = DAYS * (b - h * (q * s[0] + r[0]));
        double scaledG = -DAYS * g;
        double scaledH = -DAYS * h;
        s[1] = s[0] * f[0];
        r[1] = r[0] * e[0];
        for (int k = 1; k < ORDER; k++) {
            f[k] = scaledG * (s[k] + p * r[k]);
            e[k] = scaledH * (q * s[k] + r[k]);
            next(k);
        }
    }

    /** Forms the coefficients k + 1 from products in two sums each, which a processor adds up at once. */
    private void next(int k) {
        double evenS = s[0] * f[k];
        double evenR = r[0] * e[k];
        double oddS = 0;
        double oddR = 0;
        for (int j = 1; j < k; j += 2) {
            oddS += s[j] * f[k - j];
            oddR += r[j] * e[k - j];
            evenS += s[j + 1] * f[k - j - 1];
            evenR += r[j + 1] * e[k - j - 1];
        }
        if ((k & 1) != 0) {
            oddS += s[k] * f[0];
            oddR += r[k] * e[0];
        }
        s[k + 1] = reciprocal[k + 1] * (evenS + oddS);
        r[k + 1] = reciprocal[k + 1] * (evenR + oddR);
    }

    /** The longest of {@link #DAYS}, 3/4 of it, 9/16 and so on, over which the last terms are below 1e-7 of each type's cells. */
    double longestDays() {
        double error = Math.max(
                Math.max(Math.abs(s[ORDER]), Math.abs(s[ORDER - 1])) / Math.max(s[0], Double.MIN_NORMAL),
                Math.max(Math.abs(r[ORDER]), Math.abs(r[ORDER - 1])) / Math.max(r[0], Double.MIN_NORMAL));
        double days = DAYS;
        for (int i = 0; i < MOST_REDUCTIONS && !(error <= TOLERANCE); i++) {
            error *= LESS_ERROR;
            days *= LESS_TIME;
        }
        return days;
    }

    /** Sets the cells after a time within the step. */
    void evaluate(double days) {
        double t = days / DAYS;
        double t2 = t * t;
        double evenS = s[ORDER];
        double oddS = s[ORDER - 1];
        double evenR = r[ORDER];
        double oddR = r[ORDER - 1];
        for (int k = ORDER - 2; k > 0; k -= 2) {
            evenS = evenS * t2 + s[k];
            oddS = oddS * t2 + s[k - 1];
            evenR = evenR * t2 + r[k];
            oddR = oddR * t2 + r[k - 1];
        }
        sensitive = evenS * t2 + s[0] + oddS * t;
        resistant = evenR * t2 + r[0] + oddR * t;
    }

    /** Cells of S at the time last evaluated. */
    double sensitive() {
        return sensitive;
    }

    /** Cells of R at the time last evaluated. */
    double resistant() {
        return resistant;
    }

    /** Cells per day by which both types together grow now. */
    double slope() {
        return (s[1] + r[1]) / DAYS;
    }
}
