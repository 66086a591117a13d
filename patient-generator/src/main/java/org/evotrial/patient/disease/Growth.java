package org.evotrial.patient.disease;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.jspecify.annotations.Nullable;

/**
 * How sensitive cells grow without treatment.
 *
 * @param birthPerDay divisions per cell and day; at which size of the lesion, says the law
 * @param deathPerDay deaths per cell and day of the median patient, below the birth rate
 * @param netGrowthSigmaLog between-patient standard deviation of ln(birth - death); the birth rate is common
 * @param law how births depend on the size of the lesion
 * @param remarks sources
 */
@Description("How sensitive cells grow without treatment; birth and death apart, per day.")
public record Growth(
        @Positive @Description("Divisions per cell and day.")
        double birthPerDay,

        @PositiveOrZero @Description("Deaths per cell and day of the median patient; below the birth rate.")
        double deathPerDay,

        @Default("0") @PositiveOrZero @Description("Between-patient standard deviation of ln(birth - death).")
        double netGrowthSigmaLog,

        @Default("{\"type\": \"exponential\"}") @Description("How births depend on the size of the lesion.")
        GrowthLaw law,

        @Nullable List<String> remarks)
        implements Serializable {
    /** Exponential growth. */
    public Growth(double birthPerDay, double deathPerDay, double netGrowthSigmaLog, @Nullable List<String> remarks) {
        this(birthPerDay, deathPerDay, netGrowthSigmaLog, new GrowthLaw.Exponential(), remarks);
    }
}
