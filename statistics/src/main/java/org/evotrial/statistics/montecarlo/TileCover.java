package org.evotrial.statistics.montecarlo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.montecarlo.ParameterTile.HalfSpace;

/**
 * Covers a parameter region with tiles that are small enough for {@link TiltBound}. It looks at the family alone and never at
 * a simulation, so that the certificate's confidence holds.
 */
public final class TileCover {
    private static final int MOST_TILES = 1_000_000;

    private TileCover() {}

    /**
     * Divides a box until a rejection probability of {@code level} at the point of a tile would be carried to at most
     * {@code level + slack} on all of it.
     *
     * @param family distribution of the data
     * @param box the region, or a box around it
     * @param hypotheses half-spaces whose intersection with the box is the region; none for the whole box
     * @param level nominal level of the test, in (0, 1)
     * @param slack largest loss by tilting at that level, positive
     * @return tiles whose union is the region
     * @throws IllegalArgumentException if an argument is not admissible, the region is empty or needs more than a million
     *     tiles
     */
    public static List<ParameterTile> of(
            ExponentialFamily family, ParameterTile box, List<HalfSpace> hypotheses, double level, double slack) {
        Admissible.openProbability("level", level);
        Admissible.positive("slack", slack);
        List<ParameterTile> done = new ArrayList<>();
        Deque<ParameterTile> open = new ArrayDeque<>(List.of(box));
        while (!open.isEmpty()) {
            ParameterTile next = open.removeFirst();
            for (ParameterTile tile : cut(next, hypotheses)) {
                if (TiltBound.over(family, tile, level) <= level + slack) {
                    done.add(tile);
                } else {
                    next.halves(widest(family, next)).forEach(open::addLast);
                }
            }
            if (done.size() + open.size() > MOST_TILES) {
                throw new IllegalArgumentException(
                        String.format("The slack (%s) must be large enough for at most %d tiles.", slack, MOST_TILES));
            }
        }
        if (done.isEmpty()) {
            throw new IllegalArgumentException("The half-spaces must leave a part of the box; they leave nothing.");
        }
        return List.copyOf(done);
    }

    private static List<ParameterTile> cut(ParameterTile tile, List<HalfSpace> hypotheses) {
        List<ParameterTile> left = List.of(tile);
        for (HalfSpace hypothesis : hypotheses) {
            if (!left.isEmpty()) {
                left = left.get(0).in(hypothesis);
            }
        }
        return left;
    }

    /** The parameter along which the family changes most within the tile: the second difference of the log-partition. */
    private static int widest(ExponentialFamily family, ParameterTile tile) {
        double[] point = tile.point();
        double middle = family.logPartition(point);
        int widest = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < point.length; i++) {
            double change = -2 * middle;
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] moved = point.clone();
                moved[i] += sign * tile.halfWidth(i);
                change += family.logPartition(moved);
            }
            if (change > largest) {
                largest = change;
                widest = i;
            }
        }
        return widest;
    }
}
