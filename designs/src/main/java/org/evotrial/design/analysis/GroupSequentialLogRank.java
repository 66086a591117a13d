package org.evotrial.design.analysis;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.Analysis;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.TrialIndex;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.Sidedness;
import org.jspecify.annotations.Nullable;

/**
 * A one-sided group-sequential log-rank test of the experimental against the control arm, with critical values by alpha
 * spending.
 *
 * <p>Information fractions are, in this order: {@code informationFractions}; else the events that trigger the looks,
 * relative to the last look's. With {@link Information#PLANNED} the critical values are computed once from these. With
 * {@link Information#OBSERVED} they are recomputed at each look from the events of the two arms relative to
 * {@code maximumEvents} (else those that trigger the last look), and the last look spends what is left.
 *
 * @param hypothesis name of the hypothesis: the experimental arm is better
 * @param endpoint the endpoint
 * @param experimental the experimental arm
 * @param control the control arm
 * @param alpha one-sided type I error
 * @param spending how alpha is spent
 * @param information which information the critical values rest on
 * @param informationFractions planned fractions, ascending to 1; null: from the looks' events
 * @param maximumEvents events of the two arms at full information; null: from the last look
 * @param futilityBounds non-binding futility bounds on the z scale, one per interim look; null: none
 * @param stratified sum the log-rank statistic over the strata of the allocation
 * @param remarks sources
 */
@TypeId("group-sequential-log-rank")
@Description("A one-sided group-sequential log-rank test of an experimental against a control arm.")
public record GroupSequentialLogRank(
        @Description("Name of the hypothesis that the experimental arm is better.")
        String hypothesis,

        @Description("The endpoint that is tested.") @Reference(to = Reference.Target.ENDPOINT)
        String endpoint,

        @Description("The experimental arm.") @Reference(to = Reference.Target.ARM)
        String experimental,

        @Description("The control arm.") @Reference(to = Reference.Target.ARM)
        String control,

        @Description("One-sided type I error.") @Default("0.025") @Positive @DecimalMax("0.5")
        double alpha,

        @Description("How alpha is spent over the looks.") @Default("{\"type\": \"obrien-fleming\"}")
        AlphaSpending spending,

        @Description("Whether critical values rest on the planned or on the observed information.")
        @Default("\"planned\"")
        Information information,

        @Description(
                "Planned information fractions, ascending to 1; by default from the events that trigger the looks.")
        @Nullable
        List<Double> informationFractions,

        @Description("Events of the two arms at full information; by default those that trigger the last look.")
        @Nullable
        @Min(1)
        Integer maximumEvents,

        @Description("Non-binding futility bounds on the z scale, one per interim look.") @Nullable
        List<Double> futilityBounds,

        @Description("Whether the statistic is summed over the strata of the allocation.") @Default("false")
        boolean stratified,

        @Nullable List<String> remarks)
        implements AnalysisConfiguration {
    /** Which information the critical values rest on. */
    public enum Information {
        /** The planned one: critical values are fixed in advance. */
        PLANNED,
        /** The events observed at each look. */
        OBSERVED
    }

    @Override
    public List<String> hypotheses() {
        return List.of(hypothesis);
    }

    @Override
    public Analysis create(TrialIndex index) {
        try {
            return new GroupSequentialLogRankAnalysis(this, index, plan(index));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("/design", "%s: %s".formatted(hypothesis, e.getMessage()));
        }
    }

    @Override
    public String synopsis() {
        return "%s: %s log-rank test of %s in %s against %s at one-sided alpha %s, %s, %s information%s."
                .formatted(
                        hypothesis,
                        stratified ? "stratified group-sequential" : "group-sequential",
                        endpoint,
                        experimental,
                        control,
                        alpha,
                        spending.label(),
                        information == Information.PLANNED ? "planned" : "observed",
                        futilityBounds == null ? "" : ", with non-binding futility bounds");
    }

    private GroupSequentialDesign plan(TrialIndex index) {
        double[] fractions = fractions(index);
        GroupSequentialDesign design =
                GroupSequentialDesign.spending(spending.function(), alpha, Sidedness.ONE_SIDED, fractions);
        return futilityBounds == null
                ? design
                : design.withNonBindingFutility(
                        futilityBounds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private double[] fractions(TrialIndex index) {
        int looks = index.looks();
        if (informationFractions != null) {
            if (informationFractions.size() != looks) {
                throw new IllegalArgumentException("expected one of informationFractions per look (%d) but found %d"
                        .formatted(looks, informationFractions.size()));
            }
            return informationFractions.stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
        double[] fractions = new double[looks];
        double maximum = looks == 1 ? 1 : index.plannedEvents(looks - 1, endpoint);
        for (int look = 0; look < looks; look++) {
            fractions[look] = look == looks - 1 ? 1 : index.plannedEvents(look, endpoint) / maximum;
            if (Double.isNaN(fractions[look])) {
                throw new IllegalArgumentException(
                        "look %s is not triggered by events of %s; informationFractions are needed"
                                .formatted(index.lookIds().get(look), endpoint));
            }
        }
        return fractions;
    }

    /** Events of the two arms at full information; NaN if the file does not say. */
    double eventsAtFullInformation(TrialIndex index) {
        return maximumEvents == null ? index.plannedEvents(index.looks() - 1, endpoint) : maximumEvents;
    }
}
