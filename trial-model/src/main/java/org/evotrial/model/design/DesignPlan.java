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
        @Nullable List<String> remarks,
        @Positive int sampleSize,
        Accrual accrual,
        @Default("{}") Allocation allocation,
        @NotEmpty List<Arm> arms,

        @Default("{}") @Reference(to = Reference.Target.ASSAY)
        Map<String, Assessment> assessments,

        @Nullable Dropout dropout,
        @NotEmpty List<Look> looks,
        @NotEmpty List<AnalysisConfiguration> analyses,

        @Nullable @Reference(to = Reference.Target.HYPOTHESIS)
        String primaryHypothesis,

        @Positive double maximumDurationMonths)
        implements DesignConfiguration {
    @Override
    public DesignPlan compose() {
        return this;
    }
}
