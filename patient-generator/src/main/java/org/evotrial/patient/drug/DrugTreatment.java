package org.evotrial.patient.drug;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.TreatmentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A drug that kills tumour cells: kill = Emax x^h / (1 + x^h), x = concentration penetration / (EC50 F), F the product of
 * the cell's resistance factors. Kills of several drugs add (Bliss independence).
 *
 * @param maximumKillPerDay Emax, additional deaths per cell and day
 * @param concentration average steady-state concentration at full dose, in the unit of {@code ec50}
 * @param betweenPatientCv coefficient of variation of the log-normal exposure between patients
 * @param ec50 concentration of half the effect on sensitive cells
 * @param hill steepness h
 * @param killSigmaLog between-patient standard deviation of ln Emax
 * @param resistanceFactors factor on EC50 by mechanism; mechanisms that are not named have 1
 * @param penetration concentration relative to plasma by organ; organs that are not named have 1
 * @param tolerantKillFraction kill of drug-tolerant cells relative to sensitive ones
 * @param remarks sources
 */
@TypeId("drug")
@Description("A drug that kills tumour cells with a Hill effect, for the disease evolving-tumour.")
public record DrugTreatment(
        @PositiveOrZero @Description("Emax: additional deaths per cell and day.")
        double maximumKillPerDay,

        @Positive @Description("Average concentration at full dose, in the unit of ec50.")
        double concentration,

        @Description("Coefficient of variation of the log-normal exposure between patients.")
        @Default("0")
        @PositiveOrZero
        double betweenPatientCv,

        @Positive @Description("Concentration of half the effect on sensitive cells.")
        double ec50,

        @Description("Hill coefficient: steepness of the effect.") @Default("1") @Positive
        double hill,

        @Default("0") @PositiveOrZero @Description("Between-patient standard deviation of the logarithm of Emax.")
        double killSigmaLog,

        @Default("{}") @Description("Factor on EC50 by mechanism of resistance; 1 where a mechanism is not named.")
        Map<String, Double> resistanceFactors,

        @Default("{}") @Description("Concentration relative to plasma by organ; 1 where an organ is not named.")
        Map<String, Double> penetration,

        @Default("0") @Probability @Description("Kill of drug-tolerant cells relative to sensitive ones.")
        double tolerantKillFraction,

        @Nullable List<String> remarks)
        implements TreatmentConfiguration {}
