package org.evotrial.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.core.source64.Philox4x64;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.evotrial.engine.SeededAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhiloxStreamTest {
    private static final int CELLS = 64;

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
        PhiloxStream stream = new PhiloxStream(word(k0), word(k1));
        stream.address(word(c1), word(c2), word(c3));
        stream.skipTo(word(c0));

        assertThat(new long[] {stream.nextLong(), stream.nextLong(), stream.nextLong(), stream.nextLong()})
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
            PhiloxStream stream = new PhiloxStream(seed[0], seed[1]);
            stream.address(seed[3], seed[4], seed[5]);
            stream.skipTo(seed[2]);
            seed[2]--;
            if (seed[2] == -1) {
                continue;
            }
            Philox4x64 theirs = new Philox4x64(seed);

            for (int draw = 0; draw < 41; draw++) {
                assertThat(stream.nextLong()).isEqualTo(theirs.nextLong());
            }
        }
    }

    @Test
    void drawsDoublesAndIntegersAsCommonsRngDoes() {
        PhiloxStream stream = new PhiloxStream(5L, 6L);
        stream.address(1, 2, 3);
        stream.skipTo(1);
        Philox4x64 theirs = new Philox4x64(new long[] {5, 6, 0, 1, 2, 3});

        for (int draw = 0; draw < 20; draw++) {
            assertThat(stream.nextDouble()).isEqualTo(theirs.nextDouble());
            assertThat(stream.nextLong(1000)).isEqualTo(theirs.nextLong(1000));
        }
    }

    @Test
    void startsAgainWhenItIsPointedAtTheSameAddress() {
        PhiloxStream stream = new PhiloxStream(1L);
        stream.address(7, 8, 9);
        long[] first = stream.longs(11).toArray();

        stream.address(7, 8, 10);
        assertThat(stream.longs(11).toArray()).doesNotContain(first);
        stream.address(7, 8, 9);
        assertThat(stream.longs(11).toArray()).containsExactly(first);
    }

    @Test
    void givesAnAddressTheSameNumbersWhateverWasDrawnBefore() {
        PhiloxStream used = new PhiloxStream(99L);
        for (int patient = 0; patient < 10; patient++) {
            used.address(3, patient, Purpose.BIOLOGY);
            for (int draw = 0; draw < 3 * patient; draw++) {
                used.nextLong();
            }
        }
        used.address(3, 4, Purpose.BIOLOGY);
        PhiloxStream fresh = new PhiloxStream(99L);
        fresh.address(3, 4, Purpose.BIOLOGY);

        assertThat(used.longs(9).toArray()).containsExactly(fresh.longs(9).toArray());
    }

    @Test
    void givesDifferentSeedsDifferentNumbers() {
        PhiloxStream one = new PhiloxStream(1L);
        PhiloxStream two = new PhiloxStream(2L);
        one.address(0, 0, 1);
        two.address(0, 0, 1);

        assertThat(one.nextLong()).isNotEqualTo(two.nextLong());
    }

    /** 40,000 pairs: a correlation of .04 would be detected with power .999. */
    @Test
    void drawsUnrelatedNumbersForNeighbouringAddresses() {
        int n = 40_000;
        for (int word = 0; word < 3; word++) {
            double[] own = new double[n];
            double[] next = new double[n];
            PhiloxStream stream = new PhiloxStream(20261121L);
            for (int i = 0; i < n; i++) {
                long[] address = {i / 200, i % 200, Purpose.BIOLOGY};
                stream.address(address[0], address[1], address[2]);
                own[i] = stream.nextDouble();
                address[word]++;
                stream.address(address[0], address[1], address[2]);
                next[i] = stream.nextDouble();
            }
            SeededAssertions.assertUncorrelated(own, next);
        }
    }

    /** 64 cells, 40,960 pairs: with 640 expected in each, one cell with 25 % more would be detected. */
    @Test
    void spreadsPairsOfNeighboursUniformlyOverTheSquare() {
        int n = 640 * CELLS;
        long[] counts = new long[CELLS];
        double[] expected = new double[CELLS];
        java.util.Arrays.fill(expected, (double) n / CELLS);
        PhiloxStream stream = new PhiloxStream(20261121L);
        for (int i = 0; i < n; i++) {
            stream.address(i, 0, Purpose.BASELINE);
            int row = (int) (8 * stream.nextDouble());
            stream.address(i + 1L, 0, Purpose.BASELINE);
            counts[8 * row + (int) (8 * stream.nextDouble())]++;
        }
        SeededAssertions.assertCounts(counts, expected);
    }
}
