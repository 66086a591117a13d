package org.evotrial.model.config;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A promise of the design, judged against the Monte Carlo interval of one or more estimates. Exactly one of
 * {@code atMost}, {@code atLeast} and {@code between} is given.
 *
 * @param metric name of the operating characteristic
 * @param scenario scenario, {@code base}, or {@code *} for every scenario (sweep cells included)
 * @param hypothesis selects estimates of this hypothesis
 * @param arm selects estimates of this arm
 * @param endpoint selects estimates of this endpoint
 * @param look selects estimates of this look
 * @param detail selects estimates with this detail
 * @param atMost upper bound
 * @param atLeast lower bound
 * @param between lower and upper bound
 * @param relativeTo scenario whose estimate is subtracted first (paired by replicate)
 * @param confidence confidence of the two-sided interval that must lie within the bound
 * @param remarks why this bound
 */
@Description("A promise of the design: a metric, where it holds, and its bound.")
public record AcceptanceRule(
        @Description("Name of the operating characteristic.")
        String metric,

        @Description("Scenario, base, or * for every scenario (sweep cells included).")
        @Default("\"base\"")
        @Reference(to = Reference.Target.SCENARIO)
        String scenario,

        @Description("Selects estimates of this hypothesis.") @Nullable @Reference(to = Reference.Target.HYPOTHESIS)
        String hypothesis,

        @Description("Selects estimates of this arm.") @Nullable @Reference(to = Reference.Target.ARM)
        String arm,

        @Description("Selects estimates of this endpoint.") @Nullable @Reference(to = Reference.Target.ENDPOINT)
        String endpoint,

        @Description("Selects estimates of this look.") @Nullable @Reference(to = Reference.Target.LOOK)
        String look,

        @Description("Selects estimates with this detail.") @Nullable
        String detail,

        @Description("Upper bound.") @Nullable Double atMost,
        @Description("Lower bound.") @Nullable Double atLeast,

        @Description("Lower and upper bound.") @Nullable @Size(min = 2, max = 2)
        List<Double> between,

        @Description("Scenario whose estimate is subtracted first (paired by replicate).")
        @Nullable
        @Reference(to = Reference.Target.SCENARIO)
        String relativeTo,

        @Description("Confidence of the two-sided interval that must lie within the bound.")
        @Default("0.99")
        @DecimalMin("0.5")
        @DecimalMax("0.9999")
        double confidence,

        @Description("Why this bound.") @Nullable List<String> remarks)
        implements Serializable {
    public AcceptanceRule {
        int bounds = (atMost == null ? 0 : 1) + (atLeast == null ? 0 : 1) + (between == null ? 0 : 1);
        if (bounds != 1) {
            throw new IllegalArgumentException(
                    "expected exactly one of atMost, atLeast, between but found %d of them".formatted(bounds));
        }
        if (between != null && !(between.get(0) <= between.get(1))) {
            throw new IllegalArgumentException(
                    "expected between [lower, upper] with lower <= upper but found " + between);
        }
    }
}
