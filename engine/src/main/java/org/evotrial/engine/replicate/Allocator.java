package org.evotrial.engine.replicate;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.engine.plan.AllocationPlan;
import org.evotrial.engine.random.StreamSet;

/** Assigns arms: permuted blocks within strata, or simple randomisation. */
final class Allocator {
    private final AllocationPlan plan;
    private final StreamSet streams;
    private final int[][] blocks;
    private final int[] used;

    Allocator(AllocationPlan plan, StreamSet streams, int strata) {
        this.plan = plan;
        this.streams = streams;
        blocks = new int[strata][];
        for (int i = 0; i < strata; i++) {
            blocks[i] = plan.block().clone();
        }
        used = new int[strata];
    }

    /** Begins a replicate; the streams are already addressed. */
    void begin() {
        Arrays.fill(used, plan.block().length);
    }

    /** Arm of the next patient of a stratum. */
    int next(int stratum) {
        UniformRandomProvider random = streams.allocation(stratum);
        if (plan.block().length == 0) {
            return simple(random.nextDouble());
        }
        int[] block = blocks[stratum];
        if (used[stratum] == block.length) {
            shuffle(block, plan.block(), random);
            used[stratum] = 0;
        }
        return block[used[stratum]++];
    }

    private int simple(double u) {
        int arm = 0;
        while (u >= plan.cumulative()[arm]) {
            arm++;
        }
        return arm;
    }

    /** Fisher-Yates from the same order each time, so that a block depends on its own random numbers alone. */
    private static void shuffle(int[] block, int[] sorted, UniformRandomProvider random) {
        System.arraycopy(sorted, 0, block, 0, block.length);
        for (int i = block.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = block[i];
            block[i] = block[j];
            block[j] = swapped;
        }
    }
}
