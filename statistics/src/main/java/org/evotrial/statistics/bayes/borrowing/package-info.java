/**
 * Borrowing from history: mixture priors, their updating and their effective sample size. What a basket borrows from
 * other baskets of the same trial lives in {@link org.evotrial.statistics.bayes.basket}.
 */
@NullMarked
package org.evotrial.statistics.bayes.borrowing;

import org.jspecify.annotations.NullMarked;
