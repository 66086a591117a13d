package org.evotrial.patient.drug;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * Adverse events of grade 3 or more and what follows them. Events of a patient are a Poisson process with the hazard
 *
 * <pre>h (dose exposure)^gamma  product of the hazard ratios with the other drugs that are taken</pre>
 *
 * <p>with dose and exposure relative to full dose and the average patient. At an event the patient dies of it with
 * {@code deathProbability}; otherwise the drug is discontinued with {@code discontinuationProbability}; otherwise the dose
 * is reduced by one level with {@code reductionProbability}, and the drug is interrupted. Who would have to be reduced below
 * the lowest level discontinues. A discontinued drug is not given again, whatever the regimen; a reduced dose is not raised again.
 *
 * @param hazardPerDay h, events per day at full dose
 * @param earlyHazardPerDay h in the first {@code earlyDays} since the drug was first taken; null: the same
 * @param earlyDays length of the early period, usually the first cycle
 * @param doseExponent gamma
 * @param reducedDoses doses of reduced levels relative to full dose, decreasing; without any, doses are not reduced
 * @param reductionProbability probability of a reduction at an event
 * @param interruptionDays days without the drug after an event
 * @param discontinuationProbability probability of a permanent discontinuation at an event
 * @param deathProbability probability that an event is fatal
 * @param hazardRatioWith factor on the hazard while another drug is taken too, by treatment
 * @param remarks sources
 */
@Description("Adverse events of grade 3 or more, dose reductions, interruptions and discontinuation.")
public record Toxicity(
        @PositiveOrZero @Description("Events of grade 3 or more per day at full dose.")
        double hazardPerDay,

        @Nullable @PositiveOrZero @Description("The same in the early period; without it, the same as later.")
        Double earlyHazardPerDay,

        @Default("28") @Positive @Description("Length of the early period, from when the drug is first taken.")
        double earlyDays,

        @Default("1") @PositiveOrZero @Description("Exponent of dose times exposure in the hazard.")
        double doseExponent,

        @Default("[]") @Description("Doses of the reduced levels relative to full dose, decreasing.")
        List<Double> reducedDoses,

        @Default("1") @Probability @Description("Probability that an event leads to a reduction by one level.")
        double reductionProbability,

        @Default("0") @PositiveOrZero @Description("Days without the drug after an event.")
        double interruptionDays,

        @Default("0") @Probability @Description("Probability that an event leads to discontinuation of the drug.")
        double discontinuationProbability,

        @Default("0") @Probability @Description("Probability that an event is fatal.")
        double deathProbability,

        @Default("{}") @Description("Factor on the hazard while another drug is taken too, by treatment.")
        Map<String, Double> hazardRatioWith,

        @Nullable List<String> remarks)
        implements Serializable {
    public Toxicity {
        reducedDoses = List.copyOf(reducedDoses);
        double above = 1;
        for (double dose : reducedDoses) {
            if (!(dose > 0 && dose < above)) {
                throw new IllegalArgumentException(
                        "expected decreasing reducedDoses between 0 and 1 but found " + reducedDoses);
            }
            above = dose;
        }
    }

    /** Events per day at full dose so many days after the drug was first taken. */
    double hazard(boolean early) {
        return early && earlyHazardPerDay != null ? earlyHazardPerDay : hazardPerDay;
    }
}
