package org.evotrial.statistics.allocation;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.Admissible;

/**
 * Permuted blocks within strata: each block is a random permutation of the same arms, all permutations equally likely. With
 * blocks of several sizes, which make the end of a block harder to foresee (ICH E9, 2.3.2), each one is drawn first. Not
 * thread-safe; allocates nothing after construction.
 *
 * <p>Each block is shuffled from the same order, so that it depends on its own random numbers alone.
 */
public final class PermutedBlocks {
    private final int[][] sorted;
    private final int[][] blocks;
    private final int[] sizes;
    private final int[] used;

    /**
     * Blocks of one size, before the first patient.
     *
     * @param block the arms of one block in any order, such as 0, 0, 1 for 2:1; at least one
     * @param strata number of strata, positive
     * @throws IllegalArgumentException if there is no arm or no stratum
     */
    public PermutedBlocks(int[] block, int strata) {
        this(new int[][] {block}, strata);
    }

    /**
     * Blocks of several sizes, all equally likely, before the first patient.
     *
     * @param choices the arms of each kind of block in any order, such as {0, 1} and {0, 0, 1, 1}; at least one
     * @param strata number of strata, positive
     * @throws IllegalArgumentException if there is no block, a block has no arm, or there is no stratum
     */
    public PermutedBlocks(int[][] choices, int strata) {
        Admissible.inRange("number of blocks", choices.length, 1, Integer.MAX_VALUE);
        Admissible.inRange("number of strata", strata, 1, Integer.MAX_VALUE);
        sorted = new int[choices.length][];
        int largest = 0;
        for (int i = 0; i < choices.length; i++) {
            Admissible.inRange("block size", choices[i].length, 1, Integer.MAX_VALUE);
            sorted[i] = choices[i].clone();
            largest = Math.max(largest, sorted[i].length);
        }
        blocks = new int[strata][largest];
        sizes = new int[strata];
        used = new int[strata];
        reset();
    }

    /** Begins anew, with a fresh block in each stratum. */
    public void reset() {
        Arrays.fill(sizes, 0);
        Arrays.fill(used, 0);
    }

    /**
     * The arm of the next patient.
     *
     * @param stratum from 0
     * @param random used when a block begins: a number for its kind if there are several, and one per arm but the first
     * @return an arm of the block
     */
    public int next(int stratum, UniformRandomProvider random) {
        if (used[stratum] == sizes[stratum]) {
            begin(stratum, random);
        }
        return blocks[stratum][used[stratum]++];
    }

    /** Fisher and Yates. */
    private void begin(int stratum, UniformRandomProvider random) {
        int[] arms = sorted[sorted.length == 1 ? 0 : random.nextInt(sorted.length)];
        int[] block = blocks[stratum];
        System.arraycopy(arms, 0, block, 0, arms.length);
        for (int i = arms.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = block[i];
            block[i] = block[j];
            block[j] = swapped;
        }
        sizes[stratum] = arms.length;
        used[stratum] = 0;
    }
}
