package org.evotrial.statistics.adaptive;

import java.io.Serializable;
import java.util.Objects;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.multiplicity.DunnettDistribution;

/**
 * The conditional Dunnett test of a two-stage trial with treatment selection: each intersection is tested after stage 2 at
 * the conditional error that Dunnett's test without an interim analysis would have had given stage 1. Koenig, Brannath, Bretz
 * and Posch 2008, doi:10.1002/sim.3048.
 *
 * <p>Statistics are larger where an arm is better than the control; {@code Z = sqrt(t) Z_1 + sqrt(1 - t) Z_2} is the planned
 * statistic of both stages. No rejection at the interim analysis. Where no arm is dropped the conditional second-stage test
 * is Dunnett's step-down test of the whole trial.
 *
 * @param distribution of the arms' statistics in each stage and of both together under the null hypothesis
 * @param alpha one-sided familywise level in (0, 1)
 * @param informationAtInterim {@code t}, planned information of stage 1 relative to both, in (0, 1)
 */
public record ConditionalDunnettTest(DunnettDistribution distribution, double alpha, double informationAtInterim)
        implements Serializable {
    /** How the second stage is tested. */
    public enum SecondStage {
        /** The statistics of both stages, given stage 1. */
        CONDITIONAL,
        /** Dunnett's test of the second stage alone. */
        UNCONDITIONAL
    }

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public ConditionalDunnettTest {
        Objects.requireNonNull(distribution);
        Admissible.inRange("number of arms", distribution.dimension(), 1, 16);
        Admissible.openProbability("alpha", alpha);
        Admissible.openProbability("informationAtInterim", informationAtInterim);
    }

    /**
     * The conditional error of an intersection: the probability that Dunnett's test of all its arms rejects at the end, given
     * stage 1.
     *
     * @param first statistics of stage 1, one per arm, finite
     * @param intersection arms of the intersection as bits, not empty
     * @return level of the second stage
     * @throws IllegalArgumentException if a statistic is not finite or the number is wrong
     */
    public double conditionalError(double[] first, int intersection) {
        requireFinite("first", first, intersection);
        double critical = distribution.marginal(intersection).criticalValue(alpha);
        return exceeds(critical, first, intersection);
    }

    /**
     * The second-stage p-value of an intersection, to be compared with its conditional error.
     *
     * @param first statistics of stage 1, one per arm, finite
     * @param second statistics of stage 2 alone, NaN for dropped arms
     * @param intersection arms of the intersection as bits, not empty
     * @param kind how the second stage is tested
     * @return p-value; 1 if all its arms have been dropped
     * @throws IllegalArgumentException if a statistic is not admissible
     */
    public double secondStagePValue(double[] first, double[] second, int intersection, SecondStage kind) {
        requireFinite("first", first, intersection);
        Admissible.inRange("number of second statistics", second.length, first.length, first.length);
        int used = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < second.length; i++) {
            if ((intersection >> i & 1) != 0 && !Double.isNaN(second[i])) {
                used |= 1 << i;
                double z = Admissible.finite("second statistic", second[i]);
                largest = Math.max(largest, kind == SecondStage.CONDITIONAL ? overall(first[i], z) : z);
            }
        }
        if (used == 0) {
            return 1;
        }
        return kind == SecondStage.CONDITIONAL
                ? exceeds(largest, first, used)
                : distribution.marginal(used).maximumUpperTail(largest);
    }

    /**
     * The rejected hypotheses after both stages.
     *
     * @param first statistics of stage 1, one per arm, finite
     * @param second statistics of stage 2 alone, NaN for dropped arms
     * @param kind how the second stage is tested
     * @return bit {@code i} set where the arm is better than the control; never for a dropped arm
     * @throws IllegalArgumentException if a statistic is not admissible
     */
    public int rejected(double[] first, double[] second, SecondStage kind) {
        int all = (1 << distribution.dimension()) - 1;
        int rejected = all;
        for (int set = 1; set <= all; set++) {
            if (secondStagePValue(first, second, set, kind) > conditionalError(first, set)) {
                rejected &= ~set;
            }
        }
        return rejected;
    }

    private double overall(double first, double second) {
        return Math.sqrt(informationAtInterim) * first + Math.sqrt(1 - informationAtInterim) * second;
    }

    /** The probability that an overall statistic of the arms exceeds a bound, given stage 1. */
    private double exceeds(double bound, double[] first, int arms) {
        double[] bounds = new double[Integer.bitCount(arms)];
        int next = 0;
        for (int i = 0; i < first.length; i++) {
            if ((arms >> i & 1) != 0) {
                bounds[next++] =
                        (bound - Math.sqrt(informationAtInterim) * first[i]) / Math.sqrt(1 - informationAtInterim);
            }
        }
        return distribution.marginal(arms).upperTail(bounds);
    }

    private void requireFinite(String name, double[] statistics, int intersection) {
        Admissible.inRange(
                "number of " + name + " statistics",
                statistics.length,
                distribution.dimension(),
                distribution.dimension());
        Admissible.inRange("intersection", intersection, 1, (1L << distribution.dimension()) - 1);
        for (double z : statistics) {
            Admissible.finite(name + " statistic", z);
        }
    }
}
