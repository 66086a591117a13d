package org.evotrial.statistics.bayes.basket;

/**
 * What one kind of basket contributes at every node of the grid, by number of responses: the marginal likelihood, scaled
 * to a maximum of 1, and the conditional expectations of {@code p}, {@code p^2} and the indicators {@code p > c}.
 */
@SuppressWarnings("ArrayRecordComponent") // internal, never compared, never changed
record HierarchyTable(Basket basket, double[][] likelihood, double[][][] expectation) {
    /** What is smaller cannot matter beside the largest product and would only slow the processor down. */
    private static final double NEGLIGIBLE = 1e-200;

    /**
     * A kind of basket: {@code logit(p) - offset} is {@code N(mu, tau^2)} with probability {@code exchangeable},
     * otherwise {@code N(mean, deviation^2)}.
     */
    record Basket(int patients, double offset, double exchangeable, double mean, double deviation) {}

    static HierarchyTable of(Basket basket, BasketTrial trial, HierarchyGrid grid) {
        return new Builder(basket, trial, grid).build();
    }

    void multiply(int responses, double[] product) {
        double[] column = likelihood[responses];
        for (int i = 0; i < product.length; i++) {
            double next = product[i] * column[i];
            product[i] = next > NEGLIGIBLE ? next : 0;
        }
    }

    double logLikelihood(int responses, int node) {
        return StrictMath.log(likelihood[responses][node]);
    }

    /** Averages the expectations with the weights {@code product / total}. */
    void average(int responses, double[] product, double total, double[] results) {
        double[][] functions = expectation[responses];
        for (int g = 0; g < functions.length; g++) {
            results[g] = dot(functions[g], product) / total;
        }
    }

    /** Four sums, so that additions need not wait for one another. */
    private static double dot(double[] values, double[] weights) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < values.length; i += 4) {
            s0 += values[i] * weights[i];
            s1 += values[i + 1] * weights[i + 1];
            s2 += values[i + 2] * weights[i + 2];
            s3 += values[i + 3] * weights[i + 3];
        }
        for (; i < values.length; i++) {
            s0 += values[i] * weights[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** Fills the table slice by slice. */
    private static final class Builder {
        private final Basket basket;
        private final HierarchyGrid grid;
        private final int functions;
        private final LogitNormalBinomial integrals;
        private final double[][] alone;
        private final double[][] likelihood;
        private final double[][][] expectation;

        Builder(Basket basket, BasketTrial trial, HierarchyGrid grid) {
            this.basket = basket;
            this.grid = grid;
            functions = 2 + trial.thresholds();
            int nodes = grid.weights().length;
            likelihood = new double[basket.patients() + 1][nodes];
            expectation = new double[basket.patients() + 1][functions][nodes];
            integrals = new LogitNormalBinomial(basket.patients(), basket.offset(), trial);
            alone = copy(integrals.integrate(basket.mean(), basket.deviation()));
        }

        HierarchyTable build() {
            int at = 0;
            for (HierarchyGrid.Slice slice : grid.slices()) {
                for (int f = 0; f < slice.fineMu().length; f++) {
                    double[][] together = integrals.integrate(slice.fineMu()[f], slice.tau());
                    if (f % slice.refinement() == 0) {
                        node(at + f / slice.refinement(), slice.refinement() == 1 ? functions : 2, together);
                    }
                    if (slice.refinement() > 1) {
                        interpolate(slice, at, f, together);
                    }
                }
                at += slice.size();
            }
            finish();
            return new HierarchyTable(basket, likelihood, expectation);
        }

        /** Adds the integrals of a coarse node; the first functions only, where finer nodes see to the tails. */
        private void node(int node, int count, double[][] together) {
            double share = basket.exchangeable();
            for (int y = 0; y < likelihood.length; y++) {
                likelihood[y][node] = share * together[0][y] + (1 - share) * alone[0][y];
                for (int g = 0; g < count; g++) {
                    expectation[y][g][node] += share * together[1 + g][y];
                }
                for (int g = 0; g < functions; g++) {
                    expectation[y][g][node] += (1 - share) * alone[1 + g][y];
                }
            }
        }

        /**
         * Spreads a fine node's tail probabilities over the coarse nodes by the cardinal functions {@code sin(pi t) / (pi
         * t)}: as the other factors of the posterior are smooth, their values at the coarse nodes determine them between.
         */
        private void interpolate(HierarchyGrid.Slice slice, int at, int f, double[][] together) {
            for (int k = 0; k < slice.size(); k++) {
                int distance = f - k * slice.refinement();
                if (distance != 0 && distance % slice.refinement() == 0) {
                    continue;
                }
                double t = Math.PI * distance / slice.refinement();
                double cardinal = (distance == 0 ? 1 : Math.sin(t) / t) / slice.refinement() * basket.exchangeable();
                for (int y = 0; y < likelihood.length; y++) {
                    for (int g = 2; g < functions; g++) {
                        expectation[y][g][at + k] += cardinal * together[1 + g][y];
                    }
                }
            }
        }

        private void finish() {
            for (int y = 0; y < likelihood.length; y++) {
                double largest = 0;
                for (int i = 0; i < likelihood[y].length; i++) {
                    double value = likelihood[y][i];
                    largest = Math.max(largest, value);
                    for (int g = 0; g < functions; g++) {
                        expectation[y][g][i] = value > 0 ? expectation[y][g][i] / value : 0;
                    }
                }
                for (int i = 0; i < likelihood[y].length; i++) {
                    likelihood[y][i] /= largest;
                }
            }
        }

        private static double[][] copy(double[][] from) {
            double[][] to = from.clone();
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i].clone();
            }
            return to;
        }
    }
}
