package org.evotrial.patient.drug;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Random numbers addressed by a key and a number, so that, for example, the third event of a drug has the same random numbers
 * whatever the patient took before. SplitMix64 (Steele et al. 2014, doi:10.1145/2714064.2660195) from a mixed state.
 */
final class KeyedRandom implements UniformRandomProvider {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** Goes to the start of an address. */
    KeyedRandom at(long key, long number) {
        state = mix(key + mix(number + GOLDEN_GAMMA));
        return this;
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    private static long mix(long word) {
        long z = word;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
