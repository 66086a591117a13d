package org.evotrial.statistics.bayes.basket;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evotrial.statistics.Admissible;

/**
 * Hierarchical models of basket trials by tabulated quadrature: those of Berry et al. and the exchangeability -
 * non-exchangeability model (EXNEX).
 *
 * <p>Given {@code (mu, tau)} the baskets are independent. For every node of a quadrature over {@code (mu, tau)}, every
 * basket and every possible number of responses, the marginal likelihood, the moments and the tail probabilities are
 * tabulated once; an analysis is then a weighted sum over some 700 nodes. Against finer grids the means are stable to 1e-7
 * and the probabilities to 1e-6. One object per thread: it holds a workspace.
 */
public final class HierarchicalAnalysis implements BasketAnalysis {
    private final BasketTrial trial;
    private final List<HierarchyTable> tables;
    private final double[] weight;
    private final double[] product;
    private final double[] results;

    private HierarchicalAnalysis(BasketTrial trial, List<HierarchyTable> tables, double[] weight) {
        this.trial = trial;
        this.tables = tables;
        this.weight = weight;
        product = new double[weight.length];
        results = new double[2 + trial.thresholds()];
    }

    /**
     * The hierarchical model of Berry et al. 2013, doi:10.1177/1740774513497539: {@code logit(p_j) = logit(target_j) +
     * theta_j}, {@code theta_j ~ N(mu, tau^2)}. The prior of {@code mu} refers to the difference from the target's logit.
     *
     * @param trial sizes and thresholds
     * @param targetRates one per basket, each in (0, 1)
     * @param distribution prior of {@code mu} and {@code tau}
     * @return analysis
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static HierarchicalAnalysis berry(
            BasketTrial trial, double[] targetRates, ExchangeableDistribution distribution) {
        Admissible.inRange("number of target rates", targetRates.length, trial.baskets(), trial.baskets());
        HierarchyTable.Basket[] baskets = new HierarchyTable.Basket[trial.baskets()];
        for (int j = 0; j < baskets.length; j++) {
            double rate = Admissible.openProbability("target rate", targetRates[j]);
            baskets[j] = new HierarchyTable.Basket(trial.patients(j), StrictMath.log(rate / (1 - rate)), 1, 0, 1);
        }
        return of(trial, baskets, distribution, HierarchyGrid.Resolution.STANDARD);
    }

    /**
     * The exchangeability - non-exchangeability model of Neuenschwander et al. 2016, doi:10.1002/pst.1730: {@code
     * logit(p_j)} is {@code N(mu, tau^2)} with probability {@code w_j}, otherwise {@code N(m_j, s_j^2)}. All normal
     * distributions are given by standard deviations.
     *
     * @param trial sizes and thresholds
     * @param exchangeable one {@code w_j} per basket, each in [0, 1]
     * @param distribution prior of {@code mu} and {@code tau}
     * @param alone what a basket that is not exchangeable has, one per basket
     * @return analysis
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static HierarchicalAnalysis exnex(
            BasketTrial trial, double[] exchangeable, ExchangeableDistribution distribution, List<BasketLogit> alone) {
        Admissible.inRange("number of weights", exchangeable.length, trial.baskets(), trial.baskets());
        Admissible.inRange("number of distributions", alone.size(), trial.baskets(), trial.baskets());
        HierarchyTable.Basket[] baskets = new HierarchyTable.Basket[trial.baskets()];
        for (int j = 0; j < baskets.length; j++) {
            baskets[j] = new HierarchyTable.Basket(
                    trial.patients(j),
                    0,
                    Admissible.probability("exchangeable", exchangeable[j]),
                    alone.get(j).mean(),
                    alone.get(j).deviation());
        }
        return of(trial, baskets, distribution, HierarchyGrid.Resolution.STANDARD);
    }

    static HierarchicalAnalysis of(
            BasketTrial trial,
            HierarchyTable.Basket[] baskets,
            ExchangeableDistribution distribution,
            HierarchyGrid.Resolution resolution) {
        HierarchyGrid grid = HierarchyGrid.of(distribution, trial, baskets, resolution);
        List<HierarchyTable> tables = new ArrayList<>();
        for (HierarchyTable.Basket basket : baskets) {
            HierarchyTable known = null;
            for (HierarchyTable each : tables) {
                known = each.basket().equals(basket) ? each : known;
            }
            tables.add(known != null ? known : HierarchyTable.of(basket, trial, grid));
        }
        return new HierarchicalAnalysis(trial, tables, grid.weights());
    }

    @Override
    public BasketTrial trial() {
        return trial;
    }

    @Override
    public boolean interchangeable(int first, int second) {
        return tables.get(first) == tables.get(second);
    }

    /**
     * Number of quadrature nodes.
     *
     * @return number of pairs {@code (mu, tau)}
     */
    public int nodes() {
        return weight.length;
    }

    @Override
    public void analyse(int[] responses, BasketPosterior posterior) {
        trial.requireResponses(responses);
        double total = multiply(responses);
        for (int j = 0; j < responses.length; j++) {
            int same = earlierAlike(responses, j);
            if (same >= 0) {
                posterior.copy(j, posterior, same);
                continue;
            }
            tables.get(j).average(responses[j], product, total, results);
            posterior.moments(j, results[0], results[1] - results[0] * results[0]);
            for (int t = 0; t < trial.thresholds(); t++) {
                posterior.probabilityAbove(j, t, results[2 + t]);
            }
        }
    }

    private int earlierAlike(int[] responses, int basket) {
        for (int i = basket - 1; i >= 0; i--) {
            if (responses[i] == responses[basket] && tables.get(i) == tables.get(basket)) {
                return i;
            }
        }
        return -1;
    }

    /** Posterior weights of the nodes, up to a factor, into the workspace; returns their sum. */
    private double multiply(int[] responses) {
        System.arraycopy(weight, 0, product, 0, product.length);
        for (int j = 0; j < responses.length; j++) {
            tables.get(j).multiply(responses[j], product);
        }
        double total = sum(product);
        if (total > 1e-150) {
            return total;
        }
        // Many or very different baskets: the product has underflown, so it is formed from logarithms.
        Arrays.fill(product, 0);
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < product.length; i++) {
            double log = StrictMath.log(weight[i]);
            for (int j = 0; j < responses.length; j++) {
                log += tables.get(j).logLikelihood(responses[j], i);
            }
            product[i] = log;
            largest = Math.max(largest, log);
        }
        for (int i = 0; i < product.length; i++) {
            product[i] = StrictMath.exp(product[i] - largest);
        }
        return sum(product);
    }

    private static double sum(double[] values) {
        double even = 0;
        double odd = 0;
        for (int i = 1; i < values.length; i += 2) {
            even += values[i - 1];
            odd += values[i];
        }
        return even + odd + (values.length % 2 == 0 ? 0 : values[values.length - 1]);
    }
}
