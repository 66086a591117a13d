package org.evotrial.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.core.source64.Philox4x64;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiloxTest {
    /** {@code philox4x64 10} in {@code tests/kat_vectors} of Random123 1.14 (Salmon et al. 2011, doi:10.1145/2063384.2063405). */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000,0000000000000000,0000000000000000,0000000000000000,0000000000000000,0000000000000000,"
                + "16554d9eca36314c,db20fe9d672d0fdc,d7e772cee186176b,7e68b68aec7ba23b",
        "ffffffffffffffff,ffffffffffffffff,ffffffffffffffff,ffffffffffffffff,ffffffffffffffff,ffffffffffffffff,"
                + "87b092c3013fe90b,438c3c67be8d0224,9cc7d7c69cd777b6,a09caebf594f0ba0",
        "243f6a8885a308d3,13198a2e03707344,a4093822299f31d0,082efa98ec4e6c89,452821e638d01377,be5466cf34e90c6c,"
                + "a528f45403e61d95,38c72dbd566e9788,a5a1610e72fd18b5,57bd43b5e52b7fe6"
    })
    void givesThePublishedKnownAnswers(
            String c0,
            String c1,
            String c2,
            String c3,
            String k0,
            String k1,
            String r0,
            String r1,
            String r2,
            String r3) {
        Philox cipher = new Philox(word(k0), word(k1));
        cipher.encipher(word(c0), word(c1), word(c2), word(c3));

        assertThat(new long[] {cipher.word0, cipher.word1, cipher.word2, cipher.word3})
                .containsExactly(word(r0), word(r1), word(r2), word(r3));
    }

    private static long word(String hexadecimal) {
        return Long.parseUnsignedLong(hexadecimal, 16);
    }

    /** Commons RNG 1.7 increments its counter before the first block, so its seed lies one block earlier. */
    @Test
    void equalsThePhiloxOfCommonsRngBitForBit() {
        SplitMix64 any = new SplitMix64(20261121);
        for (int i = 0; i < 200; i++) {
            long[] seed = any.longs(6).toArray();
            Philox cipher = new Philox(seed[0], seed[1]);
            cipher.encipher(seed[2], seed[3], seed[4], seed[5]);
            seed[2]--;
            if (seed[2] == -1) {
                continue;
            }
            Philox4x64 theirs = new Philox4x64(seed);

            assertThat(new long[] {cipher.word0, cipher.word1, cipher.word2, cipher.word3})
                    .containsExactly(theirs.nextLong(), theirs.nextLong(), theirs.nextLong(), theirs.nextLong());
        }
    }
}
