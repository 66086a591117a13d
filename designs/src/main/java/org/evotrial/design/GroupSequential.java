package org.evotrial.design;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evotrial.design.analysis.AlphaSpending;
import org.evotrial.design.analysis.GroupSequentialLogRank;
import org.evotrial.model.design.Accrual;
import org.evotrial.model.design.Allocation;
import org.evotrial.model.design.Arm;
import org.evotrial.model.design.Assessment;
import org.evotrial.model.design.Condition;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.design.Dropout;
import org.evotrial.model.design.Look;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.DesignConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The classical trial of two arms and one time-to-event endpoint: looks at given numbers of events, critical values by
 * alpha spending, log-rank test.
 *
 * @param remarks sources
 * @param sampleSize maximum number of patients
 * @param accrual when patients arrive; either this or {@code accrualMonths}
 * @param accrualMonths patients arrive evenly spaced over this time
 * @param allocation how arms are assigned
 * @param arms one control and one experimental arm
 * @param assessments schedule of each assay
 * @param dropout loss to follow-up
 * @param hypothesis name of the hypothesis that the experimental arm is better
 * @param endpoint the endpoint that is tested and whose events trigger the looks
 * @param lookEvents events in both arms at each look, ascending; the last is the final analysis
 * @param informationFractions planned information fraction of each look, the last one 1; null: {@code lookEvents} relative
 *     to the last
 * @param alpha one-sided type I error
 * @param spending how alpha is spent
 * @param information whether critical values rest on planned or observed information
 * @param futilityBounds non-binding futility bounds on the z scale, one per interim look
 * @param stratified sum the log-rank statistic over the strata of the allocation
 * @param analyses further analyses at the looks
 * @param maximumDurationMonths calendar months after which the final analysis takes place with the events there are
 */
@TypeId("group-sequential")
@Description("Two arms and one time-to-event endpoint: looks by events, alpha spending, log-rank test.")
public record GroupSequential(
        @Nullable List<String> remarks,

        @Description("Maximum number of patients.") @Positive
        int sampleSize,

        @Description("When patients arrive; give either this or accrualMonths.") @Nullable
        Accrual accrual,

        @Description("Patients arrive evenly spaced over this many months.") @Nullable @Positive
        Double accrualMonths,

        @Description("How arms are assigned.") @Default("{}")
        Allocation allocation,

        @Description("One control and one experimental arm.") @NotEmpty
        List<Arm> arms,

        @Description("Schedule of each assay.") @Default("{}") @Reference(to = Reference.Target.ASSAY)
        Map<String, Assessment> assessments,

        @Description("Loss to follow-up.") @Nullable Dropout dropout,

        @Description("Name of the hypothesis that the experimental arm is better.") @Default("\"superiority\"")
        String hypothesis,

        @Description("The endpoint that is tested and whose events trigger the looks.")
        @Reference(to = Reference.Target.ENDPOINT)
        String endpoint,

        @Description("Events in both arms at each look, ascending; the last is the final analysis.") @NotEmpty
        List<@Positive Integer> lookEvents,

        @Description("Planned information fractions, ascending to 1; by default lookEvents relative to the last.")
        @Nullable
        List<Double> informationFractions,

        @Description("One-sided type I error.") @Default("0.025") @Positive @DecimalMax("0.5")
        double alpha,

        @Description("How alpha is spent over the looks.") @Default("{\"type\": \"obrien-fleming\"}")
        AlphaSpending spending,

        @Description("Whether critical values rest on the planned or on the observed information.")
        @Default("\"planned\"")
        GroupSequentialLogRank.Information information,

        @Description("Non-binding futility bounds on the z scale, one per interim look.") @Nullable
        List<Double> futilityBounds,

        @Description("Whether the statistic is summed over the strata of the allocation.") @Default("false")
        boolean stratified,

        @Description("Further analyses at the looks.") @Default("[]")
        List<AnalysisConfiguration> analyses,

        @Description("Calendar months after which the final analysis takes place with the events there are.")
        @Default("120")
        @Positive
        double maximumDurationMonths)
        implements DesignConfiguration {
    public GroupSequential {
        Composition.requireOneAccrual(accrual, accrualMonths);
        Composition.only(arms, Arm.Role.CONTROL);
        Composition.only(arms, Arm.Role.EXPERIMENTAL);
        for (int i = 1; i < lookEvents.size(); i++) {
            if (lookEvents.get(i) <= lookEvents.get(i - 1)) {
                throw new IllegalArgumentException("expected ascending lookEvents but found " + lookEvents);
            }
        }
    }

    @Override
    public DesignPlan compose() {
        List<AnalysisConfiguration> all = new ArrayList<>();
        all.add(new GroupSequentialLogRank(
                hypothesis,
                endpoint,
                Composition.only(arms, Arm.Role.EXPERIMENTAL).id(),
                Composition.only(arms, Arm.Role.CONTROL).id(),
                alpha,
                spending,
                information,
                informationFractions,
                null,
                futilityBounds,
                stratified,
                null));
        all.addAll(analyses);
        return new DesignPlan(
                remarks,
                sampleSize,
                Composition.accrual(accrual, accrualMonths, sampleSize),
                allocation,
                arms,
                assessments,
                dropout,
                looks(),
                all,
                hypothesis,
                maximumDurationMonths);
    }

    private List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < lookEvents.size(); i++) {
            String id = i == lookEvents.size() - 1 ? "final" : "interim-" + (i + 1);
            looks.add(new Look(id, new Condition.Events(endpoint, lookEvents.get(i))));
        }
        return looks;
    }
}
