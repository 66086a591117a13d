package org.evotrial.statistics.verification;

import java.util.List;
import java.util.Set;
import org.evotrial.statistics.groupsequential.BoundaryShape;
import org.evotrial.statistics.groupsequential.CrossingProbabilities;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.Sidedness;
import org.evotrial.statistics.groupsequential.SpendingFunction;

/** Designs of gsDesign's {@code gsDesign} at alpha .025 and beta .1, test types 1 to 6. */
final class GsdesignBoundsCheck implements ReferenceCheck {
    private static final double ALPHA = 0.025;
    private static final double BETA = 0.1;
    private static final SpendingFunction LOWER = new SpendingFunction.HwangShihDeCani(-2);
    // gsDesign stops its searches at 1e-6; where futility is not binding differences are below 1e-6.
    private static final double SEARCH = 5e-6;
    // With binding bounds its level is off by up to 9e-7, by its own upperProbH0; of a late Pocock-type boundary that
    // is
    // 5e-5. rpact's binding bounds of the same designs agree with ours within 1e-7.
    private static final double BINDING_SEARCH = 1e-4;

    @Override
    public String file() {
        return "gsdesign_bounds.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "testType",
                "spending",
                "k",
                "look",
                "timing",
                "nI",
                "upper",
                "lower",
                "upperProbH0",
                "upperProbH1",
                "en0",
                "en1");
    }

    @Override
    public void recompute(ReferenceTable table, Findings findings) {
        for (List<ReferenceRow> rows : LookRows.designs(table, "testType", "spending", "k")) {
            findings.together(rows, () -> compare(rows, findings));
        }
    }

    private static void compare(List<ReferenceRow> rows, Findings findings) {
        ReferenceRow first = rows.get(0);
        List<ReferenceRow> looks = LookRows.requireComplete(rows, first.integer("k"));
        int testType = first.integer("testType");
        double[] timing = LookRows.numbers(looks, "timing");
        // The last digit of k / k may be lost in print.
        timing[timing.length - 1] = 1;
        GroupSequentialDesign design = design(testType, first.text("spending"), timing);
        Tolerance tolerance = Tolerance.absolute(design.bindingFutility() ? BINDING_SEARCH : SEARCH);
        double drift = design.driftForPower(1 - BETA);
        double maximum = design.inflationFactor(1 - BETA);
        CrossingProbabilities nullHypothesis = design.crossingProbabilities(0);
        CrossingProbabilities alternative = design.crossingProbabilities(drift);
        for (ReferenceRow row : looks) {
            int look = row.integer("look");
            findings.compare(row, "nI", maximum * timing[look - 1], tolerance);
            findings.compare(row, "upper", design.criticalValue(look), tolerance);
            findings.compare(row, "lower", lower(design, testType, look), tolerance);
            findings.compare(row, "upperProbH0", nullHypothesis.upperRejection(look), tolerance);
            findings.compare(row, "upperProbH1", alternative.upperRejection(look), tolerance);
            findings.compare(row, "en0", maximum * nullHypothesis.expectedInformation(), tolerance);
            findings.compare(row, "en1", maximum * alternative.expectedInformation(), tolerance);
        }
    }

    /** gsDesign states the level of one side, and ends a futility bound at the critical value. */
    private static GroupSequentialDesign design(int testType, String spending, double[] timing) {
        if (testType == 2) {
            return efficacy(spending, 2 * ALPHA, Sidedness.TWO_SIDED_SYMMETRIC, timing);
        }
        GroupSequentialDesign efficacy = efficacy(spending, ALPHA, Sidedness.ONE_SIDED, timing);
        return switch (testType) {
            case 1 -> efficacy;
            case 3 -> efficacy.withBindingBetaSpending(LOWER, BETA);
            case 4 -> efficacy.withNonBindingBetaSpending(LOWER, BETA);
            case 5 -> efficacy.withHarmBound(LOWER, 1 - ALPHA, true);
            case 6 -> efficacy.withHarmBound(LOWER, 1 - ALPHA, false);
            default -> throw new IllegalArgumentException(String.format("The testType (%d) must be 1 to 6.", testType));
        };
    }

    private static double lower(GroupSequentialDesign design, int testType, int look) {
        if (testType == 2) {
            return -design.criticalValue(look);
        }
        boolean accepts = (testType == 3 || testType == 4) && look == design.looks();
        return accepts ? design.criticalValue(look) : design.futilityBound(look);
    }

    private static GroupSequentialDesign efficacy(String name, double alpha, Sidedness sidedness, double[] timing) {
        return switch (name) {
            case "OF" -> GroupSequentialDesign.shaped(BoundaryShape.obrienFleming(), alpha, sidedness, timing);
            case "Pocock" -> GroupSequentialDesign.shaped(BoundaryShape.pocock(), alpha, sidedness, timing);
            case "sfLDOF" ->
                GroupSequentialDesign.spending(new SpendingFunction.LanDeMetsOBrienFleming(), alpha, sidedness, timing);
            case "sfLDPocock" ->
                GroupSequentialDesign.spending(new SpendingFunction.LanDeMetsPocock(), alpha, sidedness, timing);
            default -> withParameter(name, alpha, sidedness, timing);
        };
    }

    /** Names such as {@code sfHSD_m4}, of which the m is a minus sign. */
    private static GroupSequentialDesign withParameter(
            String name, double alpha, Sidedness sidedness, double[] timing) {
        int separator = name.indexOf('_');
        if (separator < 0) {
            throw unknown(name);
        }
        double value = Double.parseDouble(name.substring(separator + 1).replace('m', '-'));
        return switch (name.substring(0, separator)) {
            case "WT" -> GroupSequentialDesign.shaped(new BoundaryShape.WangTsiatis(value), alpha, sidedness, timing);
            case "sfHSD" ->
                GroupSequentialDesign.spending(new SpendingFunction.HwangShihDeCani(value), alpha, sidedness, timing);
            case "sfPower" ->
                GroupSequentialDesign.spending(new SpendingFunction.KimDeMets(value), alpha, sidedness, timing);
            default -> throw unknown(name);
        };
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(String.format(
                "The spending (%s) must be one of OF, Pocock, sfLDOF, sfLDPocock, WT_x, sfHSD_x, sfPower_x.", name));
    }
}
