package org.evotrial.patient.disease;

import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.jspecify.annotations.Nullable;

/**
 * A reversible drug-tolerant phenotype: cells that enter it divide slowly and are hardly killed. Entry is induced by the
 * stress of the drug: its rate is {@code entryPerDayAtFullEffect} times the drugs' relative effect on the genotype
 * (kill over the largest possible kill); cells on which this is below a tenth, resistant ones, do not enter.
 *
 * @param entryPerDayAtFullEffect rate of entry where the drugs have their full effect
 * @param exitPerDayOnTreatment rate of return while on any treatment
 * @param exitPerDayOffTreatment rate of return without treatment
 * @param birthFactor birth rate relative to sensitive cells of the genotype
 * @param deathFactor natural death rate relative to sensitive cells of the genotype
 * @param remarks sources
 */
@Description("A reversible drug-tolerant phenotype whose cells divide slowly and are hardly killed.")
public record Tolerance(
        @Description("Rate of entry where the drugs have their full effect.") @PositiveOrZero
        double entryPerDayAtFullEffect,

        @Description("Rate of return while on any treatment.") @PositiveOrZero
        double exitPerDayOnTreatment,

        @Description("Rate of return without treatment.") @PositiveOrZero
        double exitPerDayOffTreatment,

        @Description("Birth rate relative to sensitive cells of the genotype.") @Default("0.1") @PositiveOrZero
        double birthFactor,

        @Description("Natural death rate relative to sensitive cells of the genotype.") @Default("0.1") @PositiveOrZero
        double deathFactor,

        @Nullable List<String> remarks)
        implements Serializable {
    /** Relative drug effect below which cells are not stressed. */
    public static final double LEAST_STRESS = 0.1;
}
