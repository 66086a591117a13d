package org.evotrial.statistics.verification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evotrial.statistics.adaptive.AdaptiveSimulation;
import org.evotrial.statistics.adaptive.AdaptiveTrialCounts;
import org.evotrial.statistics.adaptive.IntersectionScores;
import org.evotrial.statistics.adaptive.InverseNormalDesign;
import org.evotrial.statistics.adaptive.MultiArmMeanOutcomes;
import org.evotrial.statistics.adaptive.MultiArmRateOutcomes;
import org.evotrial.statistics.adaptive.MultiArmSurvivalOutcomes;
import org.evotrial.statistics.adaptive.SelectionRule;
import org.evotrial.statistics.adaptive.StagewiseOutcomes;
import org.evotrial.statistics.groupsequential.SpendingFunction;

/**
 * rpact's simulations of multi-arm trials with selection, simulated again. What the columns name is the endpoint, the number
 * of stages, the test of intersections, the selection and the scenario; what scenarios mean is said in the file's comment
 * lines and fixed here.
 *
 * <p>Futility stops without futility bounds in Bonferroni's rows are no flaw: a Bonferroni p-value of 1 makes the inverse
 * normal statistic negative infinity, so that the trial cannot succeed any more.
 */
final class RpactMultiarmSimulationCheck implements RowCheck {
    private static final Pattern DESIGN =
            Pattern.compile("(rates|survival|means) k=(\\d+) (\\w+) (\\w+)(?:=([\\d.]+))?(?: \\(([^)]*)\\))?");
    private static final Pattern SIZES = Pattern.compile("\\d+(?:/\\d+)*");
    private static final List<String> ARMS = List.of("rejectArm1", "rejectArm2", "rejectArm3", "rejectArm4");
    private static final double ALPHA = 0.025;
    private static final double CONTROL_RATE = 0.25;
    private static final Map<String, double[]> RATES = Map.of(
            "null", new double[] {.25, .25, .25, .25},
            "one_good", new double[] {.25, .25, .30, .40},
            "graded", new double[] {.25, .35, .40, .45});
    private static final Map<String, double[]> HAZARD_RATIOS = Map.of(
            "null", new double[] {1, 1, 1},
            "one_good", new double[] {1, .8, .65},
            "graded", new double[] {.8, .7, .6});
    private static final Map<String, double[]> MEANS = Map.of(
            "null", new double[] {0, 0, 0},
            "one_good", new double[] {0, .2, .4},
            "graded", new double[] {.2, .3, .4});

    @Override
    public String file() {
        return "rpact_multiarm_simulation.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "design",
                "scenario",
                "iterations",
                "rejectAtLeastOne",
                "rejectArm1",
                "rejectArm2",
                "rejectArm3",
                "rejectArm4",
                "expectedNumber",
                "expectedEvents",
                "futilityStop");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        Matcher design = DESIGN.matcher(row.text("design"));
        if (!design.matches()) {
            throw new IllegalArgumentException(String.format(
                    "The design (%s) must be 'endpoint k=stages test selection', with sizes in brackets.",
                    row.text("design")));
        }
        StagewiseOutcomes outcomes = outcomes(design, row.text("scenario"));
        AdaptiveSimulation simulation =
                simulation(outcomes.stages(), scores(design.group(3), outcomes.hypotheses()), selection(design));
        AdaptiveTrialCounts ours = SimulatedTrials.run(row, simulation, outcomes);
        SimulatedTrials.compare(row, ours, ARMS, findings);
        SimulatedTrials.share(row, "futilityStop", ours.futilityRate(), findings);
    }

    /** Spending of O'Brien-Fleming type, stages of equal size, early success if all selected are rejected. */
    static AdaptiveSimulation simulation(int stages, IntersectionScores scores, SelectionRule selection) {
        InverseNormalDesign design = InverseNormalDesign.spending(
                new SpendingFunction.LanDeMetsOBrienFleming(),
                ALPHA,
                RpactAnalysisMultiarmRatesCheck.equalFractions(stages));
        return new AdaptiveSimulation(design, scores, selection, AdaptiveSimulation.Success.ALL_SELECTED);
    }

    private static StagewiseOutcomes outcomes(Matcher design, String scenario) {
        int stages = Integer.parseInt(design.group(2));
        String endpoint = design.group(1);
        if ("rates".equals(endpoint)) {
            double[] rates = effects(RATES, scenario);
            // Two stages are the design with selection by epsilon, which has the last three arms.
            double[] used = stages == 2 ? Arrays.copyOfRange(rates, 1, rates.length) : rates;
            return new MultiArmRateOutcomes(used, CONTROL_RATE, rateSizes(stages));
        }
        int[] sizes = sizes(design);
        if (sizes.length != stages) {
            throw new IllegalArgumentException(
                    String.format("The sizes (%s) must be as many as stages (%d).", Arrays.toString(sizes), stages));
        }
        return "survival".equals(endpoint)
                ? new MultiArmSurvivalOutcomes(effects(HAZARD_RATIOS, scenario), sizes)
                : new MultiArmMeanOutcomes(effects(MEANS, scenario), 1, sizes);
    }

    private static int[] rateSizes(int stages) {
        return switch (stages) {
            case 2 -> new int[] {60, 120};
            case 3 -> new int[] {66, 133, 200};
            case 10 -> new int[] {20, 40, 60, 80, 100, 120, 140, 160, 180, 200};
            default ->
                throw new IllegalArgumentException(
                        String.format("The number of stages (%d) of a rates design must be 2, 3 or 10.", stages));
        };
    }

    private static int[] sizes(Matcher design) {
        String brackets = design.group(6);
        Matcher sizes = SIZES.matcher(brackets == null ? "" : brackets);
        if (!sizes.find()) {
            throw new IllegalArgumentException(
                    String.format("The design (%s) must name its sizes in brackets.", design.group()));
        }
        return HeaderText.integers(sizes.group());
    }

    private static double[] effects(Map<String, double[]> scenarios, String scenario) {
        double[] effects = scenarios.get(scenario);
        if (effects == null) {
            throw new IllegalArgumentException(
                    String.format("The scenario (%s) must be one of null, one_good, graded.", scenario));
        }
        return effects;
    }

    private static SelectionRule selection(Matcher design) {
        return switch (design.group(4)) {
            case "best" -> new SelectionRule.Best(1);
            case "all" -> new SelectionRule.All();
            case "rBest" -> new SelectionRule.Best((int) value(design));
            case "epsilon" -> new SelectionRule.WithinEpsilon(value(design));
            default ->
                throw new IllegalArgumentException(String.format(
                        "The selection (%s) must be one of best, all, rBest=r, epsilon=e.", design.group(4)));
        };
    }

    private static double value(Matcher design) {
        String value = design.group(5);
        if (value == null) {
            throw new IllegalArgumentException(
                    String.format("The selection (%s) must be followed by = and a number.", design.group(4)));
        }
        return Double.parseDouble(value);
    }

    private static IntersectionScores scores(String test, int hypotheses) {
        return switch (test) {
            case "Dunnett" -> IntersectionScores.equicorrelated(hypotheses, 0.5);
            case "Bonferroni" -> IntersectionScores.bonferroni();
            case "Simes" -> IntersectionScores.simes();
            case "Sidak" -> IntersectionScores.sidak();
            default ->
                throw new IllegalArgumentException(
                        String.format("The test (%s) must be one of Dunnett, Bonferroni, Simes, Sidak.", test));
        };
    }
}
