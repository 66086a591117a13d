package org.evotrial.engine.random;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A random stream that can be pointed at any address (replicate, patient, purpose) without allocation.
 *
 * <p>The address is enciphered by {@link Philox} under the master seed, and the four words of the block are the state with
 * which a xoshiro256++ generator (Blackman and Vigna 2021, doi:10.1145/3460772) starts. Different addresses have different
 * states, because the cipher is a bijection, and unrelated ones, because it mixes all words; that two of a billion streams
 * of a million numbers overlap in a cycle of 2^256 has a probability below 1e-50. Numbers after the first cost a few
 * additions and rotations, a tenth of a cipher block.
 */
public final class AddressedStream implements UniformRandomProvider {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final Philox cipher;
    private long replicate;
    private long patient;
    private long purpose;
    private boolean started;
    private long s0;
    private long s1;
    private long s2;
    private long s3;

    /** A stream of the given master seed, at address (0, 0, 0). */
    public AddressedStream(long seed) {
        cipher = new Philox(seed, mix(seed));
    }

    /** Points the stream at the start of an address. */
    public void address(long newReplicate, long newPatient, long newPurpose) {
        replicate = newReplicate;
        patient = newPatient;
        purpose = newPurpose;
        started = false;
    }

    /** Many addresses are never drawn from, so the cipher waits for the first number. */
    private void start() {
        cipher.encipher(0, replicate, patient, purpose);
        s0 = cipher.word0;
        s1 = cipher.word1;
        s2 = cipher.word2;
        s3 = cipher.word3;
        started = true;
    }

    @Override
    public long nextLong() {
        if (!started) {
            start();
        }
        long sum = s0 + s3;
        long result = Long.rotateLeft(sum, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /** The finaliser of SplitMix64 (Steele et al. 2014, doi:10.1145/2714064.2660195): a bijection of 64-bit words. */
    private static long mix(long seed) {
        long z = seed + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
