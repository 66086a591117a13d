package org.evotrial.patient.theory;

import org.apache.commons.math3.special.Gamma;
import org.evotrial.spi.StrictFunctions;

/**
 * Sizes of the resistant subclones at detection in the order of their ages, the oldest first.
 *
 * <p>Old subclones, of far more than M U/s cells or of low rank, have {@code P(X_k > x) = (1 + x s/(M U))^-k}: the k-th has the
 * median {@code (M U/s)(2^(1/k) - 1)} and a mean that is infinite for the oldest. {@link #exceeds} is the law without that limit.
 *
 * @see <a href="https://doi.org/10.1073/pnas.1412075111">Bozic, Nowak (2014), Timing and heterogeneity of mutations associated
 *     with drug resistance in metastatic cancers</a>
 */
public final class SubclonesByAge {
    private final ResistanceAtDetection detection;
    private final double scale;

    /**
     * The subclones at a detection.
     *
     * @param detection the tumour; U must be positive
     */
    public SubclonesByAge(ResistanceAtDetection detection) {
        Admissible.positive("mutationsPerDivision", detection.mutationsPerDivision());
        this.detection = detection;
        scale = detection.cells() * detection.mutationsPerDivision() / detection.survivalProbability();
    }

    /**
     * The probability that the k-th oldest subclone has more than x cells, in the limit of old subclones.
     *
     * @param rank k, 1 for the oldest
     * @param size x &ge; 0
     * @return (1 + x s/(M U))^-k
     */
    public double exceedsInLimit(int rank, double size) {
        requireRank(rank);
        Admissible.nonNegative("size", size);
        return StrictFunctions.exp(-rank * StrictFunctions.log1p(size / scale));
    }

    /**
     * The size that the k-th oldest subclone exceeds with a given probability, in the limit of old subclones.
     *
     * @param rank k, 1 for the oldest
     * @param probability in (0, 1]; 0.5 gives the median
     * @return (M U/s)(p^(-1/k) - 1)
     */
    public double sizeExceededInLimit(int rank, double probability) {
        requireRank(rank);
        Admissible.positive("probability", probability);
        Admissible.probability("probability", probability);
        return scale * StrictFunctions.expm1(-StrictFunctions.log(probability) / rank);
    }

    /**
     * The probability that there is a k-th oldest subclone and that it has more than x cells. With y = e^(-r age), subclones
     * arrive in the order of V = -(b/d) ln(1 - (d/b) y) as a Poisson process of rate U M, and a size is geometric with mean
     * (b - d y)/((b - d) y). Foundings are counted from the tumour's own age on, y &ge; 1/(M s).
     *
     * @param rank k, 1 for the oldest
     * @param size x &ge; 0
     * @return probability
     */
    public double exceeds(int rank, double size) {
        requireRank(rank);
        Admissible.nonNegative("size", size);
        double from = position(1 / detection.established());
        double span = position(1) - from;
        double rate = detection.mutationsPerDivision() * detection.cells();
        double logFactorial = Gamma.logGamma(rank);
        return DoubleExponential.integrate((x, oneMinusX) -> {
            double v = span * x;
            double logDensity = (rank - 1) * StrictFunctions.log(rate * v) - rate * v - logFactorial;
            double repeat = repeat(span * oneMinusX);
            double logTail = repeat > 0 ? Math.floor(size) * StrictFunctions.log(repeat) : Double.NEGATIVE_INFINITY;
            double tail = size < 1 ? 1 : StrictFunctions.exp(logTail);
            return rate * span * StrictFunctions.exp(logDensity) * tail;
        });
    }

    /** V of y. */
    private double position(double y) {
        double turnover = turnover();
        return turnover < 1e-9 ? y : -StrictFunctions.log1p(-turnover * y) / turnover;
    }

    /**
     * 1 - p of the geometric size so far before the youngest subclones: (1 - y)/(1 - (d/b) y). As 1 - (d/b) y = e^(-(d/b) v), which
     * is s at the end, this is (1 - e^(-(d/b) left))/(d/b).
     */
    private double repeat(double left) {
        double turnover = turnover();
        return turnover < 1e-9 ? left : -StrictFunctions.expm1(-turnover * left) / turnover;
    }

    private double turnover() {
        return detection.deathPerDay() / detection.birthPerDay();
    }

    private static void requireRank(int rank) {
        Admissible.atLeast("rank", rank, 1);
    }
}
