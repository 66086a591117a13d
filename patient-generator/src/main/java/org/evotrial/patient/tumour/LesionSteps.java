package org.evotrial.patient.tumour;

import org.evotrial.patient.drug.TissueEffects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the lesions of one patient: those of the organ, or, where rates depend on the lesion (crowding, immune response),
 * its own, foreseen from its cells.
 */
final class LesionSteps {
    private final TumourModel model;
    private final @Nullable LesionConditions conditions;
    private final @Nullable OrganSteps[] foreseen;
    private int foreseenExposure;
    private double foreseenDays;

    LesionSteps(TumourModel model) {
        this.model = model;
        conditions = model.conditional() ? new LesionConditions(model) : null;
        foreseen = new OrganSteps[model.mostLesions()];
    }

    /** Begins a lesion of so many cells at baseline. */
    void begin(int lesion, double cells) {
        if (conditions != null) {
            conditions.begin(lesion, cells);
        }
    }

    /** Sets a lesion's own infiltration by T cells in [0, 1]. */
    void setInfiltration(int lesion, double infiltration) {
        if (conditions != null) {
            conditions.setInfiltration(lesion, infiltration);
        }
    }

    /** Foresees a step of so many days under an exposure, unless that very step has been foreseen since the last one. */
    void require(Tumour tumour, PatientRates rates, int exposure, double days) {
        if (exposure != foreseenExposure || days != foreseenDays) {
            foresee(tumour, rates, exposure, days);
        }
    }

    /** Foresees a step of so many days under an exposure. */
    void foresee(Tumour tumour, PatientRates rates, int exposure, double days) {
        foreseenExposure = exposure;
        foreseenDays = days;
        if (conditions == null) {
            return;
        }
        int types = model.states.count() * model.genotypes.count();
        for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
            OrganSteps steps = foreseen[lesion];
            if (steps == null) {
                steps = OrganSteps.inLesion(model, rates, conditions, lesion);
                foreseen[lesion] = steps;
            }
            OrganSteps base = rates.steps(exposure, tumour.organ(lesion));
            TissueEffects tissue = rates.tissue(exposure, tumour.organ(lesion));
            conditions.foresee(lesion, tumour.cells(), lesion * types, tumour.alive(lesion), base, rates, tissue, days);
            steps.renew(base, days);
        }
    }

    /** The step of regular length in a lesion, or that which was foreseen for it. */
    OrganSteps of(int lesion, int organ, PatientRates rates, int exposure) {
        OrganSteps own = foreseen[lesion];
        return conditions == null || own == null ? rates.steps(exposure, organ) : own;
    }

    /** The step of any length in a lesion, as it was foreseen where that depends on the lesion. */
    OrganSteps of(int lesion, int organ, PatientRates rates, int exposure, double days) {
        return conditions == null ? rates.steps(exposure, organ, days) : of(lesion, organ, rates, exposure);
    }

    /** The foreseen step of a lesion has been lived through. */
    void pass(int lesion) {
        if (conditions != null) {
            conditions.pass(lesion);
        }
    }
}
