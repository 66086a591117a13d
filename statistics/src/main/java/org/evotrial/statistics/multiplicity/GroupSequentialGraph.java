package org.evotrial.statistics.multiplicity;

import java.io.Serializable;
import java.util.List;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.Sidedness;
import org.evotrial.statistics.groupsequential.SpendingFunction;

/**
 * A graphical procedure over the looks of a group-sequential trial: each hypothesis has its own spending function, which
 * spends the level {@code w_i alpha} that the graph gives to it; what a rejected hypothesis leaves is passed on and spent
 * by the receiver's function. Maurer and Bretz 2013, doi:10.1080/19466315.2013.807748.
 *
 * <p>At a look a hypothesis is rejected if its p-value is at most the nominal level of that look at level {@code w_i
 * alpha}, and after each rejection all others of the same look are tested again. Earlier looks are not taken up again at
 * the higher level. The nominal levels must not fall as {@code w_i alpha} grows, as holds for the spending functions of
 * this module at one-sided levels up to .1.
 */
public final class GroupSequentialGraph implements Serializable {
    private static final long serialVersionUID = 1L;

    private final GraphicalProcedure graph;
    private final double alpha;
    private final List<Plan> plans;

    /**
     * How one hypothesis is tested over the looks.
     *
     * @param spending how its level is spent
     * @param informationFractions information at its analyses, ascending, the last one 1
     */
    public record Plan(SpendingFunction spending, List<Double> informationFractions) implements Serializable {
        /**
         * Checks the fractions.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Plan {
            informationFractions = List.copyOf(informationFractions);
            Admissible.inRange("number of informationFractions", informationFractions.size(), 1, 100);
        }

        double nominalLevel(double level, int analysis) {
            double[] fractions = informationFractions.stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            return GroupSequentialDesign.spending(spending, level, Sidedness.ONE_SIDED, fractions)
                    .stageLevel(analysis);
        }
    }

    /**
     * A procedure.
     *
     * @param graph weights and transitions
     * @param alpha one-sided familywise level in (0, 1)
     * @param plans one per hypothesis
     * @throws IllegalArgumentException if the number of plans is wrong or alpha is not admissible
     */
    public GroupSequentialGraph(GraphicalProcedure graph, double alpha, List<Plan> plans) {
        Admissible.inRange("number of plans", plans.size(), graph.hypotheses(), graph.hypotheses());
        this.graph = graph;
        this.alpha = Admissible.openProbability("alpha", alpha);
        this.plans = List.copyOf(plans);
    }

    /**
     * At which look each hypothesis is rejected.
     *
     * @param pValues one-sided p-values by look and hypothesis, from all data up to the look; NaN where a hypothesis is
     *     not analysed at that look, and then that analysis of its plan has not been used
     * @return look from 1, or 0 where a hypothesis is not rejected
     * @throws IllegalArgumentException if a p-value is not admissible or a hypothesis is analysed more often than planned
     */
    public int[] rejectionLooks(double[][] pValues) {
        int m = graph.hypotheses();
        int[] looks = new int[m];
        int[] analyses = new int[m];
        GraphicalProcedure remaining = graph;
        for (int look = 1; look <= pValues.length; look++) {
            double[] row = pValues[look - 1];
            Admissible.inRange("number of p-values of a look", row.length, m, m);
            for (int i = 0; i < m; i++) {
                if (!Double.isNaN(row[i])) {
                    Admissible.probability("p-value", row[i]);
                    analyses[i]++;
                    Admissible.inRange(
                            "number of analyses of hypothesis " + i,
                            analyses[i],
                            1,
                            plans.get(i).informationFractions().size());
                }
            }
            int found = next(remaining, row, analyses);
            while (found >= 0) {
                looks[found] = look;
                remaining = remaining.without(found);
                found = next(remaining, row, analyses);
            }
        }
        return looks;
    }

    /**
     * The nominal level of an analysis of a hypothesis in the graph as it is before any rejection.
     *
     * @param hypothesis index from 0
     * @param analysis from 1
     * @return largest p-value that rejects; 0 without weight
     */
    public double nominalLevel(int hypothesis, int analysis) {
        return nominalLevel(graph, hypothesis, analysis);
    }

    private int next(GraphicalProcedure remaining, double[] row, int[] analyses) {
        for (int i = 0; i < row.length; i++) {
            if (remaining.contains(i)
                    && !Double.isNaN(row[i])
                    && remaining.weight(i) > 0
                    && row[i] <= nominalLevel(remaining, i, analyses[i])) {
                return i;
            }
        }
        return -1;
    }

    private double nominalLevel(GraphicalProcedure current, int hypothesis, int analysis) {
        double weight = current.weight(hypothesis);
        return weight > 0 ? plans.get(hypothesis).nominalLevel(weight * alpha, analysis) : 0;
    }
}
