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
 * A drug against tumour cells. Its relative effect on a cell is e = x^h / (1 + x^h), x = dose concentration penetration /
 * (EC50 F), F the product of the cell's resistance factors. With it, per cell,
 *
 * <pre>
 * kill          + Emax e                      deaths per day
 * cytostasis    births times 1 - c e          c = maximumCytostasis
 * Norton-Simon  + killPerDivision e           deaths per division that takes place
 * </pre>
 *
 * <p>Several drugs combine as said in {@link Combination}.
 *
 * @param maximumKillPerDay Emax, additional deaths per cell and day
 * @param maximumCytostasis c in [0, 1], relative reduction of the birth rate at full effect
 * @param killPerDivision additional deaths per division at full effect: 1.5 in Strobl et al. 2021 (doi:10.1158/0008-5472.CAN-20-0806)
 * @param concentration average steady-state concentration at full dose, in the unit of {@code ec50}
 * @param betweenPatientCv coefficient of variation of the log-normal exposure between patients
 * @param ec50 concentration of half the effect on sensitive cells
 * @param hill steepness h
 * @param killSigmaLog between-patient standard deviation of ln Emax, and of the logarithm of {@code killPerDivision}
 * @param resistanceFactors factor on EC50 by mechanism; mechanisms that are not named have 1; below 1 is collateral sensitivity
 * @param penetration concentration relative to plasma by organ; organs that are not named have 1
 * @param nichePenetration concentration in a niche relative to its organ, instead of what the disease says of the niche
 * @param phenotypeKillFractions effect on a phenotype relative to what it does to sensitive cells, instead of what the disease
 *     says of the phenotype
 * @param combination how it combines with other drugs; null: kills add
 * @param modifies what else it changes in tumour and host; null: nothing
 * @param dosing when and how much is taken; null: all of it, as long as the regimen
 * @param toxicity adverse events; null: none
 * @param remarks sources
 */
@TypeId("drug")
@Description("A drug that acts on tumour cells with a Hill effect, for the disease evolving-tumour.")
public record DrugTreatment(
        @Default("0") @PositiveOrZero @Description("Emax: additional deaths per cell and day.")
        double maximumKillPerDay,

        @Default("0") @Probability @Description("Relative reduction of the birth rate at full effect.")
        double maximumCytostasis,

        @Default("0")
        @PositiveOrZero
        @Description("Additional deaths per division at full effect, for drugs that kill dividing cells.")
        double killPerDivision,

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

        @Default("{}")
        @Description("Concentration in a niche relative to its organ; the disease's value where a niche is not named.")
        Map<String, Double> nichePenetration,

        @Default("{}")
        @Description("Effect on a phenotype relative to sensitive cells; the disease's value where it is not named.")
        Map<String, Double> phenotypeKillFractions,

        @Nullable @Description("How it combines with other drugs; without this block, kills add (Bliss).")
        Combination combination,

        @Nullable @Description("What else it changes in tumour and host, at full effect.")
        Modification modifies,

        @Nullable @Description("When and how much of it is taken; without this block, all of it every day.")
        Dosing dosing,

        @Nullable @Description("Adverse events of grade 3 or more; without this block, none.")
        Toxicity toxicity,

        @Nullable List<String> remarks)
        implements TreatmentConfiguration {
    /** Whether it acts on cells directly: kills them or slows their division. */
    boolean actsOnCells() {
        return maximumKillPerDay > 0 || maximumCytostasis > 0 || killPerDivision > 0;
    }
}
