package org.evotrial.statistics.verification;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.Sidedness;
import org.evotrial.statistics.groupsequential.SpendingFunction;
import org.evotrial.statistics.survival.planning.Accrual;
import org.evotrial.statistics.survival.planning.PiecewiseHazard;
import org.evotrial.statistics.survival.planning.SurvivalTrialPlan;

/**
 * The trial that rpact's survival files share: 350 subjects enter evenly over 18 months, a control median of 6 months,
 * one-sided level .025; and the designs by the names of those files.
 */
final class RpactSurvivalTrials {
    static final double SUBJECTS = 350;
    static final double ACCRUAL_MONTHS = 18;
    static final double CONTROL_MEDIAN = 6;
    private static final double ALPHA = 0.025;
    private static final double BETA = 0.1;
    private static final Pattern DESIGN = Pattern.compile("(asOF|asP|OF|P|HSDfut)([0-9]+)");

    private RpactSurvivalTrials() {}

    /** The trial with a hazard ratio and a share that drops out in 12 months. */
    static SurvivalTrialPlan plan(GroupSequentialDesign design, double hazardRatio, double dropoutPer12) {
        return SurvivalTrialPlan.proportional(
                design,
                Accrual.uniform(SUBJECTS, ACCRUAL_MONTHS),
                1,
                PiecewiseHazard.ofMedian(CONTROL_MEDIAN),
                PiecewiseHazard.ofShare(dropoutPer12, 12),
                hazardRatio);
    }

    /** The looks of a design where a file does not say: .5, .75 and 1 for asOF3, equal otherwise. */
    static double[] informationRates(String name) {
        if ("fixed".equals(name)) {
            return new double[] {1};
        }
        Matcher matcher = matcher(name);
        int looks = Integer.parseInt(matcher.group(2));
        return "asOF3".equals(name) ? new double[] {0.5, 0.75, 1} : RpactDesigns.equal(looks);
    }

    /** A design by its name: fixed, or a type of boundary and the number of looks. */
    static GroupSequentialDesign design(String name, double... informationRates) {
        if ("fixed".equals(name)) {
            return RpactDesigns.of("P", "", 1, ALPHA, informationRates);
        }
        String type = matcher(name).group(1);
        return switch (type) {
            case "HSDfut" ->
                GroupSequentialDesign.spending(
                                new SpendingFunction.HwangShihDeCani(-4), ALPHA, Sidedness.ONE_SIDED, informationRates)
                        .withNonBindingBetaSpending(new SpendingFunction.HwangShihDeCani(-2), BETA);
            default -> RpactDesigns.of(type, "", 1, ALPHA, informationRates);
        };
    }

    private static Matcher matcher(String name) {
        Matcher matcher = DESIGN.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    String.format("The design (%s) must be fixed or match %s.", name, DESIGN));
        }
        return matcher;
    }
}
