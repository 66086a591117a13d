package org.evotrial.patient.environment;

/**
 * Taylor series in time of two competing types, S' = S (a - g (S + p R)) and R' = R (b - h (q S + R)). As the right sides are
 * products of the unknowns, the coefficients follow from those before, without exponentials; and the polynomials give the cells at
 * any time of the step: (k + 1) s_(k+1) = (a - g (2 s_0 + p r_0)) s_k - g p s_0 r_k - g sum_(0 &lt; j &lt; k) s_j (s_(k-j) + p r_(k-j)),
 * and likewise for R.
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
    private final double[] reciprocal = new double[ORDER + 1];
    private double scaledG;
    private double scaledH;
    private double onSensitive;
    private double onResistant;
    private double sensitiveBySensitive;
    private double sensitiveByResistant;
    private double resistantByResistant;
    private double resistantBySensitive;
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
        scaledG = DAYS * g;
        scaledH = DAYS * h;
        onSensitive = p;
        onResistant = q;
        double growthOfS = DAYS * a - scaledG * (s[0] + p * r[0]);
        double growthOfR = DAYS * b - scaledH * (q * s[0] + r[0]);
        s[1] = s[0] * growthOfS;
        r[1] = r[0] * growthOfR;
        sensitiveBySensitive = growthOfS - scaledG * s[0];
        sensitiveByResistant = -scaledG * p * s[0];
        resistantByResistant = growthOfR - scaledH * r[0];
        resistantBySensitive = -scaledH * q * r[0];
        for (int k = 1; k < ORDER; k++) {
            next(k);
        }
    }

    /** Forms the coefficients k + 1. The products of lower ones come first, as a processor has them before it has the last ones. */
    private void next(int k) {
        double squareS = 0;
        double squareR = 0;
        double product = 0;
        for (int j = 1, i = k - 1; j < i; j++, i--) {
            squareS += s[j] * s[i];
            squareR += r[j] * r[i];
            product += s[j] * r[i] + s[i] * r[j];
        }
        squareS += squareS;
        squareR += squareR;
        if ((k & 1) == 0) {
            int middle = k >> 1;
            squareS += s[middle] * s[middle];
            squareR += r[middle] * r[middle];
            product += s[middle] * r[middle];
        }
        double forS = sensitiveBySensitive * s[k] - scaledG * (squareS + onSensitive * product);
        double forR = resistantByResistant * r[k] - scaledH * (squareR + onResistant * product);
        s[k + 1] = reciprocal[k + 1] * (forS + sensitiveByResistant * r[k]);
        r[k + 1] = reciprocal[k + 1] * (forR + resistantBySensitive * s[k]);
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
