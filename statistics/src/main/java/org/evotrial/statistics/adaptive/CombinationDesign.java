package org.evotrial.statistics.adaptive;

import java.io.Serializable;
import org.apache.commons.numbers.rootfinder.BrentSolver;

/**
 * A combination test over the stages of an adaptive trial: stage-wise p-values, each from the data of its stage alone, are
 * combined with weights that were fixed in advance, and compared with critical values that keep the one-sided level. What
 * is done in a stage may depend on the data before it. Bauer and Koehne 1994, doi:10.2307/2533441.
 *
 * <p>Stage-wise p-values must be uniform, or larger, given the past under the null hypothesis (p-clud). Stages count from
 * 1; arrays of p-values hold those of stages {@code 1, ..., k} at the indices {@code 0, ..., k - 1}.
 */
public sealed interface CombinationDesign extends Serializable permits InverseNormalDesign, FisherDesign {
    /** Largest level at which repeated p-values are sought. */
    double HIGHEST_LEVEL = 0.999;

    /**
     * Number of stages.
     *
     * @return the last stage included
     */
    int stages();

    /**
     * Level of the whole test.
     *
     * @return one-sided alpha
     */
    double alpha();

    /**
     * The weight of a stage's p-value, see the implementations.
     *
     * @param stage from 1
     * @return positive weight
     */
    double weight(int stage);

    /**
     * The critical value on the scale of {@link #statistic}.
     *
     * @param stage from 1
     * @return critical value
     */
    double criticalValue(int stage);

    /**
     * The combined statistic of the first stages.
     *
     * @param stagePValues in [0, 1], at least {@code stage} of them
     * @param stage last stage that is combined, from 1
     * @return statistic
     * @throws IllegalArgumentException if an argument is not admissible
     */
    double statistic(double[] stagePValues, int stage);

    /**
     * Whether the combined statistic of a stage rejects; earlier stages are not looked at.
     *
     * @param stagePValues in [0, 1], at least {@code stage} of them
     * @param stage from 1
     * @return whether the hypothesis is rejected
     */
    boolean rejects(double[] stagePValues, int stage);

    /**
     * The conditional error: the probability under the null hypothesis to reject at a later stage, given the stages so
     * far. A trial that goes on by any rule keeps its level if the rest is tested at this level (Mueller and Schaefer 2001,
     * doi:10.1111/j.0006-341X.2001.00886.x).
     *
     * @param stagePValues in [0, 1], at least {@code stage} of them
     * @param stage last stage done, from 1 to {@code stages() - 1}
     * @return probability; 1 if the statistic rejects already, 0 after a stop for binding futility
     * @throws IllegalArgumentException if an argument is not admissible
     */
    double conditionalRejectionProbability(double[] stagePValues, int stage);

    /**
     * The same design with another level.
     *
     * @param level one-sided level in (0, 1)
     * @return the design
     * @throws IllegalArgumentException if the level is not admissible for the design
     */
    CombinationDesign atLevel(double level);

    /**
     * The repeated p-value: the smallest level at which the statistic of this stage rejects, the level of the whole design
     * being moved. Jennison and Turnbull 2000, doi:10.1201/9780367805326.
     *
     * @param stagePValues in [0, 1], at least {@code stage} of them
     * @param stage from 1
     * @return repeated p-value to about 1e-10; 1 where no level up to {@value #HIGHEST_LEVEL} rejects
     * @throws IllegalArgumentException if an argument is not admissible
     */
    default double repeatedPValue(double[] stagePValues, int stage) {
        if (!atLevel(HIGHEST_LEVEL).rejects(stagePValues, stage)) {
            return 1;
        }
        double least = 1e-12;
        if (atLevel(least).rejects(stagePValues, stage)) {
            return least;
        }
        return StrictMath.exp(new BrentSolver(1e-13, 1e-11, 1e-14)
                .findRoot(
                        u -> atLevel(StrictMath.exp(u)).evidence(stagePValues, stage),
                        StrictMath.log(least),
                        StrictMath.log(HIGHEST_LEVEL)));
    }

    /**
     * How far the statistic lies beyond its critical value, continuous and with its sign.
     *
     * @param stagePValues in [0, 1], at least {@code stage} of them
     * @param stage from 1
     * @return not negative where {@link #rejects}; finite
     */
    double evidence(double[] stagePValues, int stage);
}
