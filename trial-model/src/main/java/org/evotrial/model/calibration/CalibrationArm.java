package org.evotrial.model.calibration;

import jakarta.validation.constraints.Positive;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.model.design.Assessment;
import org.evotrial.model.design.RegimenChoice;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.spi.PolicyConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * How the patients behind some published figures were treated and assessed: lines of treatment, the next at each recorded
 * progression and nothing after the last, or any policy that a trial's arm can have.
 *
 * @param id name
 * @param regimens lines of treatment; null if there is a policy
 * @param policy treatment policy; null if there are regimens
 * @param assessments schedules that differ from the file's
 * @param followUpMonths months after which everybody is censored
 * @param remarks sources
 */
@Description("How the patients behind some published figures were treated and assessed.")
public record CalibrationArm(
        @Description("Name of the arm.") String id,

        @Description("Lines of treatment: the next at each recorded progression, nothing after the last."
                + " Either these or a policy.")
        @Nullable
        List<RegimenChoice> regimens,

        @Description("A treatment policy as in a trial; instead of regimens.") @Nullable
        PolicyConfiguration policy,

        @Description("Schedules that differ from the file's, by assay.")
        @Nullable
        @Reference(to = Reference.Target.ASSAY)
        Map<String, Assessment> assessments,

        @Description("Months after which everybody is censored.") @Default("60") @Positive
        double followUpMonths,

        @Description("Sources of the numbers, and comments.") @Nullable
        List<String> remarks)
        implements Serializable {
    public CalibrationArm {
        if ((regimens == null) == (policy == null)) {
            throw new IllegalArgumentException(
                    "expected either regimens or a policy but found " + (policy == null ? "neither" : "both"));
        }
        if (regimens != null && regimens.isEmpty()) {
            throw new IllegalArgumentException("expected at least one regimen but found none");
        }
    }
}
