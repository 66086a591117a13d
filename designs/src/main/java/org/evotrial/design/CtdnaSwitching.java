package org.evotrial.design;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evotrial.design.analysis.IntervalScale;
import org.evotrial.design.analysis.LandmarkRate;
import org.evotrial.design.analysis.SurvivalSummary;
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
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.DesignConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Randomised strategies of treatment, some of them guided by plasma ctDNA, judged by the event-free rate of one arm at a
 * landmark: any number of arms, each with its own policy and, where it differs, its own schedule. One final analysis after
 * a minimum follow-up, with a description of all arms against the control arm.
 *
 * @param remarks sources
 * @param sampleSize number of patients
 * @param accrual when patients arrive; either this or {@code accrualMonths}
 * @param accrualMonths patients arrive evenly spaced over this time
 * @param allocation how arms are assigned
 * @param arms the strategies; exactly one has the role of control
 * @param assessments schedule of each assay
 * @param dropout loss to follow-up
 * @param primary the primary hypothesis
 * @param followUpMonths months between the last randomisation and the final analysis; null: the primary landmark
 * @param landmarksMonths landmarks at which all arms are described
 * @param curveMonths length of the Kaplan-Meier curves
 * @param analyses further analyses
 * @param maximumDurationMonths calendar months after which the final analysis takes place at the latest
 */
@TypeId("ctdna-switching")
@Description("Randomised treatment strategies, some guided by plasma ctDNA, judged by a landmark rate of one arm.")
public record CtdnaSwitching(
        @Nullable List<String> remarks,
        @Description("Number of patients.") @Positive int sampleSize,

        @Description("When patients arrive; give either this or accrualMonths.") @Nullable
        Accrual accrual,

        @Description("Patients arrive evenly spaced over this many months.") @Nullable @Positive
        Double accrualMonths,

        @Description("How arms are assigned.") @Default("{}")
        Allocation allocation,

        @Description("The strategies; exactly one has the role of control.") @NotEmpty
        List<Arm> arms,

        @Description("Schedule of each assay.") @Default("{}") @Reference(to = Reference.Target.ASSAY)
        Map<String, Assessment> assessments,

        @Description("Loss to follow-up.") @Nullable Dropout dropout,

        @Description("The primary hypothesis: a landmark rate of one arm.")
        Primary primary,

        @Description("Months between the last randomisation and the final analysis; by default the primary landmark.")
        @Nullable
        @PositiveOrZero
        Double followUpMonths,

        @Description("Landmarks in months at which all arms are described.") @Default("[6, 12, 18, 24]")
        List<@Positive Double> landmarksMonths,

        @Description("Length of the Kaplan-Meier curves in months.") @Default("36") @Positive
        double curveMonths,

        @Description("Further analyses.") @Default("[]") List<AnalysisConfiguration> analyses,

        @Description("Calendar months after which the final analysis takes place at the latest.")
        @Default("120")
        @Positive
        double maximumDurationMonths)
        implements DesignConfiguration {
    /**
     * The primary hypothesis: the event-free rate of one arm at a landmark exceeds a null rate.
     *
     * @param hypothesis its name
     * @param endpoint the endpoint
     * @param arm the arm
     * @param atMonths the landmark
     * @param nullRate the rate under the null hypothesis
     * @param alpha one-sided type I error
     * @param scale scale of test and interval
     * @param remarks sources
     */
    @Description("The primary hypothesis: the event-free rate of one arm at a landmark exceeds a null rate.")
    public record Primary(
            @Description("Name of the hypothesis.") @Default("\"primary\"")
            String hypothesis,

            @Description("The endpoint.") @Reference(to = Reference.Target.ENDPOINT)
            String endpoint,

            @Description("The arm.") @Reference(to = Reference.Target.ARM)
            String arm,

            @Description("The landmark in months since randomisation.") @Default("18") @Positive
            double atMonths,

            @Description("Event-free rate under the null hypothesis.") @Probability
            double nullRate,

            @Description("One-sided type I error.") @Default("0.05") @Positive @DecimalMax("0.5")
            double alpha,

            @Description("Scale on which test and interval are symmetric.") @Default("\"log-log\"")
            IntervalScale scale,

            @Nullable List<String> remarks)
            implements Serializable {
        LandmarkRate test() {
            return new LandmarkRate(hypothesis, endpoint, arm, atMonths, nullRate, alpha, scale, 0.95, remarks);
        }
    }

    public CtdnaSwitching {
        Composition.requireOneAccrual(accrual, accrualMonths);
        Composition.only(arms, Arm.Role.CONTROL);
    }

    @Override
    public DesignPlan compose() {
        List<AnalysisConfiguration> all = new ArrayList<>();
        all.add(primary.test());
        all.add(new SurvivalSummary(
                null,
                Composition.only(arms, Arm.Role.CONTROL).id(),
                landmarksMonths,
                curveMonths,
                1,
                primary.scale(),
                0.95,
                null));
        all.addAll(analyses);
        double followUp = followUpMonths == null ? primary.atMonths() : followUpMonths;
        return new DesignPlan(
                remarks,
                sampleSize,
                Composition.accrual(accrual, accrualMonths, sampleSize),
                allocation,
                arms,
                assessments,
                dropout,
                List.of(new Look("final", new Condition.MinimumFollowUp(followUp))),
                all,
                primary.hypothesis(),
                maximumDurationMonths);
    }
}
