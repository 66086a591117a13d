package org.evotrial.patient.disease;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * Killing of tumour cells by T cells. Per day: kappa I (1 - X) (1 + boost u) A, with infiltration I, exhaustion X, the
 * relative effect u of checkpoint inhibitors and the antigenicity A of the genotype ({@link Mechanism#antigenicity}); I and X are states of a lesion
 * ({@code org.evotrial.patient.environment.ImmuneResponse}).
 *
 * @param killPerDay kappa, kill per day at full infiltration without exhaustion
 * @param phenotypes immune phenotypes of lesions
 * @param lesionDiscordance probability that a lesion has a phenotype of its own instead of the patient's
 * @param exhaustionPerDay rate at which T cells that are not exhausted become so under full antigen load
 * @param recoveryPerDay rate at which exhausted T cells recover
 * @param halfLoadCells cells of a lesion at which the antigen load is a half
 * @param checkpointKillBoost boost: further kill under full checkpoint inhibition, relative to the kill without
 * @param checkpointRecoveryPerDay further rate of recovery under full checkpoint inhibition
 * @param myeloidSuppression share of the infiltration that myeloid cells keep out
 * @param infiltrationPerDay rate at which the infiltration follows a change of myeloid suppression
 * @param remarks sources
 */
@Description("Killing of tumour cells by T cells: infiltration, exhaustion, antigen loss, myeloid suppression.")
public record Immunity(
        @PositiveOrZero @Description("Kill per cell and day at full infiltration without exhaustion.")
        double killPerDay,

        @Default("[{\"id\": \"inflamed\", \"share\": 0.3, \"lowestInfiltration\": 0.6, \"highestInfiltration\": 1},"
                + " {\"id\": \"excluded\", \"share\": 0.4, \"lowestInfiltration\": 0.2, \"highestInfiltration\": 0.2},"
                + " {\"id\": \"desert\", \"share\": 0.3, \"lowestInfiltration\": 0.05, \"highestInfiltration\": 0.05}]")
        @NotEmpty
        @Description("Immune phenotypes of lesions; infiltration without myeloid suppression.")
        List<ImmunePhenotype> phenotypes,

        @Default("0")
        @Probability
        @Description("Probability that a lesion has a phenotype of its own, not the patient's.")
        double lesionDiscordance,

        @Default("0.05") @PositiveOrZero @Description("Rate at which T cells become exhausted under full antigen load.")
        double exhaustionPerDay,

        @Default("0.01") @PositiveOrZero @Description("Rate at which exhausted T cells recover.")
        double recoveryPerDay,

        @Default("1e9") @Positive @Description("Cells of a lesion at which the antigen load N / (N + this) is a half.")
        double halfLoadCells,

        @Default("1")
        @PositiveOrZero
        @Description("Further kill under full checkpoint inhibition, relative to the kill without.")
        double checkpointKillBoost,

        @Default("0.05")
        @PositiveOrZero
        @Description("Further rate of recovery from exhaustion under full checkpoint inhibition.")
        double checkpointRecoveryPerDay,

        @Default("0") @Probability @Description("Share of the infiltration that myeloid cells keep out.")
        double myeloidSuppression,

        @Default("0.1") @Positive @Description("Rate at which infiltration follows a change of myeloid suppression.")
        double infiltrationPerDay,

        @Nullable List<String> remarks)
        implements Serializable {
    public Immunity {
        phenotypes = List.copyOf(phenotypes);
        if (!(phenotypes.stream().mapToDouble(ImmunePhenotype::share).sum() > 0)) {
            throw new IllegalArgumentException("expected phenotypes with a positive sum of shares");
        }
    }
}
