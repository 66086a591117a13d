package org.evotrial.patient.parametric;

import jakarta.validation.constraints.Positive;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.TreatmentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Hazards of progression and death of patients on a treatment. A median stands for the constant hazard ln 2 / median.
 *
 * @param medianProgressionFreeMonths median time to progression, months; null if {@code progression} is given or
 *     nobody progresses
 * @param progression hazard of progression by months since randomisation; null if the median is given
 * @param deathBeforeProgression hazard of death without progression by months since randomisation
 * @param medianSurvivalAfterProgressionMonths median time from progression to death, months
 * @param deathAfterProgression hazard of death by months since progression
 * @param remarks sources
 */
@TypeId("hazards")
@Description("Hazards of progression and death on this treatment, for the disease piecewise-exponential.")
public record HazardTreatment(
        @Description("Median time to progression, months; instead of progression.") @Nullable @Positive
        Double medianProgressionFreeMonths,

        @Description("Hazard of progression by months since randomisation; instead of the median.") @Nullable
        List<HazardPiece> progression,

        @Description("Hazard of death without progression by months since randomisation.") @Default("[]")
        List<HazardPiece> deathBeforeProgression,

        @Description("Median time from progression to death, months.") @Nullable @Positive
        Double medianSurvivalAfterProgressionMonths,

        @Description("Hazard of death by months since progression.") @Nullable
        List<HazardPiece> deathAfterProgression,

        @Nullable List<String> remarks)
        implements TreatmentConfiguration {}
