package org.evotrial.engine.plan;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.evotrial.model.design.Allocation;
import org.evotrial.model.design.Arm;

/**
 * How arms are assigned.
 *
 * @param block one block in arm order; empty for simple randomisation
 * @param cumulative cumulative allocation shares of the arms, the last being 1
 * @param shares allocation shares of the arms
 */
public record AllocationPlan(int[] block, double[] cumulative, double[] shares) implements Serializable {
    private static final double RATIO_TOLERANCE = 1e-9;
    private static final int LARGEST_BLOCK = 1000;

    /** @throws IllegalArgumentException if no block of the given size holds the allocation ratio */
    public static AllocationPlan of(Allocation allocation, List<Arm> arms) {
        double sum = arms.stream().mapToDouble(Arm::allocation).sum();
        double[] shares = arms.stream().mapToDouble(a -> a.allocation() / sum).toArray();
        double[] cumulative = shares.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
        cumulative[cumulative.length - 1] = 1;
        int[] block =
                allocation.method() == Allocation.Method.SIMPLE ? new int[0] : block(allocation.blockSize(), shares);
        return new AllocationPlan(block, cumulative, shares);
    }

    private static int[] block(int requested, double[] shares) {
        int smallest = smallestBlock(shares);
        int size = requested == 0 ? smallest : requested;
        if (size % smallest != 0) {
            throw new IllegalArgumentException(
                    "expected a blockSize that is a multiple of %d, the smallest block that holds the allocation ratio, but found %d"
                            .formatted(smallest, requested));
        }
        int[] block = new int[size];
        int next = 0;
        for (int arm = 0; arm < shares.length; arm++) {
            int count = (int) Math.round(shares[arm] * size);
            Arrays.fill(block, next, next + count, arm);
            next += count;
        }
        return block;
    }

    private static int smallestBlock(double[] shares) {
        for (int size = shares.length; size <= LARGEST_BLOCK; size++) {
            int candidate = size;
            if (Arrays.stream(shares)
                    .allMatch(s -> Math.abs(s * candidate - Math.rint(s * candidate)) < RATIO_TOLERANCE * candidate)) {
                return size;
            }
        }
        throw new IllegalArgumentException(
                "expected an allocation ratio that fits into a block of at most %d patients; use the method simple"
                        .formatted(LARGEST_BLOCK));
    }
}
