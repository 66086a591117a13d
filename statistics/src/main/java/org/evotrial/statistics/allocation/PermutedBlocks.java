package org.evotrial.statistics.allocation;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.Admissible;

/**
 * Permuted blocks within strata: each block is a random permutation of the same arms, all permutations equally likely. Not
 * thread-safe; allocates nothing after construction.
 *
 * <p>Each block is shuffled from the same order, so that it depends on its own random numbers alone.
 */
public final class PermutedBlocks {
    private final int[] sorted;
    private final int[][] blocks;
    private final int[] used;

    /**
     * An allocation before its first patient.
     *
     * @param block the arms of one block in any order, such as 0, 0, 1 for 2:1; at least one
     * @param strata number of strata, positive
     * @throws IllegalArgumentException if there is no arm or no stratum
     */
    public PermutedBlocks(int[] block, int strata) {
        Admissible.inRange("block size", block.length, 1, Integer.MAX_VALUE);
        Admissible.inRange("number of strata", strata, 1, Integer.MAX_VALUE);
        sorted = block.clone();
        blocks = new int[strata][];
        for (int i = 0; i < strata; i++) {
            blocks[i] = block.clone();
        }
        used = new int[strata];
        reset();
    }

    /** Begins anew, with a fresh block in each stratum. */
    public void reset() {
        Arrays.fill(used, sorted.length);
    }

    /**
     * The arm of the next patient.
     *
     * @param stratum from 0
     * @param random used when a block begins; the size of the block minus one numbers
     * @return an arm of the block
     */
    public int next(int stratum, UniformRandomProvider random) {
        int[] block = blocks[stratum];
        if (used[stratum] == block.length) {
            shuffle(block, random);
            used[stratum] = 0;
        }
        return block[used[stratum]++];
    }

    /** Fisher and Yates. */
    private void shuffle(int[] block, UniformRandomProvider random) {
        System.arraycopy(sorted, 0, block, 0, block.length);
        for (int i = block.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = block[i];
            block[i] = block[j];
            block[j] = swapped;
        }
    }
}
