package org.evotrial.statistics.allocation;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.Admissible;

/**
 * Minimisation of Pocock and Simon 1975, doi:10.2307/2529712, for arms in equal shares: for each arm, the imbalance that would
 * follow from giving it to the new patient is measured within each of the patient's factor levels and summed with weights;
 * the arm with the smallest sum is taken with probability {@code p}, each other one with {@code (1 - p) / (arms - 1)}.
 * Ties are broken at random. Not thread-safe; allocates nothing after construction.
 *
 * <p>{@code p = 1} is Taves' minimisation (1974, doi:10.1002/cpt1974155443): predictable for who knows the patients so far.
 * {@code p = 1 / arms} is simple randomisation.
 */
public final class Minimisation {
    /** What the imbalance of a factor level is, with {@code n_k} of its patients in arm {@code k}. */
    public enum Imbalance {
        /** {@code max n_k - min n_k}. */
        RANGE,
        /** {@code sum (n_k - mean)^2 / (arms - 1)}. */
        VARIANCE
    }

    private final int arms;
    private final double probability;
    private final double[] weights;
    private final Imbalance imbalance;
    private final int[][][] counts;
    private final double[] sums;

    /**
     * An allocation before its first patient.
     *
     * @param arms number of arms, at least 2
     * @param levels number of levels of each factor; at least one factor
     * @param weights weight of each factor, zero or positive
     * @param probability {@code p}, in [1 / arms, 1]; 0.8 is common
     * @param imbalance measure
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public Minimisation(int arms, int[] levels, double[] weights, double probability, Imbalance imbalance) {
        this.arms = (int) Admissible.inRange("number of arms", arms, 2, 1000);
        Admissible.inRange("number of factors", levels.length, 1, 1000);
        Admissible.inRange("number of weights", weights.length, levels.length, levels.length);
        if (!(probability >= 1.0 / arms && probability <= 1)) {
            throw new IllegalArgumentException(
                    String.format("The probability (%s) must be in [1 / %d, 1].", probability, arms));
        }
        this.probability = probability;
        this.weights = weights.clone();
        this.imbalance = imbalance;
        counts = new int[levels.length][][];
        for (int f = 0; f < levels.length; f++) {
            Admissible.nonNegative("weight of a factor", weights[f]);
            counts[f] = new int[(int) Admissible.inRange("number of levels", levels[f], 1, 1_000_000)][arms];
        }
        sums = new double[arms];
    }

    /** Begins anew, without patients. */
    public void reset() {
        for (int[][] factor : counts) {
            for (int[] level : factor) {
                Arrays.fill(level, 0);
            }
        }
    }

    /**
     * Patients in an arm with a factor level.
     *
     * @param factor from 0
     * @param level from 0
     * @param arm from 0
     * @return count
     */
    public int count(int factor, int level, int arm) {
        return counts[factor][level][arm];
    }

    /**
     * The arm of the next patient.
     *
     * @param levels the patient's level of each factor, from 0
     * @param random gives one or two numbers
     * @return arm, from 0
     */
    public int next(int[] levels, UniformRandomProvider random) {
        double smallest = Double.POSITIVE_INFINITY;
        int ties = 0;
        for (int arm = 0; arm < arms; arm++) {
            sums[arm] = imbalance(levels, arm);
            if (sums[arm] < smallest) {
                smallest = sums[arm];
                ties = 0;
            }
            ties += sums[arm] == smallest ? 1 : 0;
        }
        int preferred = preferred(smallest, ties == 1 ? 0 : random.nextInt(ties));
        int arm = coin(preferred, random.nextDouble());
        for (int f = 0; f < levels.length; f++) {
            counts[f][levels[f]][arm]++;
        }
        return arm;
    }

    /**
     * The weighted sum of imbalances if the patient got an arm.
     *
     * @param levels the patient's level of each factor
     * @param arm the arm
     * @return weighted sum
     */
    public double imbalance(int[] levels, int arm) {
        double sum = 0;
        for (int f = 0; f < levels.length; f++) {
            int[] level = counts[f][levels[f]];
            sum += weights[f] * (imbalance == Imbalance.RANGE ? range(level, arm) : variance(level, arm));
        }
        return sum;
    }

    private int preferred(double smallest, int rank) {
        int left = rank;
        for (int arm = 0; arm < arms; arm++) {
            if (sums[arm] == smallest && left-- == 0) {
                return arm;
            }
        }
        throw new IllegalStateException("No arm has the smallest imbalance.");
    }

    private int coin(int preferred, double u) {
        if (u < probability) {
            return preferred;
        }
        int other = Math.min(arms - 2, (int) ((u - probability) / (1 - probability) * (arms - 1)));
        return other < preferred ? other : other + 1;
    }

    private int range(int[] level, int arm) {
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (int k = 0; k < arms; k++) {
            int n = level[k] + (k == arm ? 1 : 0);
            least = Math.min(least, n);
            most = Math.max(most, n);
        }
        return most - least;
    }

    private double variance(int[] level, int arm) {
        long sum = 0;
        long squares = 0;
        for (int k = 0; k < arms; k++) {
            long n = level[k] + (k == arm ? 1 : 0);
            sum += n;
            squares += n * n;
        }
        // In whole numbers until the end, so that ties are ties.
        return (double) (arms * squares - sum * sum) / ((double) arms * (arms - 1));
    }
}
