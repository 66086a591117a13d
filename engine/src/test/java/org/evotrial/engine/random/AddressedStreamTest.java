package org.evotrial.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.evotrial.engine.SeededAssertions;
import org.junit.jupiter.api.Test;

class AddressedStreamTest {
    private static final int CELLS = 64;

    @Test
    void isTheXoshiroOfCommonsRngStartedWithTheEncipheredAddress() {
        SplitMix64 any = new SplitMix64(20261121);
        for (int i = 0; i < 200; i++) {
            long seed = any.nextLong();
            long[] address = any.longs(3).toArray();
            AddressedStream stream = new AddressedStream(seed);
            stream.address(address[0], address[1], address[2]);
            // the second key word is SplitMix64's finaliser of seed + golden gamma: its first output
            Philox cipher = new Philox(seed, new SplitMix64(seed).nextLong());
            cipher.encipher(0, address[0], address[1], address[2]);
            XoShiRo256PlusPlus theirs = new XoShiRo256PlusPlus(cipher.word0, cipher.word1, cipher.word2, cipher.word3);

            for (int draw = 0; draw < 41; draw++) {
                assertThat(stream.nextLong()).isEqualTo(theirs.nextLong());
            }
            assertThat(stream.nextDouble()).isEqualTo(theirs.nextDouble());
            assertThat(stream.nextLong(1000)).isEqualTo(theirs.nextLong(1000));
        }
    }

    @Test
    void startsAgainWhenItIsPointedAtTheSameAddress() {
        AddressedStream stream = new AddressedStream(1L);
        stream.address(7, 8, 9);
        long[] first = stream.longs(11).toArray();

        stream.address(7, 8, 10);
        assertThat(stream.longs(11).toArray()).doesNotContain(first);
        stream.address(7, 8, 9);
        assertThat(stream.longs(11).toArray()).containsExactly(first);
    }

    @Test
    void givesAnAddressTheSameNumbersWhateverWasDrawnBefore() {
        AddressedStream used = new AddressedStream(99L);
        for (int patient = 0; patient < 10; patient++) {
            used.address(3, patient, Purpose.BIOLOGY);
            for (int draw = 0; draw < 3 * patient; draw++) {
                used.nextLong();
            }
        }
        used.address(3, 4, Purpose.BIOLOGY);
        AddressedStream fresh = new AddressedStream(99L);
        fresh.address(3, 4, Purpose.BIOLOGY);

        assertThat(used.longs(9).toArray()).containsExactly(fresh.longs(9).toArray());
    }

    @Test
    void givesDifferentSeedsDifferentNumbers() {
        AddressedStream one = new AddressedStream(1L);
        AddressedStream two = new AddressedStream(2L);
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
            AddressedStream stream = new AddressedStream(20261121L);
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
        Arrays.fill(expected, (double) n / CELLS);
        AddressedStream stream = new AddressedStream(20261121L);
        for (int i = 0; i < n; i++) {
            stream.address(i, 0, Purpose.BASELINE);
            int row = (int) (8 * stream.nextDouble());
            stream.address(i + 1L, 0, Purpose.BASELINE);
            counts[8 * row + (int) (8 * stream.nextDouble())]++;
        }
        SeededAssertions.assertCounts(counts, expected);
    }
}
