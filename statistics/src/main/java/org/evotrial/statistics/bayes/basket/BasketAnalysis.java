package org.evotrial.statistics.bayes.basket;

/**
 * What a model makes of the responses of a basket trial. Deterministic: the same responses give the same posterior.
 * Implementations may keep a workspace and are then for one thread; each says so.
 */
public interface BasketAnalysis {
    /**
     * The trial that is analysed.
     *
     * @return sizes and thresholds
     */
    BasketTrial trial();

    /**
     * Whether two baskets may be exchanged: exchanging their responses exchanges their posteriors and changes no other.
     * Allows to enumerate sorted outcomes only.
     *
     * @param first a basket, from 0
     * @param second a basket, from 0
     * @return whether the model treats them alike
     */
    boolean interchangeable(int first, int second);

    /**
     * Computes the posterior.
     *
     * @param responses number of responses per basket, each from 0 to its number of patients
     * @param posterior filled
     * @throws IllegalArgumentException if the responses do not fit the trial
     */
    void analyse(int[] responses, BasketPosterior posterior);

    /**
     * Computes the posterior into a new object.
     *
     * @param responses number of responses per basket
     * @return posterior
     * @throws IllegalArgumentException if the responses do not fit the trial
     */
    default BasketPosterior analyse(int... responses) {
        BasketPosterior posterior = new BasketPosterior(trial());
        analyse(responses, posterior);
        return posterior;
    }
}
