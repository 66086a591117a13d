package org.evotrial.patient.assay;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * What the pathologist finds in the specimen of surgery after neoadjuvant treatment: the residual tumour cells, and whether
 * the response is complete. The specimen is that of the first sample from {@code surgeryDay} on; no other sample has a
 * result. The operation itself changes no tumour: follow-up of these patients is not simulated by it.
 *
 * @param surgeryDay earliest day of surgery
 * @param site where residual tumour counts
 * @param fewestVisibleCells fewer residual cells are not found: pathological complete response
 * @param failureProbability probability that there is no specimen, as without operation
 * @param turnAroundDays days until the result is known
 * @param remarks sources
 */
@TypeId("surgical-pathology")
@Description("Residual tumour in the specimen of surgery after neoadjuvant treatment; positive: complete response.")
public record SurgicalPathology(
        @Description("Earliest day of surgery since randomisation; the first sample from then on is the specimen.")
        @Default("1")
        @Positive
        double surgeryDay,

        @Description("Where residual tumour counts.") @Default("\"primary\"")
        Site site,

        @Default("1e4") @Positive @Description("Fewer residual cells are not found: pathological complete response.")
        double fewestVisibleCells,

        @Default("0") @Probability @Description("Probability that there is no specimen, as without operation.")
        double failureProbability,

        @Description("Days until the result is known.") @Default("7") @PositiveOrZero
        double turnAroundDays,

        @Nullable List<String> remarks)
        implements TumourAssay {
    /** Name of the channel: residual cells, positive for a complete response. */
    public static final String CHANNEL = "complete-response";

    /** Where residual tumour counts. */
    public enum Site {
        /** In the primary. */
        PRIMARY,
        /** In all lesions. */
        ALL
    }

    @Override
    public List<String> channels() {
        return List.of(CHANNEL);
    }

    @Override
    public CompiledAssay compile(AssayedDisease disease, String pointer) {
        return sampled -> new SurgicalPathologySampler(this);
    }
}
