package org.evotrial.statistics.bayes.sampling;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.Admissible;

/**
 * The slice sampler that updates one parameter after the other, stepping out and shrinking: Neal 2003,
 * doi:10.1214/aos/1056562461, sections 3 to 4. Leaves the density invariant for any width of the first interval; during
 * warm-up the widths follow the moves and are fixed afterwards.
 *
 * <p>Strongly correlated parameters mix slowly: standardise or reparameterise them (hierarchies non-centred). Modes far apart
 * are not crossed; start the chains dispersed, so that {@link ChainDiagnostics} can see it.
 */
public final class SliceSampler {
    private static final int MOST_STEPS = 1_000;
    private static final int MOST_SHRINKS = 2_000;

    private final LogDensity density;
    private final double[] firstWidth;

    private SliceSampler(LogDensity density, double[] firstWidth) {
        this.density = density;
        this.firstWidth = firstWidth;
    }

    /**
     * A sampler.
     *
     * @param density log density up to a constant
     * @param width first guess of the spread of each parameter, positive; one per parameter
     * @return sampler, which holds no state
     * @throws IllegalArgumentException if there is no width or one is not positive and finite
     */
    public static SliceSampler of(LogDensity density, double... width) {
        Admissible.inRange("number of parameters", width.length, 1, Integer.MAX_VALUE);
        for (double each : width) {
            Admissible.positive("width", each);
        }
        return new SliceSampler(density, width.clone());
    }

    /**
     * One chain.
     *
     * @param random source of random numbers
     * @param start first point, where the density is positive
     * @param warmUp updates of all parameters that are dropped, zero or more
     * @param draws updates of all parameters that are kept, positive
     * @return {@code [draw][parameter]}
     * @throws IllegalArgumentException if an argument is not admissible or the density is 0 or not finite at the start
     * @throws ArithmeticException if the density becomes NaN or infinite, or its slice is unbounded
     */
    public double[][] chain(UniformRandomProvider random, double[] start, int warmUp, int draws) {
        Admissible.inRange("number of starting values", start.length, firstWidth.length, firstWidth.length);
        Admissible.inRange("number of warm-up updates", warmUp, 0, Integer.MAX_VALUE);
        Admissible.inRange("number of draws", draws, 1, Integer.MAX_VALUE);
        Walk walk = new Walk(random, start.clone());
        for (int i = 1; i <= warmUp; i++) {
            walk.update();
            walk.adapt(i);
        }
        double[][] kept = new double[draws][];
        for (int i = 0; i < draws; i++) {
            walk.update();
            kept[i] = walk.point.clone();
        }
        return kept;
    }

    /**
     * Several chains, one after the other with the same source of random numbers.
     *
     * @param random source of random numbers
     * @param starts first points, dispersed; one per chain
     * @param warmUp updates of all parameters that are dropped per chain, zero or more
     * @param draws updates of all parameters that are kept per chain, positive
     * @return {@code [chain][draw][parameter]}
     * @throws IllegalArgumentException if an argument is not admissible or the density is 0 or not finite at a start
     * @throws ArithmeticException if the density becomes NaN or infinite, or its slice is unbounded
     */
    public double[][][] chains(UniformRandomProvider random, double[][] starts, int warmUp, int draws) {
        Admissible.inRange("number of chains", starts.length, 1, Integer.MAX_VALUE);
        double[][][] chains = new double[starts.length][][];
        for (int c = 0; c < starts.length; c++) {
            chains[c] = chain(random, starts[c], warmUp, draws);
        }
        return chains;
    }

    /** The moving point of a chain. */
    private final class Walk {
        private final UniformRandomProvider random;
        private final double[] point;
        private final double[] width = firstWidth.clone();
        private final double[] moved = new double[firstWidth.length];
        private double log;

        Walk(UniformRandomProvider random, double[] point) {
            this.random = random;
            this.point = point;
            log = density.at(point);
            if (!Double.isFinite(log)) {
                throw new IllegalArgumentException(
                        String.format("The log density (%s) at the start must be finite.", log));
            }
        }

        void update() {
            for (int j = 0; j < point.length; j++) {
                double before = point[j];
                update(j, log + StrictMath.log(1 - random.nextDouble()));
                moved[j] += Math.abs(point[j] - before);
            }
        }

        /** Three mean moves so far: about the width of a slice of a normal density. */
        void adapt(int updates) {
            for (int j = 0; j < point.length && updates >= 20; j++) {
                width[j] = moved[j] > 0 ? 3 * moved[j] / updates : width[j];
            }
        }

        private void update(int j, double level) {
            double centre = point[j];
            double low = centre - width[j] * random.nextDouble();
            double high = low + width[j];
            int steps = MOST_STEPS;
            while (at(j, low) > level) {
                low -= width[j];
                steps = require(steps - 1, j);
            }
            while (at(j, high) > level) {
                high += width[j];
                steps = require(steps - 1, j);
            }
            for (int i = 0; i < MOST_SHRINKS; i++) {
                double candidate = low + (high - low) * random.nextDouble();
                double value = at(j, candidate);
                if (value >= level) {
                    log = value;
                    return;
                }
                low = candidate < centre ? candidate : low;
                high = candidate < centre ? high : candidate;
            }
            throw new ArithmeticException(String.format("The slice of parameter %d around %s is empty.", j, centre));
        }

        private double at(int j, double value) {
            point[j] = value;
            double result = density.at(point);
            if (Double.isNaN(result) || result == Double.POSITIVE_INFINITY) {
                throw new ArithmeticException(
                        String.format("The log density is %s where parameter %d is %s.", result, j, value));
            }
            return result;
        }

        private int require(int steps, int j) {
            if (steps <= 0) {
                throw new ArithmeticException(String.format(
                        "The slice of parameter %d is wider than %d widths of %s: the density may be improper.",
                        j, MOST_STEPS, width[j]));
            }
            return steps;
        }
    }
}
