package org.evotrial.design.analysis;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.TrialIndex;
import org.jspecify.annotations.Nullable;

/**
 * A description of all arms, without a decision: medians and event-free probabilities with intervals, Kaplan-Meier curves
 * and numbers at risk, the share of patients with a response, and each other arm against the control arm by log-rank test
 * and Cox regression. Done at the look that ends the trial.
 *
 * @param endpoints the endpoints; null: all of the trial
 * @param control the arm that the others are compared with; null: no comparisons
 * @param landmarksMonths landmarks of event-free probabilities
 * @param curveMonths length of the curves
 * @param curveStepMonths distance of the curves' grid points
 * @param scale scale of the intervals of event-free probabilities
 * @param confidence of all intervals
 * @param remarks sources
 */
@TypeId("survival-summary")
@Description("Medians, landmark rates, Kaplan-Meier curves and comparisons with the control arm, without a decision.")
public record SurvivalSummary(
        @Description("The endpoints; by default all of the trial.") @Nullable @Reference(to = Reference.Target.ENDPOINT)
        List<String> endpoints,

        @Description("The arm that the others are compared with; none: no comparisons.")
        @Nullable
        @Reference(to = Reference.Target.ARM)
        String control,

        @Description("Landmarks of event-free probabilities, months since randomisation.") @Default("[6, 12, 18, 24]")
        List<@Positive Double> landmarksMonths,

        @Description("Length of the curves in months.") @Default("36") @Positive
        double curveMonths,

        @Description("Distance of the curves' grid points in months.") @Default("1") @Positive
        double curveStepMonths,

        @Description("Scale of the intervals of event-free probabilities.") @Default("\"log-log\"")
        IntervalScale scale,

        @Description("Confidence of all intervals.") @Default("0.95") @DecimalMin("0.5") @DecimalMax("0.9999")
        double confidence,

        @Nullable List<String> remarks)
        implements AnalysisConfiguration {
    private static final int MOST_GRID_POINTS = 1000;

    public SurvivalSummary {
        if (curveMonths / curveStepMonths > MOST_GRID_POINTS) {
            throw new IllegalArgumentException("expected at most %d grid points but found curveMonths %s by %s"
                    .formatted(MOST_GRID_POINTS, curveMonths, curveStepMonths));
        }
    }

    @Override
    public List<String> hypotheses() {
        return List.of();
    }

    @Override
    public Analysis create(TrialIndex index) {
        return new SurvivalSummaryAnalysis(this, index);
    }

    @Override
    public String synopsis() {
        return "Description of %s: medians, event-free probabilities, Kaplan-Meier curves%s."
                .formatted(
                        endpoints == null ? "all endpoints" : String.join(", ", endpoints),
                        control == null ? "" : ", log-rank test and Cox regression against " + control);
    }

    /** From 0 to {@code curveMonths}. */
    double[] grid() {
        int steps = (int) Math.floor(curveMonths / curveStepMonths + 1e-9);
        double[] grid = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            grid[i] = i * curveStepMonths;
        }
        return grid;
    }
}
