/**
 * Bayesian models with one parameter: conjugate updating, predictive distributions, comparisons of arms, probabilities of
 * success. Basket trials, borrowing from history, survival, assurance and the Monte Carlo fallback have sub-packages.
 *
 * <p>Everything is computed by closed forms, enumeration or quadrature; random numbers appear in
 * {@link org.evotrial.statistics.bayes.sampling} only. What a trial does with a posterior probability does not live here.
 */
@NullMarked
package org.evotrial.statistics.bayes;

import org.jspecify.annotations.NullMarked;
