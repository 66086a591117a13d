package org.evotrial.patient.disease;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.TypeId;
import org.jspecify.annotations.Nullable;

/** How many cells of a lesion have a mechanism before treatment. */
public sealed interface PreExisting extends Serializable {
    /** None. */
    @TypeId("none")
    @Description("No cell has the mechanism before treatment.")
    record None() implements PreExisting {}

    /** The law of neutral mutants in a lesion grown from one cell, from the mutation rate and the growth rates. */
    @TypeId("closed-form")
    @Description("Mutants that arose while the lesion grew from one cell, from the mutation and growth rates.")
    record ClosedForm() implements PreExisting {}

    /**
     * The founder of the tumour had it, and with it every cell.
     *
     * @param prevalence share of patients whose tumours have it
     * @param remarks sources
     */
    @TypeId("truncal")
    @Description("The founder of the tumour had it, and so has every cell, in a share of patients.")
    record Truncal(
            @Description("Share of patients whose tumours have it.") @Default("1") @Probability
            double prevalence,

            @Nullable List<String> remarks)
            implements PreExisting {}

    /**
     * Spike at zero and log-normal fraction: see {@link org.evotrial.patient.birthdeath.ResistantFractionPrior}.
     *
     * @param carrierProbability share of patients with such cells
     * @param medianFraction median fraction of resistant cells in carriers
     * @param sigmaLog between-patient standard deviation of the fraction's natural logarithm
     * @param lesionSigmaLog further standard deviation between the lesions of a patient
     * @param largestFraction the fraction is clipped here
     * @param remarks sources
     */
    @TypeId("empirical")
    @Description("A share of patients carries a log-normal fraction of resistant cells, the others none.")
    record Empirical(
            @Description("Share of patients with such cells.") @Probability
            double carrierProbability,

            @Description("Median fraction of resistant cells in carriers.") @Probability @Positive
            double medianFraction,

            @Description("Between-patient standard deviation of the fraction's natural logarithm.") @PositiveOrZero
            double sigmaLog,

            @Description("Further standard deviation between the lesions of a patient.") @Default("0") @PositiveOrZero
            double lesionSigmaLog,

            @Description("Largest fraction; larger ones are set to it.") @Default("0.1") @Probability @Positive
            double largestFraction,

            @Nullable List<String> remarks)
            implements PreExisting {}
}
