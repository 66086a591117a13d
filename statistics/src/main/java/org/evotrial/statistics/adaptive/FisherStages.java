package org.evotrial.statistics.adaptive;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.evotrial.statistics.Admissible;

/**
 * The stages of a Fisher combination test.
 *
 * @param informationFractions planned information at the end of each stage, strictly ascending in (0, 1], the last one 1;
 *     1 to 6 stages
 * @param alpha0 futility bounds of the interim stages' p-values in (0, 1], one less than stages; 1 where there is none
 * @param binding whether the critical values count on the futility bounds
 */
public record FisherStages(List<Double> informationFractions, List<Double> alpha0, boolean binding)
        implements Serializable {
    /** Most stages. */
    public static final int MOST_STAGES = 6;

    /**
     * Checks the stages.
     *
     * @throws IllegalArgumentException if a value is not admissible
     */
    public FisherStages {
        informationFractions = List.copyOf(informationFractions);
        alpha0 = List.copyOf(alpha0);
        int stages = informationFractions.size();
        Admissible.inRange("number of stages", stages, 1, MOST_STAGES);
        Admissible.inRange("number of futility bounds", alpha0.size(), stages - 1L, stages - 1L);
        double before = 0;
        for (double fraction : informationFractions) {
            if (!(fraction > before && fraction <= 1)) {
                throw new IllegalArgumentException(String.format(
                        "The informationFractions (%s) must ascend strictly in (0, 1].", informationFractions));
            }
            before = fraction;
        }
        if (before != 1) {
            throw new IllegalArgumentException(String.format("The last information fraction (%s) must be 1.", before));
        }
        for (double bound : alpha0) {
            if (!(bound > 0 && bound <= 1)) {
                throw new IllegalArgumentException(String.format("The alpha0 (%s) must be in (0, 1].", bound));
            }
        }
    }

    /**
     * Stages of equal size without futility bounds.
     *
     * @param stages number, 1 to 6
     * @return the stages
     * @throws IllegalArgumentException if the number is not admissible
     */
    public static FisherStages equal(int stages) {
        return withBindingFutility(stages, 1);
    }

    /**
     * Stages of equal size with the same binding futility bound at each interim stage.
     *
     * @param stages number, 1 to 6
     * @param alpha0 bound of the p-value, in (0, 1]
     * @return the stages
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static FisherStages withBindingFutility(int stages, double alpha0) {
        Admissible.inRange("number of stages", stages, 1, MOST_STAGES);
        List<Double> fractions = IntStream.rangeClosed(1, stages)
                .mapToObj(k -> (double) k / stages)
                .toList();
        return new FisherStages(fractions, Collections.nCopies(stages - 1, alpha0), true);
    }

    /**
     * Number of stages.
     *
     * @return the last one included
     */
    public int count() {
        return informationFractions.size();
    }

    /** Exponents relative to the first stage; exactly 1 where a stage is as large as the first. */
    double[] weights() {
        double[] weights = new double[count()];
        double first = informationFractions.get(0);
        weights[0] = 1;
        for (int k = 1; k < weights.length; k++) {
            double share = (informationFractions.get(k) - informationFractions.get(k - 1)) / first;
            weights[k] = Math.abs(share - 1) < 1e-12 ? 1 : Math.sqrt(share);
        }
        return weights;
    }

    /** The futility bounds that the critical values count on. */
    double[] countedAlpha0() {
        return alpha0.stream().mapToDouble(a -> binding ? a : 1).toArray();
    }
}
