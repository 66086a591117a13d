package org.evotrial.patient.theory;

/**
 * The law of the number of resistant cells at detection: compound Poisson, as subclones arise independently. Without death it is
 * the law of Luria and Delbr&uuml;ck as computed by Lea and Coulson: {@code p0 = e^-m}, {@code p_n = (m/n) sum_i p_i/(n-i+1)}
 * with m = U M.
 *
 * <p>With t = d/b the density of subclones of k cells is U M (I_k - I_(k+1)), where I_k is the integral of w^(k-1)/(1 - t w) over
 * [0, 1], I_k = 1/k + t I_(k+1); and {@code n p_n = sum over k of k g_k p_(n-k)}, g_k the mean number of subclones of k cells.
 * Foundings are counted without bound into the past, as in {@link ResistanceAtDetection#noResistance}.
 *
 * @see <a href="https://doi.org/10.1007/BF02986080">Lea, Coulson (1949), The distribution of the numbers of mutants in
 *     bacterial populations</a>
 * @see <a href="https://doi.org/10.1088/1742-5468/2015/01/P01011">Keller, Antal (2015), Mutant number distribution in an
 *     exponentially growing population</a>
 */
public final class ResistantCells {
    private static final double NEGLIGIBLE = 1e-18;

    private final ResistanceAtDetection detection;

    /**
     * The law at a detection.
     *
     * @param detection the tumour
     */
    public ResistantCells(ResistanceAtDetection detection) {
        this.detection = detection;
    }

    /**
     * The probabilities of few resistant cells.
     *
     * @param most largest number of cells, at least 0; the effort is its square
     * @return P(0), ..., P(most)
     */
    public double[] probabilities(int most) {
        Admissible.nonNegative("most", most);
        double[] weighted = new double[most + 1];
        double mean = detection.mutationsPerDivision() * detection.cells();
        double[] integrals = integrals(most + 1);
        for (int k = 1; k <= most; k++) {
            weighted[k] = k * mean * (integrals[k] - integrals[k + 1]);
        }
        double[] law = new double[most + 1];
        law[0] = detection.noResistance();
        for (int n = 1; n <= most; n++) {
            double sum = 0;
            for (int k = 1; k <= n; k++) {
                sum += weighted[k] * law[n - k];
            }
            law[n] = sum / n;
        }
        return law;
    }

    /** I_1, ..., I_last, downwards from a last one whose series is summed; index 0 is empty. */
    private double[] integrals(int last) {
        double turnover = detection.deathPerDay() / detection.birthPerDay();
        double[] integrals = new double[last + 1];
        double power = 1;
        for (int j = 0; power / (last + j) > NEGLIGIBLE * integrals[last] && power > 0; j++) {
            integrals[last] += power / (last + j);
            power *= turnover;
        }
        for (int k = last - 1; k >= 1; k--) {
            integrals[k] = 1.0 / k + turnover * integrals[k + 1];
        }
        return integrals;
    }

    /**
     * The probability of at most so many resistant cells.
     *
     * @param cells at least 0
     * @return probability
     */
    public double atMost(int cells) {
        double sum = 0;
        for (double probability : probabilities(cells)) {
            sum += probability;
        }
        return Math.min(1, sum);
    }
}
