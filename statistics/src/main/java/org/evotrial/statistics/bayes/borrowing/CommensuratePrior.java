package org.evotrial.statistics.bayes.borrowing;

import org.evotrial.statistics.Admissible;

/**
 * Commensurate priors from one historical estimate: the new study's parameter is {@code N(theta_0, 1 / nu)} around the
 * historical one, whose own prior is flat, and the commensurability {@code nu}, a <b>precision</b>, is unknown. Given {@code nu}
 * the prior is {@code N(y_0, s_0^2 + 1 / nu)}; quadrature over {@code log nu} makes a mixture of normals. Hobbs, Sargent and Carlin
 * 2012, doi:10.1214/12-BA722.
 */
public sealed interface CommensuratePrior {
    /**
     * The prior of the new study's parameter.
     *
     * @param estimate historical estimate, finite
     * @param standardError its standard error, positive
     * @return mixture with components of the same mean
     * @throws IllegalArgumentException if an argument is not admissible
     */
    NormalMixture from(double estimate, double standardError);

    /**
     * {@code nu = spike} with probability {@code spikeWeight}, otherwise uniform on {@code [lower, upper]}.
     *
     * @param spikeWeight in [0, 1]; 1 is nearly full borrowing
     * @param spike precision at which the studies are as good as the same, above {@code upper}
     * @param lower smallest precision of the slab, positive
     * @param upper largest precision of the slab, above {@code lower}
     */
    record SpikeAndSlab(double spikeWeight, double spike, double lower, double upper) implements CommensuratePrior {
        private static final int STEPS = 1000;

        /**
         * Checks the parameters.
         *
         * @throws IllegalArgumentException if one is not admissible
         */
        public SpikeAndSlab {
            Admissible.probability("spikeWeight", spikeWeight);
            Admissible.positive("lower", lower);
            Admissible.positive("upper minus lower", upper - lower);
            Admissible.positive("spike minus upper", spike - upper);
            Admissible.finite("spike", spike);
        }

        @Override
        public NormalMixture from(double estimate, double standardError) {
            double low = StrictMath.log(lower);
            double step = (StrictMath.log(upper) - low) / STEPS;
            double[] logWeights = new double[STEPS + 1];
            double[] precisions = new double[STEPS + 1];
            for (int i = 0; i < STEPS; i++) {
                // The exact share of each cell, so that the weights of the slab sum to its own.
                double from = StrictMath.exp(low + i * step);
                double to = StrictMath.exp(low + (i + 1) * step);
                precisions[i] = Math.sqrt(from * to);
                logWeights[i] = StrictMath.log1p(-spikeWeight) + StrictMath.log((to - from) / (upper - lower));
            }
            precisions[STEPS] = spike;
            logWeights[STEPS] = StrictMath.log(spikeWeight);
            return CommensuratePrior.mixture(logWeights, precisions, estimate, standardError);
        }
    }

    /**
     * {@code nu ~ Gamma(shape, rate)}.
     *
     * @param shape positive; the prior has a variance only above 1
     * @param rate positive, not a scale; the mean of {@code nu} is {@code shape / rate}
     */
    record GammaPrecision(double shape, double rate) implements CommensuratePrior {
        private static final int STEPS = 1000;
        private static final double NEGLIGIBLE = 35;

        /**
         * Checks the parameters.
         *
         * @throws IllegalArgumentException if one is not admissible
         */
        public GammaPrecision {
            Admissible.positive("shape", shape);
            Admissible.positive("rate", rate);
        }

        @Override
        public NormalMixture from(double estimate, double standardError) {
            double centre = StrictMath.log(shape / rate);
            // Below the peak the log density falls like shape * u, or like a normal one if the shape is large.
            double below = Math.max(NEGLIGIBLE / shape + 1, Math.sqrt(2 * NEGLIGIBLE / shape));
            double above = StrictMath.log1p(NEGLIGIBLE / shape + Math.sqrt(2 * NEGLIGIBLE / shape));
            double step = (below + above) / STEPS;
            double[] logWeights = new double[STEPS + 1];
            double[] precisions = new double[STEPS + 1];
            for (int i = 0; i <= STEPS; i++) {
                double u = -below + i * step;
                precisions[i] = StrictMath.exp(centre + u);
                logWeights[i] = shape * (u - StrictMath.expm1(u));
            }
            return CommensuratePrior.mixture(logWeights, precisions, estimate, standardError);
        }
    }

    private static NormalMixture mixture(
            double[] logWeights, double[] precisions, double estimate, double standardError) {
        Admissible.positive("standardError", standardError);
        double[] means = new double[precisions.length];
        double[] deviations = new double[precisions.length];
        for (int i = 0; i < precisions.length; i++) {
            means[i] = estimate;
            deviations[i] = Math.sqrt(standardError * standardError + 1 / precisions[i]);
        }
        return NormalMixture.ofLogWeights(logWeights, means, deviations);
    }
}
