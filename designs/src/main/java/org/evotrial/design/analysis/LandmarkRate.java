package org.evotrial.design.analysis;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.TrialIndex;
import org.jspecify.annotations.Nullable;

/**
 * A one-arm, one-sided test at the final look that the probability of being free of an event at a landmark exceeds a null
 * rate, by Kaplan-Meier with Greenwood's variance. Rejects if the standardised difference reaches the normal quantile of
 * {@code 1 - alpha}.
 *
 * @param hypothesis name of the hypothesis: the rate exceeds the null rate
 * @param endpoint the endpoint
 * @param arm the arm
 * @param atMonths the landmark, months since randomisation
 * @param nullRate the event-free probability under the null hypothesis, in (0, 1)
 * @param alpha one-sided type I error
 * @param scale on which scale test and interval are symmetric
 * @param confidence of the two-sided interval that is reported
 * @param remarks sources
 */
@TypeId("landmark-rate")
@Description("A one-arm, one-sided test of the event-free probability at a landmark against a null rate.")
public record LandmarkRate(
        @Description("Name of the hypothesis that the rate exceeds the null rate.")
        String hypothesis,

        @Description("The endpoint.") @Reference(to = Reference.Target.ENDPOINT)
        String endpoint,

        @Description("The arm.") @Reference(to = Reference.Target.ARM)
        String arm,

        @Description("The landmark in months since randomisation.") @Positive
        double atMonths,

        @Description("Event-free probability under the null hypothesis.") @Probability
        double nullRate,

        @Description("One-sided type I error.") @Default("0.05") @Positive @DecimalMax("0.5")
        double alpha,

        @Description("Scale on which test and interval are symmetric.") @Default("\"log-log\"")
        IntervalScale scale,

        @Description("Confidence of the two-sided interval that is reported.")
        @Default("0.95")
        @DecimalMin("0.5")
        @DecimalMax("0.9999")
        double confidence,

        @Nullable List<String> remarks)
        implements AnalysisConfiguration {
    public LandmarkRate {
        if (!(nullRate > 0 && nullRate < 1)) {
            throw new IllegalArgumentException("expected nullRate in (0, 1) but found " + nullRate);
        }
    }

    @Override
    public List<String> hypotheses() {
        return List.of(hypothesis);
    }

    @Override
    public Analysis create(TrialIndex index) {
        return new LandmarkRateAnalysis(this, index);
    }

    @Override
    public String synopsis() {
        return "%s: %s rate at %s in %s above %s, Kaplan-Meier with Greenwood's variance (%s), one-sided alpha %s."
                .formatted(
                        hypothesis,
                        endpoint,
                        Months.label(atMonths),
                        arm,
                        nullRate,
                        scale == IntervalScale.LOG_LOG ? "log-log" : "plain",
                        alpha);
    }
}
