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
 * @param birthPerDay divisions per cell and day
 * @param deathPerDay deaths per cell and day of the median patient, below the birth rate
 * @param netGrowthSigmaLog between-patient standard deviation of ln(birth - death); the birth rate is common
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

        @Nullable List<String> remarks)
        implements Serializable {}
