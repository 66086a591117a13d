package org.evotrial.engine.replicate;

import java.io.Serializable;
import java.util.List;

/**
 * The result of a fixed range of replicates. Blocks may be computed anywhere and in any order; reduction takes them in the
 * order of their number.
 *
 * @param block number of the block
 * @param firstReplicate number of its first replicate
 * @param replicates number of its replicates
 * @param columns metrics per replicate
 * @param rows metrics, replicate by replicate; NaN where nothing was measured
 * @param failures replicates that failed; their rows are NaN
 * @param curveSum sums of the curves' ordinates over the replicates that measured them
 * @param curveSumOfSquares sums of their squares
 * @param curveCount number of replicates that measured each ordinate
 * @param patients virtual patients simulated
 */
public record BlockResult(
        int block,
        int firstReplicate,
        int replicates,
        int columns,
        double[] rows,
        List<Failed> failures,
        double[] curveSum,
        double[] curveSumOfSquares,
        int[] curveCount,
        long patients)
        implements Serializable {
    /** Replicates in a block. Part of the definition of the results: sums are formed within blocks first. */
    public static final int SIZE = 50;

    /** Number of blocks of a number of replicates. */
    public static int blocks(int replicates) {
        return (replicates + SIZE - 1) / SIZE;
    }

    /**
     * A replicate that failed.
     *
     * @param replicate its number
     * @param message what happened
     */
    public record Failed(int replicate, String message) implements Serializable {}
}
