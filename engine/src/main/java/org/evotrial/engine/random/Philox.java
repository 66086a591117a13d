package org.evotrial.engine.random;

/**
 * The block function Philox4x64 with 10 rounds (Salmon et al. 2011, doi:10.1145/2063384.2063405): a bijection of four words
 * under a key of two, bit-identical with Random123, Commons RNG and numpy.
 */
final class Philox {
    private static final long M0 = 0xD2E7470EE14C6C93L;
    private static final long M1 = 0xCA5A826395121157L;
    private static final long W0 = 0x9E3779B97F4A7C15L;
    private static final long W1 = 0xBB67AE8584CAA73BL;
    private static final int ROUNDS = 10;

    private final long key0;
    private final long key1;
    long word0;
    long word1;
    long word2;
    long word3;

    Philox(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** Enciphers a counter into the four words. */
    void encipher(long counter0, long counter1, long counter2, long counter3) {
        long c0 = counter0;
        long c1 = counter1;
        long c2 = counter2;
        long c3 = counter3;
        long k0 = key0;
        long k1 = key1;
        for (int round = 0; round < ROUNDS; round++) {
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
        word0 = c0;
        word1 = c1;
        word2 = c2;
        word3 = c3;
    }

    /** High word of the unsigned product; the multipliers M are negative as signed numbers. */
    private static long unsignedMultiplyHigh(long multiplier, long x) {
        return Math.multiplyHigh(multiplier, x) + ((x >> 63) & multiplier) + x;
    }
}
