package org.evotrial.statistics.montecarlo;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<Long, Double> limits = new HashMap<>();
        Search search = new Search(family);
        long most = 0;
        for (int i = 0; i < rejections.length; i++) {
            double limit = limits.computeIfAbsent(rejections[i], count -> upperLimit(count, replicates, error));
            search.consider(i, tiles.get(i), limit);
            most = Math.max(most, rejections[i]);
        }
        double share = (double) rejections[search.deciding] / replicates;
        return new ErrorCertificate(
                search.bound,
                search.deciding,
                (double) most / replicates,
                search.limit - share,
                search.bound - search.limit,
                confidence);
    }

    /** The tile with the largest bound so far. */
    private static final class Search {
        private final ExponentialFamily family;
        private double bound = -1;
        private double limit;
        private int deciding;
        private double inverse = 0.5;

        Search(ExponentialFamily family) {
            this.family = family;
        }

        void consider(int index, ParameterTile tile, double tileLimit) {
            double logarithm = StrictMath.log(tileLimit);
            double[] point = tile.point();
            // Every q bounds the tile: with that of the tile in the lead most others fall behind at once.
            double quick = TiltBound.logarithmicBound(family, point, tile.vertices(), logarithm, inverse);
            if (index > 0 && StrictMath.exp(quick) <= bound) {
                return;
            }
            double value = TiltBound.over(family, tile, tileLimit);
            if (value > bound) {
                bound = value;
                limit = tileLimit;
                deciding = index;
                inverse = tileLimit < 1
                        ? TiltBound.optimum(family, point, tile.vertices(), logarithm)
                                .getPoint()
                        : inverse;
            }
        }
    }

    /** Clopper and Pearson's one-sided upper limit. */
    private static double upperLimit(long count, long replicates, double error) {
        Admissible.inRange("number of replicates", replicates, 1, Long.MAX_VALUE);
        return 1 - ProportionInterval.lowerLimit(replicates - count, replicates, error);
    }
}
