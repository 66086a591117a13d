package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import java.util.List;
import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.multiplicity.ClosedTest;
import org.evotrial.statistics.multiplicity.IntersectionTest;

/**
 * The closed combination test of an adaptive trial with several hypotheses: within each stage every intersection gets a
 * p-value, its p-values are combined over the stages, and a hypothesis is rejected at a stage when every intersection that
 * it belongs to has been rejected there or before. Familywise error is controlled in the strong sense whatever arms or
 * populations are selected, and why. Bretz, Schmidli, Koenig, Racine and Maurer 2006, doi:10.1002/bimj.200510232.
 *
 * <p>A p-value of NaN marks a hypothesis that was not tested in a stage. Intersections none of whose hypotheses is tested
 * get the p-value 1 in that stage. Stages count from 1, hypotheses from 0.
 */
public final class ClosedCombinationTest {
    private final CombinationDesign design;
    private final double[][] pValues;
    private final double[][] localPValues;

    private ClosedCombinationTest(CombinationDesign design, double[][] pValues, double[][] localPValues) {
        this.design = design;
        this.pValues = pValues;
        this.localPValues = localPValues;
    }

    /**
     * The test after some stages.
     *
     * @param design how stages are combined
     * @param intersectionTests the test of intersections of each stage done; it must have been fixed before the stage
     * @param pValues one-sided stage-wise p-values by stage and hypothesis; NaN where not tested
     * @return the test
     * @throws IllegalArgumentException if there are no or too many stages, numbers differ, or a p-value is not admissible
     */
    public static ClosedCombinationTest of(
            CombinationDesign design, List<? extends IntersectionTest> intersectionTests, double[][] pValues) {
        Admissible.inRange("number of stages", pValues.length, 1, design.stages());
        Admissible.inRange("number of intersection tests", intersectionTests.size(), pValues.length, pValues.length);
        int hypotheses = pValues[0].length;
        double[][] copies = new double[pValues.length][];
        double[][] local = new double[pValues.length][];
        for (int k = 0; k < pValues.length; k++) {
            Admissible.inRange("number of hypotheses", pValues[k].length, hypotheses, hypotheses);
            copies[k] = pValues[k].clone();
            local[k] = new ClosedTest(intersectionTests.get(k)).intersectionPValues(copies[k]);
        }
        return new ClosedCombinationTest(design, copies, local);
    }

    /**
     * Number of stages done.
     *
     * @return at most those of the design
     */
    public int stagesDone() {
        return localPValues.length;
    }

    /**
     * Number of hypotheses.
     *
     * @return {@code m}
     */
    public int hypotheses() {
        return pValues[0].length;
    }

    /**
     * The stage-wise p-value of an intersection.
     *
     * @param intersection set of bits, not empty
     * @param stage from 1
     * @return p-value
     */
    public double intersectionPValue(int intersection, int stage) {
        return localPValues[stage - 1][intersection];
    }

    /**
     * The hypotheses that are rejected at a stage or before.
     *
     * @param stage from 1
     * @return bit {@code i} set where hypothesis {@code i} is rejected
     */
    public int rejected(int stage) {
        int bits = (1 << hypotheses()) - 1;
        for (int set = 1; set < 1 << hypotheses(); set++) {
            if (!intersectionRejected(set, stage)) {
                bits &= ~set;
            }
        }
        return bits;
    }

    /**
     * Whether an intersection is rejected at a stage or before.
     *
     * @param intersection set of bits, not empty
     * @param stage from 1
     * @return whether its combination test has rejected
     */
    public boolean intersectionRejected(int intersection, int stage) {
        double[] own = stagePValues(intersection);
        for (int k = 1; k <= stage; k++) {
            if (design.rejects(own, k)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The repeated p-value of a hypothesis: the smallest level at which this stage rejects it.
     *
     * @param hypothesis from 0, tested at the stage
     * @param stage from 1
     * @return the largest repeated p-value of the intersections that it belongs to; NaN if it is not tested at the stage
     */
    public double repeatedPValue(int hypothesis, int stage) {
        return over(hypothesis, stage, own -> design.repeatedPValue(own, stage));
    }

    /**
     * The conditional rejection probability of a hypothesis under the intersection of all: the smallest conditional error
     * of the intersections that it belongs to.
     *
     * @param hypothesis from 0, tested at the stage
     * @param stage from 1, before the last of the design
     * @return probability; NaN if the hypothesis is not tested at the stage
     */
    public double conditionalRejectionProbability(int hypothesis, int stage) {
        return -over(hypothesis, stage, own -> -design.conditionalRejectionProbability(own, stage));
    }

    private interface Measure {
        double of(double[] stagePValues);
    }

    /** The largest value over the intersections with a hypothesis; NaN where it is not tested. */
    private double over(int hypothesis, int stage, Measure measure) {
        if (Double.isNaN(pValues[stage - 1][hypothesis])) {
            return Double.NaN;
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (int set = 1; set < 1 << hypotheses(); set++) {
            if ((set >> hypothesis & 1) != 0) {
                largest = Math.max(largest, measure.of(stagePValues(set)));
            }
        }
        return largest;
    }

    private double[] stagePValues(int intersection) {
        return Arrays.stream(localPValues).mapToDouble(row -> row[intersection]).toArray();
    }
}
