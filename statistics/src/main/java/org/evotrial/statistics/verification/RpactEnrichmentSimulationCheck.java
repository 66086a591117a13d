package org.evotrial.statistics.verification;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.evotrial.statistics.adaptive.AdaptiveSimulation;
import org.evotrial.statistics.adaptive.EnrichmentRateOutcomes;
import org.evotrial.statistics.adaptive.EnrichmentSurvivalOutcomes;
import org.evotrial.statistics.adaptive.IntersectionScores;
import org.evotrial.statistics.adaptive.SelectionRule;
import org.evotrial.statistics.adaptive.StagewiseOutcomes;

/**
 * rpact's simulations of enrichment trials, simulated again: endpoint, test of the intersection and selection from the
 * columns, scenarios as the file's comment lines say.
 *
 * <p>The .0293 of Spiessens and Debois' test under the null hypothesis is chance: the true value is .0245 (400,000 trials, standard error .0002), the
 * 10,000 trials of the file are 2.9 standard errors off, and so are the other tests, which were simulated with the same seed.
 */
final class RpactEnrichmentSimulationCheck implements RowCheck {
    private static final Pattern SPACE = Pattern.compile(" ");
    private static final double SHARE = 0.4;
    private static final double CONTROL_RATE = 0.2;
    private static final int STAGES = 2;

    @Override
    public String file() {
        return "rpact_enrichment_simulation.csv";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "design",
                "scenario",
                "iterations",
                "rejectAtLeastOne",
                "rejectS",
                "rejectF",
                "expectedNumber",
                "expectedEvents");
    }

    @Override
    public void compare(ReferenceRow row, Findings findings) {
        String[] words = SPACE.splitAsStream(row.text("design")).toArray(String[]::new);
        if (words.length != 3) {
            throw new IllegalArgumentException(
                    String.format("The design (%s) must be 'endpoint test selection'.", row.text("design")));
        }
        StagewiseOutcomes outcomes = outcomes(words[0], row.text("scenario"));
        AdaptiveSimulation simulation =
                RpactMultiarmSimulationCheck.simulation(STAGES, scores(words[1], outcomes), selection(words[2]));
        SimulatedTrials.compare(
                row, SimulatedTrials.run(row, simulation, outcomes), List.of("rejectS", "rejectF"), findings);
    }

    private static StagewiseOutcomes outcomes(String endpoint, String scenario) {
        return switch (endpoint) {
            case "rates" ->
                new EnrichmentRateOutcomes(SHARE, rates(scenario), new double[] {CONTROL_RATE, CONTROL_RATE}, 150, 300);
            case "survival" -> {
                double[] ratios = hazardRatios(scenario);
                yield new EnrichmentSurvivalOutcomes(SHARE, ratios[0], ratios[1], 120, 240);
            }
            default ->
                throw new IllegalArgumentException(
                        String.format("The endpoint (%s) must be rates or survival.", endpoint));
        };
    }

    private static double[] rates(String scenario) {
        return switch (scenario) {
            case "null" -> new double[] {CONTROL_RATE, CONTROL_RATE};
            case "S_only" -> new double[] {0.4, CONTROL_RATE};
            case "both" -> new double[] {0.4, 0.35};
            default -> throw unknownScenario(scenario);
        };
    }

    private static double[] hazardRatios(String scenario) {
        return switch (scenario) {
            case "null" -> new double[] {1, 1};
            case "S_only" -> new double[] {0.6, 1};
            case "both" -> new double[] {0.6, 0.75};
            default -> throw unknownScenario(scenario);
        };
    }

    private static IllegalArgumentException unknownScenario(String scenario) {
        return new IllegalArgumentException(
                String.format("The scenario (%s) must be one of null, S_only, both.", scenario));
    }

    private static SelectionRule selection(String rule) {
        return switch (rule) {
            case "best" -> new SelectionRule.Best(1);
            case "all" -> new SelectionRule.All();
            default ->
                throw new IllegalArgumentException(String.format("The selection (%s) must be best or all.", rule));
        };
    }

    private static IntersectionScores scores(String test, StagewiseOutcomes outcomes) {
        return switch (test) {
            case "SpiessensDebois" -> {
                double share =
                        outcomes instanceof EnrichmentSurvivalOutcomes survival ? survival.informationShare() : SHARE;
                yield IntersectionScores.equicorrelated(outcomes.hypotheses(), Math.sqrt(share));
            }
            case "Bonferroni" -> IntersectionScores.bonferroni();
            case "Simes" -> IntersectionScores.simes();
            case "Sidak" -> IntersectionScores.sidak();
            default ->
                throw new IllegalArgumentException(
                        String.format("The test (%s) must be one of SpiessensDebois, Bonferroni, Simes, Sidak.", test));
        };
    }
}
