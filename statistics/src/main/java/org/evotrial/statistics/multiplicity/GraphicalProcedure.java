package org.evotrial.statistics.multiplicity;

import java.io.Serializable;
import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/**
 * A graphical multiple test procedure: local weights {@code w_i} of the hypotheses, and what share {@code g_ij} of its
 * weight a rejected hypothesis {@code i} passes to {@code j}. Immutable. Bretz, Maurer, Brannath and Posch 2009,
 * doi:10.1002/sim.3495.
 *
 * <p>{@code H_i} is rejected at {@code p_i <= w_i alpha}; then {@code w_j} becomes {@code w_j + w_i g_ij} and {@code g_jk}
 * becomes {@code (g_jk + g_ji g_ik) / (1 - g_ji g_ij)}, 0 where {@code g_ji g_ij = 1}. The result does not depend on the
 * order of rejection. It is a closed weighted Bonferroni test, which controls the familywise error under any dependence.
 */
public final class GraphicalProcedure implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final double ROUNDING = 1e-12;

    private final double[] weights;
    private final double[][] transitions;
    private final int present;

    private GraphicalProcedure(double[] weights, double[][] transitions, int present) {
        this.weights = weights;
        this.transitions = transitions;
        this.present = present;
    }

    /**
     * A graph.
     *
     * @param weights {@code w_i} in [0, 1], at least one, with sum at most 1
     * @param transitions {@code g_ij} in [0, 1], square, zero diagonal, rows with sum at most 1
     * @return the procedure
     * @throws IllegalArgumentException if weights or transitions are not admissible
     */
    public static GraphicalProcedure of(double[] weights, double[][] transitions) {
        int m = weights.length;
        Admissible.inRange("number of hypotheses", m, 1, 31);
        Admissible.inRange("number of rows of transitions", transitions.length, m, m);
        requireShares("weights", weights);
        double[][] rows = new double[m][];
        for (int i = 0; i < m; i++) {
            Admissible.inRange("number of columns of transitions", transitions[i].length, m, m);
            requireShares("transitions of hypothesis " + i, transitions[i]);
            if (transitions[i][i] != 0) {
                throw new IllegalArgumentException(String.format(
                        "The transition (%s) of hypothesis %d to itself must be 0.", transitions[i][i], i));
            }
            rows[i] = transitions[i].clone();
        }
        return new GraphicalProcedure(weights.clone(), rows, m == 31 ? Integer.MAX_VALUE : (1 << m) - 1);
    }

    /**
     * Holm's procedure: equal weights, evenly passed on.
     *
     * @param hypotheses number, from 1 to 31
     * @return the procedure
     * @throws IllegalArgumentException if the number is not admissible
     */
    public static GraphicalProcedure holm(int hypotheses) {
        Admissible.inRange("number of hypotheses", hypotheses, 1, 31);
        double[][] transitions = new double[hypotheses][hypotheses];
        for (int i = 0; i < hypotheses; i++) {
            Arrays.fill(transitions[i], hypotheses == 1 ? 0 : 1.0 / (hypotheses - 1));
            transitions[i][i] = 0;
        }
        double[] weights = new double[hypotheses];
        Arrays.fill(weights, 1.0 / hypotheses);
        return of(weights, transitions);
    }

    /**
     * The fallback procedure: each hypothesis passes its weight to the next. Weights {@code 1, 0, ..., 0} give the fixed
     * sequence. Wiens 2003, doi:10.1002/pst.64.
     *
     * @param weights in the order of testing, in [0, 1], with sum at most 1
     * @return the procedure
     * @throws IllegalArgumentException if the weights are not admissible
     */
    public static GraphicalProcedure fallback(double... weights) {
        double[][] transitions = new double[weights.length][weights.length];
        for (int i = 0; i + 1 < weights.length; i++) {
            transitions[i][i + 1] = 1;
        }
        return of(weights, transitions);
    }

    /**
     * Number of hypotheses, removed ones included.
     *
     * @return {@code m}
     */
    public int hypotheses() {
        return weights.length;
    }

    /**
     * The local weight of a hypothesis.
     *
     * @param hypothesis index from 0
     * @return {@code w_i}; 0 once removed
     */
    public double weight(int hypothesis) {
        return weights[hypothesis];
    }

    /**
     * The share that a hypothesis passes to another.
     *
     * @param from index from 0
     * @param to index from 0
     * @return {@code g_ij}; 0 where one is removed
     */
    public double transition(int from, int to) {
        return transitions[from][to];
    }

    /**
     * Whether a hypothesis has not been removed.
     *
     * @param hypothesis index from 0
     * @return whether it is in the graph
     */
    public boolean contains(int hypothesis) {
        return (present >> hypothesis & 1) != 0;
    }

    /**
     * The graph after a hypothesis is rejected (or is left out of an intersection).
     *
     * @param hypothesis index of a hypothesis in the graph
     * @return the updated graph; indices stay
     * @throws IllegalArgumentException if the hypothesis is not in the graph
     */
    public GraphicalProcedure without(int hypothesis) {
        Admissible.inRange("hypothesis", hypothesis, 0, weights.length - 1L);
        if (!contains(hypothesis)) {
            throw new IllegalArgumentException(
                    String.format("The hypothesis (%d) must be in the graph; it was removed.", hypothesis));
        }
        int m = weights.length;
        double[] nextWeights = new double[m];
        double[][] next = new double[m][m];
        for (int j = 0; j < m; j++) {
            if (j == hypothesis || !contains(j)) {
                continue;
            }
            nextWeights[j] = weights[j] + weights[hypothesis] * transitions[hypothesis][j];
            double loop = transitions[j][hypothesis] * transitions[hypothesis][j];
            for (int k = 0; k < m; k++) {
                if (k != j && k != hypothesis && contains(k) && loop < 1 - ROUNDING) {
                    double passed = transitions[j][k] + transitions[j][hypothesis] * transitions[hypothesis][k];
                    next[j][k] = passed / (1 - loop);
                }
            }
        }
        return new GraphicalProcedure(nextWeights, next, present & ~(1 << hypothesis));
    }

    /**
     * The weights of the weighted Bonferroni test of an intersection, of which this procedure is the shortcut.
     *
     * @param intersection bit {@code i} set where hypothesis {@code i} belongs to it
     * @return weights; 0 outside the intersection
     */
    public double[] intersectionWeights(int intersection) {
        GraphicalProcedure graph = this;
        for (int i = 0; i < weights.length; i++) {
            if (contains(i) && (intersection >> i & 1) == 0) {
                graph = graph.without(i);
            }
        }
        return graph.weights.clone();
    }

    /**
     * Adjusted p-values: the smallest familywise level at which each hypothesis is rejected.
     *
     * @param pValues in [0, 1], one per hypothesis
     * @return adjusted p-values, at most 1; 0 for a hypothesis that has been removed
     * @throws IllegalArgumentException if the p-values are not admissible
     */
    public double[] adjustedPValues(double... pValues) {
        Admissible.inRange("number of p-values", pValues.length, weights.length, weights.length);
        double[] adjusted = new double[pValues.length];
        double largest = 0;
        GraphicalProcedure graph = this;
        for (int left = Integer.bitCount(present); left > 0; left--) {
            int best = graph.mostSignificant(pValues);
            largest = Math.max(largest, Math.min(1, graph.ratio(pValues, best)));
            adjusted[best] = largest;
            graph = graph.without(best);
        }
        return adjusted;
    }

    /**
     * The rejected hypotheses.
     *
     * @param alpha familywise level in (0, 1)
     * @param pValues in [0, 1], one per hypothesis
     * @return bit {@code i} set where hypothesis {@code i} is rejected
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public int rejected(double alpha, double... pValues) {
        Admissible.openProbability("alpha", alpha);
        double[] adjusted = adjustedPValues(pValues);
        int bits = 0;
        for (int i = 0; i < adjusted.length; i++) {
            bits |= contains(i) && adjusted[i] <= alpha ? 1 << i : 0;
        }
        return bits;
    }

    private int mostSignificant(double[] pValues) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < pValues.length; i++) {
            Admissible.probability("p-value", pValues[i]);
            if (contains(i) && (best < 0 || ratio(pValues, i) < least)) {
                best = i;
                least = ratio(pValues, i);
            }
        }
        return best;
    }

    private double ratio(double[] pValues, int hypothesis) {
        return weights[hypothesis] > 0 ? pValues[hypothesis] / weights[hypothesis] : Double.POSITIVE_INFINITY;
    }

    private static void requireShares(String name, double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += Admissible.probability(name, share);
        }
        if (sum > 1 + ROUNDING) {
            throw new IllegalArgumentException(String.format("The sum of the %s (%s) must be at most 1.", name, sum));
        }
    }
}
