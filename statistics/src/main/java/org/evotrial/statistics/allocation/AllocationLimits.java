package org.evotrial.statistics.allocation;

import java.io.Serializable;
import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/**
 * Limits of allocation probabilities. Arms with a fixed probability have it; the rest is shared in proportion to weights,
 * with {@code p_i = min(max_i, max(min_i, s w_i))} and the one scale {@code s} that makes the sum right: an arm that is
 * raised to its minimum takes from all others in proportion. As adaptr does (Granholm et al. 2022,
 * doi:10.21105/joss.04284).
 *
 * <p>Where no scale fits, as after arms were dropped, the limits themselves are scaled to sum to what there is.
 */
public final class AllocationLimits implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] fixed;
    private final double[] minimum;
    private final double[] maximum;

    private AllocationLimits(double[] fixed, double[] minimum, double[] maximum) {
        this.fixed = fixed;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /**
     * No limits.
     *
     * @param arms number of arms, positive
     * @return limits
     * @throws IllegalArgumentException if there is no arm
     */
    public static AllocationLimits none(int arms) {
        return between(arms, 0, 1);
    }

    /**
     * The same limits for all arms.
     *
     * @param arms number of arms, positive
     * @param minimum in [0, 1 / arms]
     * @param maximum in [1 / arms, 1]
     * @return limits
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static AllocationLimits between(int arms, double minimum, double maximum) {
        Admissible.inRange("number of arms", arms, 1, 1000);
        if (!(minimum >= 0 && minimum <= 1.0 / arms && maximum >= 1.0 / arms && maximum <= 1)) {
            throw new IllegalArgumentException(String.format(
                    "The minimum (%s) and the maximum (%s) must be in [0, 1] with 1 / %d between them.",
                    minimum, maximum, arms));
        }
        double[] none = new double[arms];
        double[] least = new double[arms];
        double[] most = new double[arms];
        Arrays.fill(none, Double.NaN);
        Arrays.fill(least, minimum);
        Arrays.fill(most, maximum);
        return new AllocationLimits(none, least, most);
    }

    /**
     * The same limits with other ones for an arm.
     *
     * @param arm from 0
     * @param least in [0, 1]
     * @param most in [least, 1]; equal to {@code least} for a fixed probability
     * @return limits
     * @throws IllegalArgumentException if an argument is not admissible, or the smallest probabilities now exceed 1
     */
    public AllocationLimits with(int arm, double least, double most) {
        if (!(least >= 0 && least <= most && most <= 1)) {
            throw new IllegalArgumentException(
                    String.format("The limits (%s, %s) must be in [0, 1] and ascend.", least, most));
        }
        AllocationLimits changed = new AllocationLimits(fixed.clone(), minimum.clone(), maximum.clone());
        changed.fixed[arm] = least == most ? least : Double.NaN;
        changed.minimum[arm] = least;
        changed.maximum[arm] = most;
        double sum = Arrays.stream(changed.minimum).sum();
        if (sum > 1 + 1e-12) {
            throw new IllegalArgumentException(
                    String.format("The sum of the smallest probabilities (%s) must be at most 1.", sum));
        }
        return changed;
    }

    /**
     * Number of arms.
     *
     * @return arms
     */
    public int arms() {
        return fixed.length;
    }

    /**
     * Shares probability among arms.
     *
     * @param weights zero or positive per arm; if all that matter are zero, they count as equal
     * @param active which arms take part; at least one
     * @param set arm whose probability is given instead of its limits, or -1
     * @param given its probability
     * @param probabilities filled: 0 for inactive arms, sum 1
     */
    void share(double[] weights, boolean[] active, int set, double given, double[] probabilities) {
        double left = 1;
        double weight = 0;
        int free = 0;
        for (int i = 0; i < fixed.length; i++) {
            double value = i == set ? given : fixed[i];
            boolean settled = !active[i] || !Double.isNaN(value);
            probabilities[i] = !active[i] ? 0 : settled ? value : -1;
            left -= settled ? probabilities[i] : 0;
            weight += settled ? 0 : weights[i];
            free += settled ? 0 : 1;
        }
        boolean equal = !(weight > 0);
        while (free > 0) {
            int settled = settle(weights, equal, Math.max(0, left), equal ? free : weight, probabilities);
            if (settled == 0) {
                break;
            }
            free -= settled;
            left = 1;
            weight = 0;
            for (int i = 0; i < fixed.length; i++) {
                left -= Math.max(0, probabilities[i]);
                weight += probabilities[i] < 0 ? weights[i] : 0;
            }
            equal = equal || !(weight > 0);
        }
        scale(probabilities, active);
    }

    /**
     * Settles the free arms (negative so far) that break a limit, on the side that breaks limits by more in total; all of them
     * if none does.
     *
     * @return how many were settled at a limit; 0 if all have their share now
     */
    private int settle(double[] weights, boolean equal, double left, double weight, double[] probabilities) {
        double below = 0;
        double above = 0;
        for (int i = 0; i < fixed.length; i++) {
            if (probabilities[i] < 0) {
                double share = left * (equal ? 1 : weights[i]) / weight;
                below += Math.max(0, minimum[i] - share);
                above += Math.max(0, share - maximum[i]);
            }
        }
        int settled = 0;
        for (int i = 0; i < fixed.length; i++) {
            if (probabilities[i] < 0) {
                double share = left * (equal ? 1 : weights[i]) / weight;
                if (below == 0 && above == 0) {
                    probabilities[i] = share;
                } else if (below >= above && share < minimum[i]) {
                    probabilities[i] = minimum[i];
                    settled++;
                } else if (below < above && share > maximum[i]) {
                    probabilities[i] = maximum[i];
                    settled++;
                }
            }
        }
        return settled;
    }

    private static void scale(double[] probabilities, boolean[] active) {
        double sum = 0;
        int arms = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += probabilities[i];
            arms += active[i] ? 1 : 0;
        }
        for (int i = 0; i < probabilities.length; i++) {
            if (sum > 0) {
                probabilities[i] /= sum;
            } else {
                probabilities[i] = active[i] ? 1.0 / arms : 0;
            }
        }
    }
}
