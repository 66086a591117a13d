package org.evotrial.patient.parametric;

import java.util.List;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientModelConfiguration;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.TreatmentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A disease that is nothing but hazards: patients progress and die at piecewise constant rates that the treatment
 * ({@link HazardTreatment}) sets. After a switch of treatment the new hazards hold from that day on.
 *
 * <p>Each patient carries three unit-exponential thresholds; an event takes place when its integrated hazard reaches
 * the threshold. The same patient therefore has proportionally earlier or later events under other treatments.
 *
 * @param untreated hazards of patients on no treatment; null: nothing happens to them
 * @param remarks sources
 */
@TypeId("piecewise-exponential")
@Description("Progression and death at piecewise constant hazards set by the treatments (illness-death model).")
public record PiecewiseExponentialDisease(
        @Description("Hazards of patients on no treatment; without them nothing happens to these.") @Nullable
        HazardTreatment untreated,

        @Nullable List<String> remarks)
        implements PatientModelConfiguration {
    @Override
    public List<String> biomarkers() {
        return List.of();
    }

    @Override
    public PatientModel create(PatientModelContext context) {
        if (!context.assays().isEmpty()) {
            throw new ConfigurationException(
                    "/assays",
                    "The disease piecewise-exponential declares progression itself and has nothing to assay.");
        }
        List<Regimen> regimens = context.regimens();
        HazardCurve[] progression = new HazardCurve[regimens.size()];
        HazardCurve[] deathBefore = new HazardCurve[regimens.size()];
        HazardCurve[] deathAfter = new HazardCurve[regimens.size()];
        for (int i = 0; i < progression.length; i++) {
            HazardTreatment hazards = hazardsOf(regimens.get(i), context);
            String pointer = pointerOf(regimens.get(i));
            progression[i] = hazards == null
                    ? HazardCurve.NONE
                    : HazardCurve.of(
                            pointer, "progression", hazards.medianProgressionFreeMonths(), hazards.progression());
            deathBefore[i] = hazards == null
                    ? HazardCurve.NONE
                    : HazardCurve.of(pointer, "deathBeforeProgression", null, hazards.deathBeforeProgression());
            deathAfter[i] = hazards == null
                    ? HazardCurve.NONE
                    : HazardCurve.of(
                            pointer,
                            "deathAfterProgression",
                            hazards.medianSurvivalAfterProgressionMonths(),
                            hazards.deathAfterProgression());
        }
        return new PiecewiseExponentialModel(progression, deathBefore, deathAfter);
    }

    private @Nullable HazardTreatment hazardsOf(Regimen regimen, PatientModelContext context) {
        if (regimen.components().isEmpty()) {
            return untreated;
        }
        String pointer = pointerOf(regimen);
        Regimen.Component component = regimen.components().get(0);
        if (regimen.components().size() > 1 || component.doseFraction() != 1) {
            throw new ConfigurationException(
                    pointer,
                    "The disease piecewise-exponential takes one treatment at full dose, not " + regimen.label());
        }
        TreatmentConfiguration treatment =
                context.treatments().get(context.treatmentIds().indexOf(component.treatment()));
        if (treatment instanceof HazardTreatment hazards) {
            return hazards;
        }
        throw new ConfigurationException(
                pointer, "The disease piecewise-exponential takes treatments of type hazards.");
    }

    private static String pointerOf(Regimen regimen) {
        return regimen.components().isEmpty()
                ? "/population/disease/untreated"
                : "/treatments/" + regimen.components().get(0).treatment();
    }
}
