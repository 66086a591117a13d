package org.evotrial.statistics.phasetwo;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.statistics.Admissible;
import org.jspecify.annotations.Nullable;

/**
 * Simon's designs for a type I error at {@code p0} of at most alpha and a power at {@code p1} of at least {@code 1 -
 * beta}: optimal (least expected number of patients under {@code p0}), minimax (least maximum, and the least expected number
 * among those) and admissible ones between them. Simon 1989, doi:10.1016/0197-2456(89)90015-9; Jung, Lee, Kim and George
 * 2004, doi:10.1002/sim.1600.
 *
 * <p>The search is complete. It goes through {@code n} upwards and keeps designs that expect fewer patients than every one
 * with a smaller {@code n}. Given both stages' sizes, expected patients fall with {@code r1}, and for each {@code r1} the
 * smallest {@code r} that holds alpha has the highest power; the first {@code r1} from above with enough power is the best.
 */
public final class SimonSearch {
    private static final int MOST_TRIALS = 1000;

    private final double alpha;
    private final double power;
    private final BinomialTables underNull;
    private final BinomialTables underAlternative;
    private final List<SimonDesign> front = new ArrayList<>();
    private double bestExpected = Double.POSITIVE_INFINITY;

    private SimonSearch(double p0, double p1, double alpha, double power, int mostTrials) {
        this.alpha = alpha;
        this.power = power;
        underNull = new BinomialTables(mostTrials, p0);
        underAlternative = new BinomialTables(mostTrials, p1);
    }

    /**
     * Searches.
     *
     * @param p0 response probability that is too low, in (0, 1)
     * @param p1 response probability that is worth finding, in (p0, 1)
     * @param alpha largest type I error, in (0, 1)
     * @param beta largest type II error, in (0, 1 - alpha)
     * @param mostTrials largest number of patients to consider, in [2, 1000]
     * @return designs
     * @throws IllegalArgumentException if an argument is not admissible or no design has so few patients
     */
    public static Result designs(double p0, double p1, double alpha, double beta, int mostTrials) {
        Admissible.openProbability("p0", p0);
        Admissible.openProbability("p1", p1);
        Admissible.openProbability("alpha", alpha);
        Admissible.openProbability("beta", beta);
        Admissible.inRange("largest number of trials", mostTrials, 2, MOST_TRIALS);
        if (!(p0 < p1)) {
            throw new IllegalArgumentException(String.format("The p1 (%s) must be above p0 (%s).", p1, p0));
        }
        if (!(beta < 1 - alpha)) {
            throw new IllegalArgumentException(
                    String.format("The beta (%s) must be below 1 - alpha (%s).", beta, 1 - alpha));
        }
        SimonSearch search = new SimonSearch(p0, p1, alpha, 1 - beta, mostTrials);
        for (int n = 2; n <= mostTrials; n++) {
            search.improve(n);
        }
        if (search.front.isEmpty()) {
            throw new IllegalArgumentException(String.format(
                    "The largest number of trials (%d) must be larger: no design has alpha %s and beta %s.",
                    mostTrials, alpha, beta));
        }
        return new Result(p0, List.copyOf(search.front));
    }

    private void improve(int n) {
        SimonDesign best = null;
        int enough = n;
        while (enough > 0 && underNull.above(n, enough - 1) <= alpha) {
            enough--;
        }
        for (int n1 = 1; n1 < n && n1 < bestExpected; n1++) {
            SimonDesign design = bestOfStages(n1, n, enough);
            best = design == null ? best : design;
        }
        if (best != null) {
            front.add(best);
        }
    }

    /**
     * The best design of two stages if it expects fewer patients than all before; remembers what it expects. A trial with one
     * stage holds alpha with the bound {@code enough}, and so do all with two.
     */
    private @Nullable SimonDesign bestOfStages(int n1, int n, int enough) {
        int r1 = n1 - 1;
        while (r1 >= 0 && underAlternative.above(n1, r1) < power) {
            r1--;
        }
        int r = -1;
        for (; r1 >= 0; r1--) {
            double expected = n1 + (n - n1) * underNull.above(n1, r1);
            if (expected >= bestExpected) {
                return null;
            }
            r = smallestBound(r1, n1, n, r, enough);
            if (underAlternative.rejection(r1, n1, r, n) >= power) {
                bestExpected = expected;
                return new SimonDesign(r1, n1, r, n);
            }
        }
        return null;
    }

    /** The smallest {@code r} that holds alpha; it is at least that of a larger {@code r1}, or -1 where that is not known. */
    private int smallestBound(int r1, int n1, int n, int larger, int enough) {
        int low = Math.max(r1, larger);
        if (low >= enough || underNull.rejection(r1, n1, low, n) <= alpha) {
            return low;
        }
        int high = enough;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (underNull.rejection(r1, n1, middle, n) <= alpha) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /**
     * Designs of a search.
     *
     * @param p0 response probability under which patients are expected
     * @param front ascending in the maximum, descending in the expected number of patients; from minimax to optimal
     */
    public record Result(double p0, List<SimonDesign> front) {
        /**
         * Copies the list.
         *
         * @throws IllegalArgumentException if there is no design
         */
        public Result {
            Admissible.inRange("number of designs", front.size(), 1, Integer.MAX_VALUE);
            front = List.copyOf(front);
        }

        /**
         * The design with the least maximum number of patients.
         *
         * @return minimax design
         */
        public SimonDesign minimax() {
            return front.get(0);
        }

        /**
         * The design that expects the fewest patients under {@code p0}.
         *
         * @return optimal design
         */
        public SimonDesign optimal() {
            return front.get(front.size() - 1);
        }

        /**
         * The designs that minimise {@code w n + (1 - w) E(N | p0)} for a weight {@code w} in [0, 1]: the corners of the
         * lower convex hull of the front.
         *
         * @return from minimax ({@code w = 1}) to optimal ({@code w = 0})
         */
        public List<AdmissibleDesign> admissible() {
            List<SimonDesign> hull = new ArrayList<>();
            for (SimonDesign design : front) {
                while (hull.size() > 1
                        && weight(hull.get(hull.size() - 2), hull.get(hull.size() - 1))
                                <= weight(hull.get(hull.size() - 1), design)) {
                    hull.remove(hull.size() - 1);
                }
                hull.add(design);
            }
            List<AdmissibleDesign> designs = new ArrayList<>();
            double high = 1;
            for (int i = 0; i < hull.size(); i++) {
                double low = i + 1 < hull.size() ? weight(hull.get(i), hull.get(i + 1)) : 0;
                designs.add(new AdmissibleDesign(hull.get(i), low, high));
                high = low;
            }
            return List.copyOf(designs);
        }

        /** The weight at which two designs are equally good. */
        private double weight(SimonDesign smaller, SimonDesign larger) {
            double saved = smaller.expectedTrials(p0) - larger.expectedTrials(p0);
            return saved / (saved + larger.trials() - smaller.trials());
        }
    }

    /**
     * A design with the weights of the maximum number of patients for which it is the best.
     *
     * @param design design
     * @param lowestWeight in [0, 1]
     * @param highestWeight in [lowestWeight, 1]
     */
    public record AdmissibleDesign(SimonDesign design, double lowestWeight, double highestWeight) {}
}
