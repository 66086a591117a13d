package org.evotrial.statistics.survival;

import org.evotrial.statistics.ConfidenceInterval;

/**
 * Cox regression of two groups: the maximum of the partial likelihood in the log hazard ratio {@code beta} of
 * experimental to control, by default with ties by Efron. Negative {@code beta} favours the experimental group.
 *
 * <p>The standard error is {@code 1 / sqrt(I)} at the maximum, strata are rows of the same sum, and the score falls
 * strictly, so that Newton's method, kept in a bracket, finds its root. Score {@code U} and information {@code I} are, for
 * {@code n0, n1} at risk and {@code d0, d1} of {@code d} events,
 *
 * <pre>
 *   U(beta) = sum ( d1 - sum_{j=0}^{d-1} p_j ),   p_j = m1 e^beta / (m0 + m1 e^beta),
 *   m0 = n0 - d0 j/d,   m1 = n1 - d1 j/d,         I(beta) = sum p_j (1 - p_j)
 * </pre>
 *
 * <p>with {@code j/d} replaced by 0 for {@link Ties#BRESLOW}. Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; Efron 1977,
 * doi:10.1080/01621459.1977.10480613. Several covariates and robust errors are in {@link CoxRegression}.
 *
 * @param status whether the maximum exists
 * @param logHazardRatio {@code beta}; negative or positive infinity where the likelihood is monotone, NaN without
 *     information
 * @param standardError {@code 1 / sqrt(I(beta))}; positive infinity unless {@link Status#ESTIMATED}
 */
public record CoxTwoArm(Status status, double logHazardRatio, double standardError) {
    private static final int MOST_ITERATIONS = 100;
    private static final double LARGEST_STEP = 4.0;
    private static final double TOLERANCE = 1e-12;

    /** Whether the partial likelihood has a finite maximum. */
    public enum Status {
        /** A finite maximum was found. */
        ESTIMATED,
        /** The likelihood rises without end: whenever both groups were at risk, one and the same group had the events. */
        MONOTONE_LIKELIHOOD,
        /** No event happened while both groups were at risk. */
        NO_INFORMATION
    }

    /**
     * Fits one stratum.
     *
     * @param time follow-up times, finite and not negative; not modified
     * @param event whether the follow-up ended with an event
     * @param group 0 control, 1 experimental
     * @return the fit
     * @throws IllegalArgumentException if an argument is not admissible or the lengths differ
     */
    public static CoxTwoArm of(double[] time, boolean[] event, int[] group) {
        return of(new TwoArmRiskTable(time.length).fill(time, event, group, time.length));
    }

    /**
     * Fits the risk sets of a table, of one or several strata, ties by Efron.
     *
     * @param risks risk sets
     * @return the fit
     */
    public static CoxTwoArm of(TwoArmRiskTable risks) {
        return of(risks, Ties.EFRON);
    }

    /**
     * Fits the risk sets of a table, of one or several strata.
     *
     * @param risks risk sets
     * @param ties how ties are treated
     * @return the fit
     */
    public static CoxTwoArm of(TwoArmRiskTable risks, Ties ties) {
        boolean keptFromBelow = false;
        boolean keptFromAbove = false;
        for (int row = 0; row < risks.rows(); row++) {
            int d = risks.events(row);
            int n1 = risks.atRiskExperimental(row);
            int n0 = risks.atRisk(row) - n1;
            if (n1 > 0 && n0 > 0) {
                // The discrete likelihood is bounded where as many experimental subjects died as could.
                int least = ties == Ties.DISCRETE ? Math.max(0, d - n0) : 0;
                int most = ties == Ties.DISCRETE ? Math.min(d, n1) : d;
                keptFromBelow |= risks.eventsExperimental(row) > least;
                keptFromAbove |= risks.eventsExperimental(row) < most;
            }
        }
        if (keptFromAbove && keptFromBelow) {
            return maximise(risks, ties);
        }
        if (!keptFromAbove && !keptFromBelow) {
            return new CoxTwoArm(Status.NO_INFORMATION, Double.NaN, Double.POSITIVE_INFINITY);
        }
        double limit = keptFromBelow ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return new CoxTwoArm(Status.MONOTONE_LIKELIHOOD, limit, Double.POSITIVE_INFINITY);
    }

    /**
     * The hazard ratio experimental to control.
     *
     * @return {@code exp(beta)}, in [0, infinity]; NaN without information
     */
    public double hazardRatio() {
        return StrictMath.exp(logHazardRatio);
    }

    /**
     * Wald interval of the hazard ratio.
     *
     * @param level confidence level in (0, 1)
     * @return {@code exp(beta -+ z SE)}; [0, infinity] where there is no finite estimate
     * @throws IllegalArgumentException if the level is outside (0, 1)
     */
    public ConfidenceInterval interval(double level) {
        double z = ConfidenceInterval.normalQuantile(level);
        if (status != Status.ESTIMATED) {
            return new ConfidenceInterval(0, Double.POSITIVE_INFINITY, level);
        }
        double reach = z * standardError;
        return new ConfidenceInterval(
                StrictMath.exp(logHazardRatio - reach), StrictMath.exp(logHazardRatio + reach), level);
    }

    private static CoxTwoArm maximise(TwoArmRiskTable risks, Ties ties) {
        TwoArmPartialLikelihood likelihood = new TwoArmPartialLikelihood();
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double beta = 0;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            likelihood.evaluate(risks, ties, beta);
            double score = likelihood.score();
            double information = likelihood.information();
            if (score > 0) {
                low = beta;
            } else {
                high = beta;
            }
            double step = Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, score / information));
            if (Math.abs(step) <= TOLERANCE * (1 + Math.abs(beta))) {
                return new CoxTwoArm(Status.ESTIMATED, beta + step, 1 / Math.sqrt(information));
            }
            boolean inside = beta + step > low && beta + step < high;
            beta = inside ? beta + step : 0.5 * (low + high);
        }
        throw new ArithmeticException(
                String.format("The partial likelihood was not maximised in %d iterations.", MOST_ITERATIONS));
    }
}
