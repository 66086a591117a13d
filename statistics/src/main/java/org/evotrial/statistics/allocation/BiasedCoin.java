package org.evotrial.statistics.allocation;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.Admissible;

/**
 * Efron's biased coin for two arms in equal shares, within strata: the arm with fewer patients is taken with probability
 * {@code p}, either arm with 1/2 when they are level. Efron 1971, doi:10.1093/biomet/58.3.403, proposes 2/3. {@code p =
 * 1/2} is simple randomisation, {@code p = 1} alternates within random pairs. Not thread-safe.
 */
public final class BiasedCoin {
    private final double probability;
    private final int[] difference;

    /**
     * An allocation before its first patient.
     *
     * @param probability {@code p}, in [1/2, 1]
     * @param strata number of strata, positive
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public BiasedCoin(double probability, int strata) {
        if (!(probability >= 0.5 && probability <= 1)) {
            throw new IllegalArgumentException(String.format("The probability (%s) must be in [0.5, 1].", probability));
        }
        Admissible.inRange("number of strata", strata, 1, Integer.MAX_VALUE);
        this.probability = probability;
        difference = new int[strata];
    }

    /** Begins anew, with level arms. */
    public void reset() {
        Arrays.fill(difference, 0);
    }

    /**
     * Patients in arm 0 minus patients in arm 1.
     *
     * @param stratum from 0
     * @return difference
     */
    public int difference(int stratum) {
        return difference[stratum];
    }

    /**
     * The arm of the next patient.
     *
     * @param stratum from 0
     * @param random gives one number
     * @return 0 or 1
     */
    public int next(int stratum, UniformRandomProvider random) {
        int ahead = Integer.signum(difference[stratum]);
        double first = ahead == 0 ? 0.5 : ahead < 0 ? probability : 1 - probability;
        boolean arm0 = random.nextDouble() < first;
        difference[stratum] += arm0 ? 1 : -1;
        return arm0 ? 0 : 1;
    }
}
