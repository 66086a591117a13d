package org.evotrial.statistics.verification;

import java.util.List;
import java.util.Set;
import org.evotrial.statistics.adaptive.MultiArmBoundShape;
import org.evotrial.statistics.adaptive.MultiArmMultiStageDesign;

/**
 * Bounds and sample sizes of MAMS' {@code mams} with stages of equal size; level, power and effects as the comment lines name
 * them. The lower shape is triangular with the triangular upper one and a fixed 0 otherwise.
 */
final class MamsBoundsCheck implements ReferenceCheck {
    // MAMS seeks its bounds with uniroot(tol = 1e-3), from a midpoint rule and pmvnorm with an error of up to 1e-3.
    private static final Tolerance BOUND = Tolerance.absolute(1e-3);
    // A bound that is off by 1e-3 moves the sample size by up to a thousandth, and so by one where it is nearly whole.
    private static final int NEXT_SIZE = 1;

    @Override
    public String file() {
        return "mams_bounds.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of("K", "J", "shape", "look", "upper", "lower", "n", "N");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        for (List<ReferenceRow> rows : LookRows.designs(table, "K", "J", "shape")) {
            findings.together(rows, () -> compare(HeaderText.of(table), rows, findings));
        }
    }

    private static void compare(String header, List<ReferenceRow> rows, Findings findings) {
        ReferenceRow first = rows.get(0);
        int arms = first.integer("K");
        int stages = first.integer("J");
        List<ReferenceRow> looks = LookRows.requireComplete(rows, stages);
        MultiArmMultiStageDesign design =
                design(arms, stages, first.text("shape"), HeaderText.number(header, "alpha", 0.05));
        double effect = MultiArmMultiStageDesign.effectOfSuperiority(HeaderText.number(header, "p", 0.75));
        double other = MultiArmMultiStageDesign.effectOfSuperiority(HeaderText.number(header, "p0", 0.5));
        int n = design.sampleSize(effect, other, HeaderText.number(header, "power", 0.9));
        for (ReferenceRow row : looks) {
            int look = row.integer("look");
            findings.compare(row, "upper", design.upperBound(look), BOUND);
            findings.compare(row, "lower", design.lowerBound(look), BOUND);
            findings.compare(row, "n", n, Tolerance.absolute(NEXT_SIZE));
            findings.compare(
                    row, "N", design.maximumSampleSize(n), Tolerance.absolute(NEXT_SIZE * (arms + 1.0) * stages));
        }
    }

    private static MultiArmMultiStageDesign design(int arms, int stages, String shape, double alpha) {
        MultiArmBoundShape upper = switch (shape) {
            case "obf" -> new MultiArmBoundShape.OBrienFleming();
            case "pocock" -> new MultiArmBoundShape.Pocock();
            case "triangular" -> new MultiArmBoundShape.Triangular();
            default ->
                throw new IllegalArgumentException(
                        String.format("The shape (%s) must be one of obf, pocock, triangular.", shape));
        };
        MultiArmBoundShape lower =
                upper instanceof MultiArmBoundShape.Triangular ? upper : new MultiArmBoundShape.Fixed(0);
        double[] ratios = new double[stages];
        for (int j = 0; j < stages; j++) {
            ratios[j] = j + 1;
        }
        return MultiArmMultiStageDesign.of(
                new MultiArmMultiStageDesign.Trial(arms, upper, lower), alpha, ratios, ratios);
    }
}
