package org.evotrial.statistics.phasetwo;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.BetaBinomial;
import org.evotrial.statistics.groupsequential.BinomialGroupSequential;

/**
 * A Bayesian design with the boundaries of BOP2 for a binary endpoint: with {@code n} of {@code N} patients stop for futility
 * if {@code P(p > p0 | data) < lambda (n / N)^gamma}; a trial that reaches the end without is effective. Zhou, Lee and Yuan 2017,
 * doi:10.1002/sim.7338. Immutable.
 *
 * <p>Stopping where {@code P(p <= p0 | data) > 1 - lambda (n / N)^gamma} is the same rule. Their prior is worth one patient with mean {@code p0}: see {@link #unitInformationPrior}.
 */
public final class BayesianOptimalDesign {
    private final double lambda;
    private final double gamma;
    private final int[] looks;
    private final int[] futility;

    /**
     * A design.
     *
     * @param prior distribution of the response probability
     * @param p0 response probability under the null hypothesis, in (0, 1)
     * @param lambda cut-off at the end, in (0, 1)
     * @param gamma how slowly the cut-off rises, zero or positive; 0 for a constant one
     * @param looks numbers of patients at the looks, strictly ascending, the last one with all
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public BayesianOptimalDesign(BetaBinomial prior, double p0, double lambda, double gamma, int... looks) {
        Admissible.openProbability("p0", p0);
        this.lambda = Admissible.openProbability("lambda", lambda);
        this.gamma = Admissible.nonNegative("gamma", gamma);
        this.looks = Looks.requireAscending(looks);
        futility = new int[looks.length];
        double trials = Looks.last(looks);
        for (int k = 0; k < looks.length; k++) {
            double cutoff = lambda * StrictMath.pow(looks[k] / trials, gamma);
            futility[k] = PosteriorBound.fewest(prior, looks[k], p0, cutoff) - 1;
        }
    }

    /**
     * The prior of Zhou, Lee and Yuan.
     *
     * @param p0 response probability under the null hypothesis, in (0, 1)
     * @return {@code Beta(p0, 1 - p0)}
     * @throws IllegalArgumentException if {@code p0} is not admissible
     */
    public static BetaBinomial unitInformationPrior(double p0) {
        Admissible.openProbability("p0", p0);
        return new BetaBinomial(p0, 1 - p0);
    }

    /**
     * The cut-off of the posterior probability at the end.
     *
     * @return {@code lambda}
     */
    public double lambda() {
        return lambda;
    }

    /**
     * The exponent of the information fraction.
     *
     * @return {@code gamma}
     */
    public double gamma() {
        return gamma;
    }

    /**
     * The largest numbers of responses that stop for futility.
     *
     * @return by look, -1 where none does
     */
    public int[] futilityBounds() {
        return futility.clone();
    }

    /**
     * The trial with its bounds; gives the exact type I error, power and expected number of patients.
     *
     * @return trial
     */
    public BinomialGroupSequential trial() {
        int[] efficacy = Arrays.stream(looks).map(n -> n + 1).toArray();
        efficacy[looks.length - 1] = futility[looks.length - 1] + 1;
        return new BinomialGroupSequential(looks, futility, efficacy);
    }

    @Override
    public String toString() {
        return String.format(
                "looks %s, futility %s, lambda %s, gamma %s",
                Arrays.toString(looks), Arrays.toString(futility), lambda, gamma);
    }
}
