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
 * Regions of every lesion: perfused ones and sanctuaries (hypoxia, stroma) that shelter cells from drugs. A cell leaves its
 * region at {@code exchangePerDay} and lands in a region by the shares, so that exchange alone keeps the shares.
 *
 * @param regions the regions; their shares are scaled to sum to 1
 * @param exchangePerDay rate at which a cell moves to a region drawn by the shares, perhaps the same
 * @param remarks sources
 */
@Description("Regions of every lesion, between which cells move: perfused ones and sanctuaries.")
public record Niches(
        @Description("The regions; their shares are scaled to sum to 1.") @NotEmpty
        List<Niche> regions,

        @Description("Rate at which a cell moves to a region drawn by the shares.") @Default("0") @PositiveOrZero
        double exchangePerDay,

        @Nullable List<String> remarks)
        implements Serializable {

    /**
     * A region.
     *
     * @param id name, to which the penetration of drugs may refer
     * @param share share of the cells at baseline
     * @param penetration concentration of drugs relative to the rest of the organ, where the drug does not say otherwise
     * @param ec50Factor factor on EC50 of all drugs by paracrine protection
     * @param birthFactor birth rate relative to the genotype's
     * @param deathFactor natural death rate relative to the genotype's
     * @param immuneFactor kill by the immune response relative to the rest of the lesion
     * @param remarks sources
     */
    @Description("A region of lesions: how far drugs penetrate, how stroma protects, how cells divide and die.")
    public record Niche(
            @Description("Name, to which the penetration of drugs may refer.")
            String id,

            @Description("Share of the cells at baseline.") @Positive @Probability
            double share,

            @Description("Concentration of drugs relative to the rest of the organ.") @Default("1") @Positive
            double penetration,

            @Description("Factor on EC50 of all drugs by paracrine protection of the stroma.") @Default("1") @Positive
            double ec50Factor,

            @Description("Birth rate relative to the genotype's.") @Default("1") @PositiveOrZero
            double birthFactor,

            @Description("Natural death rate relative to the genotype's.") @Default("1") @PositiveOrZero
            double deathFactor,

            @Description("Kill by the immune response relative to the rest of the lesion.")
            @Default("1")
            @PositiveOrZero
            double immuneFactor,

            @Nullable List<String> remarks)
            implements Serializable {}
}
