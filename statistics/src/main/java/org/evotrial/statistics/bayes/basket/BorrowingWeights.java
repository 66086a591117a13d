package org.evotrial.statistics.bayes.basket;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;

/** How much one basket borrows from another, from 0 (nothing) to 1 (as if they were one basket). */
public sealed interface BorrowingWeights {
    /**
     * The weight of another basket's data.
     *
     * @param prior prior of every basket
     * @param responses responses of the basket that borrows
     * @param patients its patients
     * @param otherResponses responses of the other basket
     * @param otherPatients its patients
     * @return weight in [0, 1]
     */
    double weight(BetaBinomial prior, int responses, int patients, int otherResponses, int otherPatients);

    /**
     * Whether the prior of the other basket is borrowed with its data.
     *
     * @return true for Fujikawa's design alone
     */
    default boolean borrowsPrior() {
        return false;
    }

    /** Every basket by itself. */
    record Separate() implements BorrowingWeights {
        @Override
        public double weight(BetaBinomial prior, int responses, int patients, int otherResponses, int otherPatients) {
            return 0;
        }
    }

    /** All baskets as one. */
    record Pooled() implements BorrowingWeights {
        @Override
        public double weight(BetaBinomial prior, int responses, int patients, int otherResponses, int otherPatients) {
            return 1;
        }
    }

    /**
     * Fujikawa et al. 2020, doi:10.1002/bimj.201800404: {@code (1 - JS)^epsilon} if that exceeds {@code tau}, else 0, with
     * the Jensen-Shannon divergence {@code JS} of the posteriors without borrowing. The article takes natural
     * logarithms, so that the divergence is at most {@code log 2} and no weight below {@code .307^epsilon}; with base 2
     * the weights are smaller.
     *
     * @param epsilon exponent, positive
     * @param tau threshold in [0, 1]
     * @param logarithmBase base of the logarithm, above 1: {@code Math.E} in the article, 2 by default in baskexact
     * @param borrowsPrior whether the other basket's prior is borrowed too, as in the article; without it the weights make
     *     a power prior
     */
    record Fujikawa(double epsilon, double tau, double logarithmBase, boolean borrowsPrior)
            implements BorrowingWeights {
        private static final GaussIntegrator PANEL = new GaussIntegratorFactory().legendre(16);
        private static final double REACH = 45;

        /**
         * Checks the parameters.
         *
         * @throws IllegalArgumentException if one is not admissible
         */
        public Fujikawa {
            Admissible.positive("epsilon", epsilon);
            Admissible.probability("tau", tau);
            Admissible.positive("logarithmBase minus 1", logarithmBase - 1);
        }

        @Override
        public double weight(BetaBinomial prior, int responses, int patients, int otherResponses, int otherPatients) {
            if (responses == otherResponses && patients == otherPatients) {
                return 1;
            }
            double divergence = divergence(
                    prior.updated(responses, patients - responses),
                    prior.updated(otherResponses, otherPatients - otherResponses));
            double similarity = Math.max(0, 1 - divergence / StrictMath.log(logarithmBase));
            double weight = StrictMath.pow(similarity, epsilon);
            return weight > tau ? weight : 0;
        }

        /** The Jensen-Shannon divergence in natural units, integrated over the logit. */
        static double divergence(BetaBinomial first, BetaBinomial second) {
            double width =
                    1.5 / Math.sqrt(0.25 * Math.max(first.alpha() + first.beta(), second.alpha() + second.beta()));
            double low = Math.min(centre(first), centre(second)) - REACH / Math.min(1, smallest(first, second));
            double high = Math.max(centre(first), centre(second)) + REACH / Math.min(1, smallest(first, second));
            int panels = (int) Math.ceil((high - low) / width);
            double half = 0.5 * (high - low) / panels;
            double sum = 0;
            for (int i = 0; i < panels; i++) {
                double middle = low + (2 * i + 1) * half;
                for (int k = 0; k < PANEL.getNumberOfPoints(); k++) {
                    sum += PANEL.getWeight(k) * half * integrand(first, second, middle + half * PANEL.getPoint(k));
                }
            }
            return Math.max(0, Math.min(StrictMath.log(2), sum));
        }

        private static double smallest(BetaBinomial first, BetaBinomial second) {
            return Math.min(Math.min(first.alpha(), first.beta()), Math.min(second.alpha(), second.beta()));
        }

        private static double centre(BetaBinomial distribution) {
            return StrictMath.log(distribution.alpha() / distribution.beta());
        }

        private static double integrand(BetaBinomial first, BetaBinomial second, double u) {
            double x = 1 / (1 + StrictMath.exp(-u));
            double jacobian = x / (1 + StrictMath.exp(u));
            if (!(x > 0 && x < 1 && jacobian > 0)) {
                return 0;
            }
            double p = StrictMath.exp(first.logDensity(x)) * jacobian;
            double q = StrictMath.exp(second.logDensity(x)) * jacobian;
            // Halving the sum instead would make 0 of the smallest number and the quotient infinite.
            double left = p > 0 ? p * StrictMath.log(2 * p / (p + q)) : 0;
            double right = q > 0 ? q * StrictMath.log(2 * q / (p + q)) : 0;
            return 0.5 * (left + right);
        }
    }

