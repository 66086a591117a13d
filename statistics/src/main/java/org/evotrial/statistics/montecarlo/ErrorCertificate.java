package org.evotrial.statistics.montecarlo;

import java.io.Serializable;
import java.util.List;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.proportion.ProportionInterval;

/**
 * A guaranteed upper bound of a design's type I error over a region of parameters, from simulations at one point per tile.
 *
 * <p>At each point Clopper and Pearson's upper limit bounds the error there; {@link TiltBound} carries it over the tile. The
 * largest of these bounds is at least the true maximum with the given confidence. Replicates at different points may share
 * random numbers, but at one point they are independent; tiles and numbers of replicates are fixed beforehand.
 *
 * @param bound upper bound of the error over the region
 * @param tile index of the tile that has it
 * @param largestShare largest simulated share of rejections
 * @param simulationSlack what the uncertainty of the simulation adds at the deciding tile
 * @param tiltingSlack what the extent of the deciding tile adds
 * @param confidence that the bound holds
 */
public record ErrorCertificate(
        double bound, int tile, double largestShare, double simulationSlack, double tiltingSlack, double confidence)
        implements Serializable {
    /** For which statements the confidence is meant. */
    public enum Scope {
        /**
         * For the maximum over the region alone. It lies in some tile, and which one does not depend on the simulation, so
         * that each limit is taken at the full confidence.
         */
        MAXIMUM,
        /** For the bounds of all tiles at once: the error is split evenly (Bonferroni). */
        EVERY_TILE
    }

    /**
     * Certifies.
     *
     * @param family distribution of all data that the trial can at most see
     * @param tiles cover the region, see {@link TileCover}
     * @param rejections number of replicates at each tile's point that reject a true hypothesis
     * @param replicates number of replicates at each point, positive
     * @param confidence in (0, 1)
     * @param scope what the confidence is meant for
     * @return certificate
     * @throws IllegalArgumentException if there is no tile, the numbers of tiles and counts differ, or an argument is not
     *     admissible
     */
    public static ErrorCertificate of(
            ExponentialFamily family,
            List<ParameterTile> tiles,
            long[] rejections,
            long replicates,
            double confidence,
            Scope scope) {
        Admissible.inRange("number of tiles", tiles.size(), 1, Integer.MAX_VALUE);
        Admissible.inRange("number of counts", rejections.length, tiles.size(), tiles.size());
        Admissible.openProbability("confidence", confidence);
        double error = scope == Scope.MAXIMUM ? 1 - confidence : (1 - confidence) / tiles.size();
        double largest = -1;
        double largestShare = 0;
        int deciding = 0;
        for (int i = 0; i < rejections.length; i++) {
            double bound = TiltBound.over(family, tiles.get(i), upperLimit(rejections[i], replicates, error));
            largestShare = Math.max(largestShare, (double) rejections[i] / replicates);
            if (bound > largest) {
                largest = bound;
                deciding = i;
            }
        }
        double limit = upperLimit(rejections[deciding], replicates, error);
        double share = (double) rejections[deciding] / replicates;
        return new ErrorCertificate(largest, deciding, largestShare, limit - share, largest - limit, confidence);
    }

    /** Clopper and Pearson's one-sided upper limit. */
    private static double upperLimit(long count, long replicates, double error) {
        Admissible.inRange("number of replicates", replicates, 1, Long.MAX_VALUE);
        return 1 - ProportionInterval.lowerLimit(replicates - count, replicates, error);
    }
}
