package org.evotrial.statistics.adaptive;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.StandardNormal;
import org.evotrial.statistics.groupsequential.BoundaryShape;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.Sidedness;
import org.evotrial.statistics.groupsequential.SpendingFunction;

/**
 * The inverse normal combination test: {@code sum w_j Phi^-1(1 - p_j) / sqrt(sum w_j^2)} over the stages so far, with
 * {@code w_j = sqrt(t_j - t_{j-1})} from the planned information fractions, rejects at the critical values of a one-sided
 * group-sequential design. The weights stay as planned whatever the sizes of the stages become. Lehmacher and Wassmer
 * 1999, doi:10.1111/j.0006-341X.1999.01286.x.
 *
 * <p>A stage p-value of 1 makes the statistic negative infinity from then on: no rejection is possible any more.
 */
public final class InverseNormalDesign implements CombinationDesign {
    private static final long serialVersionUID = 1L;
    private static final double FARTHEST = 40;

    private final Recipe recipe;
    private final GroupSequentialDesign design;

    /** Makes the critical values of a level. */
    private interface Recipe extends Serializable {
        GroupSequentialDesign at(double level);
    }

    private InverseNormalDesign(Recipe recipe, GroupSequentialDesign design) {
        this.recipe = recipe;
        this.design = design;
    }

    /**
     * Critical values by error spending.
     *
     * @param spending how the level is spent
     * @param alpha one-sided level in (0, 1)
     * @param informationFractions planned information, strictly ascending in (0, 1], the last one 1
     * @return the design
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static InverseNormalDesign spending(
            SpendingFunction spending, double alpha, double... informationFractions) {
        Objects.requireNonNull(spending);
        double[] fractions = informationFractions.clone();
        return of(level -> GroupSequentialDesign.spending(spending, level, Sidedness.ONE_SIDED, fractions), alpha);
    }

    /**
     * Critical values of a given shape.
     *
     * @param shape how the critical values move with the information
     * @param alpha one-sided level in (0, 1)
     * @param informationFractions planned information, strictly ascending in (0, 1], the last one 1
     * @return the design
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static InverseNormalDesign shaped(BoundaryShape shape, double alpha, double... informationFractions) {
        Objects.requireNonNull(shape);
        double[] fractions = informationFractions.clone();
        return of(level -> GroupSequentialDesign.shaped(shape, level, Sidedness.ONE_SIDED, fractions), alpha);
    }

    private static InverseNormalDesign of(Recipe recipe, double alpha) {
        return new InverseNormalDesign(recipe, recipe.at(Admissible.openProbability("alpha", alpha)));
    }

    /**
     * The group-sequential design that the critical values come from.
     *
     * @return one-sided design
     */
    public GroupSequentialDesign groupSequentialDesign() {
        return design;
    }

    @Override
    public int stages() {
        return design.looks();
    }

    @Override
    public double alpha() {
        return design.alpha();
    }

    /**
     * The weight {@code sqrt(t_j - t_{j-1})} of a stage's normal score; the squares add up to 1.
     *
     * @param stage from 1
     * @return weight
     */
    @Override
    public double weight(int stage) {
        double before = stage == 1 ? 0 : design.informationFraction(stage - 1);
        return Math.sqrt(design.informationFraction(stage) - before);
    }

    @Override
    public double criticalValue(int stage) {
        return design.criticalValue(stage);
    }

    @Override
    public double statistic(double[] stagePValues, int stage) {
        requireStage(stage, stagePValues.length, stages());
        double sum = 0;
        for (int j = 1; j <= stage; j++) {
            double score = StandardNormal.upperQuantile(stagePValues[j - 1]);
            if (score == Double.NEGATIVE_INFINITY) {
                return Double.NEGATIVE_INFINITY;
            }
            sum += weight(j) * score;
        }
        return sum / Math.sqrt(design.informationFraction(stage));
    }

    @Override
    public boolean rejects(double[] stagePValues, int stage) {
        return statistic(stagePValues, stage) >= criticalValue(stage);
    }

    @Override
    public double evidence(double[] stagePValues, int stage) {
        return bounded(statistic(stagePValues, stage)) - bounded(criticalValue(stage));
    }

    @Override
    public double conditionalRejectionProbability(double[] stagePValues, int stage) {
        requireStage(stage, stagePValues.length, stages() - 1);
        double z = statistic(stagePValues, stage);
        if (z >= criticalValue(stage)) {
            return 1;
        }
        if (z == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        double now = design.informationFraction(stage);
        int left = stages() - stage;
        double[] information = new double[left];
        double[] bounds = new double[left];
        for (int j = 0; j < left; j++) {
            double t = design.informationFraction(stage + 1 + j);
            information[j] = t - now;
            bounds[j] = (criticalValue(stage + 1 + j) * Math.sqrt(t) - z * Math.sqrt(now)) / Math.sqrt(t - now);
        }
        return UpperCrossing.probability(information, bounds);
    }

    @Override
    public InverseNormalDesign atLevel(double level) {
        return of(recipe, level);
    }

    /** Checks a stage against the p-values at hand. */
    static void requireStage(int stage, int pValues, int last) {
        Admissible.inRange("stage", stage, 1, Math.min(last, pValues));
    }

    private static double bounded(double value) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, value));
    }

    @Override
    public String toString() {
        return "InverseNormalDesign" + Arrays.toString(design.criticalValues());
    }
}