    /**
     * The calibrated power prior, Pan, Yuan and Xia 2017, doi:10.1111/rssc.12204, in basket trials Baumann et al. 2024,
     * doi:10.1080/19466315.2024.2402275: {@code 1 / (1 + exp(a + b log S))} with {@code S = max(n_i, n_j)^(1/4) |x_i / n_i -
     * x_j / n_j|}; natural logarithm.
     *
     * @param a finite
     * @param b positive; a larger one borrows less from dissimilar and more from similar baskets
     * @param limited whether the weight is also multiplied by {@code min(1, n_i / n_j)}, so that no basket contributes more
     *     patients than the borrowing one has
     */
    record CalibratedPowerPrior(double a, double b, boolean limited) implements BorrowingWeights {
        /**
         * Checks the parameters.
         *
         * @throws IllegalArgumentException if one is not admissible
         */
        public CalibratedPowerPrior {
            Admissible.finite("a", a);
            Admissible.positive("b", b);
        }

        @Override
        public double weight(BetaBinomial prior, int responses, int patients, int otherResponses, int otherPatients) {
            double difference = Math.abs((double) responses / patients - (double) otherResponses / otherPatients);
            double distance = StrictMath.pow(Math.max(patients, otherPatients), 0.25) * difference;
            double weight = distance == 0 ? 1 : 1 / (1 + StrictMath.exp(a + b * StrictMath.log(distance)));
            return limited ? weight * Math.min(1, (double) patients / otherPatients) : weight;
        }
    }

    /**
     * The power prior whose weight maximises the marginal likelihood, Gravestock and Held 2017,
     * doi:10.1002/pst.1814: {@code B(a + x_i + w x_j, ...) / B(a + w x_j, ...)}; the mean of the weights in both directions.
     */
    record MarginalLikelihood() implements BorrowingWeights {
        private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);

        @Override
        public double weight(BetaBinomial prior, int responses, int patients, int otherResponses, int otherPatients) {
            return 0.5
                    * (oneWay(prior, responses, patients, otherResponses, otherPatients)
                            + oneWay(prior, otherResponses, otherPatients, responses, patients));
        }

        private static double oneWay(BetaBinomial prior, int responses, int patients, int other, int otherPatients) {
            return maximum(weight -> prior.updated(weight * other, weight * (otherPatients - other))
                    .logMarginalLikelihood(responses, patients - responses));
        }

        private static double maximum(DoubleUnaryOperator function) {
            double low = 0;
            double high = 1;
            while (high - low > 1e-9) {
                double left = high - GOLDEN * (high - low);
                double right = low + GOLDEN * (high - low);
                if (function.applyAsDouble(left) > function.applyAsDouble(right)) {
                    high = right;
                } else {
                    low = left;
                }
            }
            double inside = 0.5 * (low + high);
            // An end of the interval is an end exactly.
            if (inside < 1e-6) {
                return 0;
            }
            return inside > 1 - 1e-6 ? 1 : inside;
        }
    }
}
