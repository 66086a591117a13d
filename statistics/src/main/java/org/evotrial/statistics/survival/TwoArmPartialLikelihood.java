package org.evotrial.statistics.survival;

/**
 * The partial likelihood of two groups as a function of {@code beta}, the log hazard ratio of experimental to control,
 * over the rows of a risk table. A reusable workspace, not thread-safe; it allocates nothing.
 *
 * <p>With {@code n0, n1} at risk and {@code d0, d1} events, {@code d = d0 + d1}, at an event time, by {@link Ties}
 *
 * <pre>
 *   EFRON     U = sum ( d1 - sum_{j=0}^{d-1} p_j ),   p_j = m1 e^beta / (m0 + m1 e^beta),
 *             m0 = n0 - d0 j/d,   m1 = n1 - d1 j/d,   I = sum p_j (1 - p_j)
 *   BRESLOW   the same with m0 = n0 and m1 = n1
 *   DISCRETE  U = sum ( d1 - E[K] ),   I = sum Var[K],
 *             P(K = k) proportional to C(n1, k) C(n0, d - k) e^(beta k)
 * </pre>
 */
final class TwoArmPartialLikelihood {
    private double score;
    private double information;

    /** {@code U(beta)} of the last evaluation. */
    double score() {
        return score;
    }

    /** {@code I(beta)} of the last evaluation. */
    double information() {
        return information;
    }

    /** Computes score and information at {@code beta}. */
    void evaluate(TwoArmRiskTable risks, Ties ties, double beta) {
        double ratio = StrictMath.exp(beta);
        score = 0;
        information = 0;
        if (ties == Ties.DISCRETE) {
            discrete(risks, ratio);
        } else {
            continuous(risks, ties == Ties.EFRON ? 1 : 0, ratio);
        }
    }

    private void continuous(TwoArmRiskTable risks, int efron, double ratio) {
        double u = 0;
        double i = 0;
        int rows = risks.rows();
        for (int row = 0; row < rows; row++) {
            int d = risks.events(row);
            int d1 = risks.eventsExperimental(row);
            double n1 = risks.atRiskExperimental(row);
            double n0 = risks.atRisk(row) - n1;
            double weight = n1 * ratio;
            double p = weight / (n0 + weight);
            u += d1;
            u -= p;
            i += p * (1 - p);
            for (int j = 1; j < d; j++) {
                double gone = (double) (efron * j) / d;
                weight = (n1 - d1 * gone) * ratio;
                p = weight / (n0 - (d - d1) * gone + weight);
                u -= p;
                i += p * (1 - p);
            }
        }
        score = u;
        information = i;
    }

    private void discrete(TwoArmRiskTable risks, double ratio) {
        for (int row = 0; row < risks.rows(); row++) {
            int d = risks.events(row);
            int n1 = risks.atRiskExperimental(row);
            int n0 = risks.atRisk(row) - n1;
            int most = Math.min(d, n1);
            // Weights relative to that of the smallest k; rescaled before they overflow.
            double weight = 1;
            double sum = 0;
            double first = 0;
            double second = 0;
            for (int k = Math.max(0, d - n0); k <= most; k++) {
                sum += weight;
                first += weight * k;
                second += weight * k * k;
                weight *= ratio * ((n1 - k) / (k + 1.0)) * ((d - k) / (n0 - d + k + 1.0));
                if (sum > 1e200) {
                    weight *= 1e-200;
                    sum *= 1e-200;
                    first *= 1e-200;
                    second *= 1e-200;
                }
            }
            double mean = first / sum;
            score += risks.eventsExperimental(row) - mean;
            information += second / sum - mean * mean;
        }
    }
}
