package org.evotrial.engine.replicate;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.engine.plan.AllocationPlan;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.statistics.allocation.PermutedBlocks;
import org.jspecify.annotations.Nullable;

/** Assigns arms: permuted blocks within strata, or simple randomisation. */
final class Allocator {
    private final AllocationPlan plan;
    private final StreamSet streams;
    private final @Nullable PermutedBlocks blocks;

    Allocator(AllocationPlan plan, StreamSet streams, int strata) {
        this.plan = plan;
        this.streams = streams;
        blocks = plan.block().length == 0 ? null : new PermutedBlocks(plan.block(), strata);
    }

    /** Begins a replicate; the streams are already addressed. */
    void begin() {
        if (blocks != null) {
            blocks.reset();
        }
    }

    /** Arm of the next patient of a stratum. */
    int next(int stratum) {
        UniformRandomProvider random = streams.allocation(stratum);
        return blocks == null ? simple(random.nextDouble()) : blocks.next(stratum, random);
    }

    private int simple(double u) {
        int arm = 0;
        while (u >= plan.cumulative()[arm]) {
            arm++;
        }
        return arm;
    }
}
