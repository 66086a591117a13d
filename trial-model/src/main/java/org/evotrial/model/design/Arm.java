package org.evotrial.model.design;

import jakarta.validation.constraints.Positive;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Reference;
import org.evotrial.spi.PolicyConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * An arm of the trial.
 *
 * @param id name of the arm
 * @param title for tables; null: the id
 * @param role control or experimental
 * @param allocation weight in the allocation ratio
 * @param policy how its patients are treated
 * @param assessments schedules that differ from the design's, by assay
 * @param remarks sources
 */
@Description("An arm: a role, a weight in the allocation ratio and a treatment policy.")
public record Arm(
        @Description("Name of the arm.") String id,

        @Description("Title for tables; by default the id.") @Nullable
        String title,

        @Description("Control or experimental.") Role role,

        @Description("Weight in the allocation ratio.") @Default("1") @Positive
        double allocation,

        @Description("How its patients are treated.") PolicyConfiguration policy,

        @Description("Schedules that differ from the design's, by assay.")
        @Nullable
        @Reference(to = Reference.Target.ASSAY)
        Map<String, Assessment> assessments,

        @Description("Sources of the numbers, and comments.") @Nullable
        List<String> remarks)
        implements Serializable {
    /** Role of an arm. */
    public enum Role {
        CONTROL,
        EXPERIMENTAL
    }
}
