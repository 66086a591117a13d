package org.evotrial.model.design;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.DesignConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A design spelled out: the platform, the arms with their policies, the looks and the analyses. Also usable directly in
 * a file as the design of type {@code composed}.
 *
 * @param remarks sources
 * @param sampleSize maximum number of randomised patients
 * @param accrual when patients arrive
 * @param allocation how arms are assigned
 * @param arms the arms; exactly one has the role of control
 * @param assessments schedule of each assay
 * @param dropout loss to follow-up
 * @param looks data cut-offs in order; the last is the final analysis
 * @param analyses what is tested and estimated at the looks
 * @param primaryHypothesis the trial stops when it is decided; null: the trial always runs to its last look
 * @param maximumDurationMonths calendar months after which the final analysis takes place whatever its condition
 */
@TypeId("composed")
@Description("A design spelled out in its parts.")
public record DesignPlan(
        @Description("Sources of the numbers, and comments.") @Nullable
        List<String> remarks,

        @Description("Maximum number of randomised patients.") @Positive
        int sampleSize,

        @Description("When patients arrive.") Accrual accrual,

        @Description("How arms are assigned.") @Default("{}")
        Allocation allocation,

        @Description("The arms; exactly one has the role of control.") @NotEmpty
        List<Arm> arms,

        @Description("Schedule of each assay.") @Default("{}") @Reference(to = Reference.Target.ASSAY)
        Map<String, Assessment> assessments,

        @Description("Loss to follow-up.") @Nullable Dropout dropout,

        @Description("Data cut-offs in order; the last is the final analysis.") @NotEmpty
        List<Look> looks,

        @Description("What is tested and estimated at the looks.") @NotEmpty
        List<AnalysisConfiguration> analyses,

        @Description("The trial stops when it is decided; by default the trial always runs to its last look.")
        @Nullable
        @Reference(to = Reference.Target.HYPOTHESIS)
        String primaryHypothesis,

        @Description("Calendar months after which the final analysis takes place whatever its condition.") @Positive
        double maximumDurationMonths)
        implements DesignConfiguration {
    @Override
    public DesignPlan compose() {
        return this;
    }
}
