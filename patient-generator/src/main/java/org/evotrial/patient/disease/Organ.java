package org.evotrial.patient.disease;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * Where lesions lie.
 *
 * @param id name, to which the penetration of drugs refers
 * @param share share of metastases and occult lesions in this organ; shares are scaled to sum to 1
 * @param centralNervousSystem whether progression here is progression in the central nervous system
 * @param sheddingFactor DNA shed into plasma per cell death, relative to other organs
 * @param biopsyAccessible whether lesions here can be biopsied; null: unless in the central nervous system
 * @param remarks sources
 */
@Description("An organ with its share of the lesions and its shedding of DNA into plasma.")
public record Organ(
        @Description("Name, to which the penetration of drugs refers.") @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
        String id,

        @Description("Share of metastases and occult lesions in this organ; shares are scaled to sum to 1.")
        @Probability
        double share,

        @Description("Whether progression here is progression in the central nervous system.") @Default("false")
        boolean centralNervousSystem,

        @Description("DNA shed into plasma per cell death, relative to other organs.") @Default("1") @PositiveOrZero
        double sheddingFactor,

        @Nullable @Description("Whether lesions here can be biopsied; by default unless in the central nervous system.")
        Boolean biopsyAccessible,

        @Nullable List<String> remarks)
        implements Serializable {
    /** Whether lesions here can be biopsied. */
    public boolean canBeBiopsied() {
        return biopsyAccessible == null ? !centralNervousSystem : biopsyAccessible;
    }
}
