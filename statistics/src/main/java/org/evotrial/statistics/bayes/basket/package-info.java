/**
 * Basket trials with a binary endpoint: several small groups that borrow strength from one another. Hierarchical models,
 * exchangeability averaging, pairwise weights, and exact operating characteristics of one-stage designs.
 *
 * <p>A {@link org.evotrial.statistics.bayes.basket.BasketAnalysis} turns the responses per basket into posterior moments
 * and tail probabilities. No random numbers and no decision rules beyond {@code P(p_j > p_0) >= evidence}.
 */
@NullMarked
package org.evotrial.statistics.bayes.basket;

import org.jspecify.annotations.NullMarked;
