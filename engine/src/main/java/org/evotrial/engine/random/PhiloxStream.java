package org.evotrial.engine.random;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * A counter-based random stream that can be pointed at any address without allocation: Philox4x64 with 10 rounds (Salmon
 * et al. 2011, doi:10.1145/2063384.2063405), bit-identical with the generator of the same name of Commons RNG and numpy.
 *
 * <p>The key is the master seed; the upper three counter words are the address (replicate, patient, purpose); the lowest word
 * counts blocks of four numbers. Two addresses therefore never share a block: streams are disjoint by construction, not
 * by chance, and neighbouring addresses are unrelated because the cipher mixes all words.
 */
public final class PhiloxStream implements UniformRandomProvider {
    private static final long M0 = 0xD2E7470EE14C6C93L;
    private static final long M1 = 0xCA5A826395121157L;
    private static final long W0 = 0x9E3779B97F4A7C15L;
    private static final long W1 = 0xBB67AE8584CAA73BL;
    private static final int BLOCK = 4;

    private final long key0;
    private final long key1;
    private long block;
    private long replicate;
    private long patient;
    private long purpose;
    private long r0;
    private long r1;
    private long r2;
    private long r3;
    private int used = BLOCK;

    /** A stream of the given master seed, at address (0, 0, 0). */
    public PhiloxStream(long seed) {
        this(seed, mix(seed));
    }

    /** A stream with a two-word key; exposed for comparison with other implementations. */
    PhiloxStream(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** Points the stream at the start of an address. */
    public void address(long newReplicate, long newPatient, long newPurpose) {
        block = 0;
        replicate = newReplicate;
        patient = newPatient;
        purpose = newPurpose;
        used = BLOCK;
    }

    /** Goes to a block of the current address; exposed for comparison with other implementations. */
    void skipTo(long newBlock) {
        block = newBlock;
        used = BLOCK;
    }

    @Override
    public long nextLong() {
        switch (used++) {
            case 1:
                return r1;
            case 2:
                return r2;
            case 3:
                return r3;
            default:
                nextBlock();
                used = 1;
                return r0;
        }
    }

    private void nextBlock() {
        long c0 = block++;
        long c1 = replicate;
        long c2 = patient;
        long c3 = purpose;
        long k0 = key0;
        long k1 = key1;
        for (int round = 0; round < 10; round++) {
            long high0 = unsignedMultiplyHigh(M0, c0);
            long high1 = unsignedMultiplyHigh(M1, c2);
            long low0 = M0 * c0;
            long low1 = M1 * c2;
            c0 = high1 ^ c1 ^ k0;
            c1 = low1;
            c2 = high0 ^ c3 ^ k1;
            c3 = low0;
            k0 += W0;
            k1 += W1;
        }
        r0 = c0;
        r1 = c1;
        r2 = c2;
        r3 = c3;
    }

    /** High word of the unsigned product; the multipliers M are negative as signed numbers. */
    private static long unsignedMultiplyHigh(long multiplier, long x) {
        return Math.multiplyHigh(multiplier, x) + ((x >> 63) & multiplier) + x;
    }

    /** The finaliser of SplitMix64 (Steele et al. 2014, doi:10.1145/2714064.2660195): a bijection of 64-bit words. */
    private static long mix(long seed) {
        long z = seed + W0;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
