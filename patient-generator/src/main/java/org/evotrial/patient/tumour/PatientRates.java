package org.evotrial.patient.tumour;

import org.evotrial.patient.drug.CellEffects;
import org.evotrial.patient.drug.Exposure;
import org.evotrial.patient.drug.Exposures;
import org.evotrial.patient.drug.PatientDrugs;
import org.evotrial.patient.drug.TissueEffects;
import org.jspecify.annotations.Nullable;

/**
 * Rates of one patient, and the steps made of them. Steps of regular length are kept per exposure and organ; a step of any
 * other length serves until the next one. All are forgotten with {@link #renew}. Exposures go by their index in
 * {@link Exposures}, as {@link #exposureOf} gives it.
 */
final class PatientRates {
    private final double regularDays;
    private final OrganSteps[] @Nullable [] regular;
    private final OrganSteps[] irregular;
    private final MutationSupply supply;
    private final TumourModel model;
    private final PatientDrugs drugs;
    private final CellEffects cellEffects;
    private final TissueEffects tissue;
    private final Exposures exposures;
    private double birth;
    private double netGrowth;
    private double irregularDays;
    private int irregularExposure;

    PatientRates(TumourModel model) {
        regularDays = model.stepDays;
        int organs = model.organShares.length;
        this.model = model;
        irregular = new OrganSteps[organs];
        for (int organ = 0; organ < organs; organ++) {
            irregular[organ] = OrganSteps.inOrgan(model, this, organ, false);
        }
        supply = new MutationSupply(model);
        drugs = new PatientDrugs(model.effects.drugs());
        cellEffects = new CellEffects(model.effects, drugs);
        tissue = new TissueEffects(model.effects, drugs);
        exposures = new Exposures(model.effects);
        regular = new OrganSteps[exposures.places()][];
        for (int regimen = 0; regimen < model.effects.regimens(); regimen++) {
            regular[regimen] = newSteps();
        }
    }

    /**
     * Begins another patient.
     *
     * @param birthPerDay birth rate of sensitive cells
     * @param netPerDay their net growth without treatment
     */
    void renew(double birthPerDay, double netPerDay) {
        birth = birthPerDay;
        netGrowth = netPerDay;
        irregularDays = Double.NaN;
        for (int exposure = 0; exposure < regular.length; exposure++) {
            renewSteps(exposure);
        }
    }

    private OrganSteps[] newSteps() {
        OrganSteps[] steps = new OrganSteps[irregular.length];
        for (int organ = 0; organ < steps.length; organ++) {
            steps[organ] = OrganSteps.inOrgan(model, this, organ, true);
        }
        return steps;
    }

    private void renewSteps(int exposure) {
        OrganSteps[] ofExposure = regular[exposure];
        if (ofExposure != null) {
            for (OrganSteps steps : ofExposure) {
                steps.renew(exposure, regularDays);
            }
        }
    }

    /** The index of the exposure to relative doses of all drugs. */
    int exposureOf(double[] relativeDoses) {
        int exposure = exposures.indexOf(relativeDoses);
        if (exposures.replaced()) {
            if (regular[exposure] == null) {
                regular[exposure] = newSteps();
            }
            renewSteps(exposure);
            irregularDays = Double.NaN;
        }
        return exposure;
    }

    /** How the patient differs from the average in what drugs do. */
    PatientDrugs drugs() {
        return drugs;
    }

    /** The exposure of an index. */
    Exposure exposure(int index) {
        return exposures.get(index);
    }

    /** What drugs do to cells of the patient; set and asked by whoever prepares rates. */
    CellEffects cellEffects() {
        return cellEffects;
    }

    /** What drugs do to the tissue of an organ under an exposure; valid until the next call. */
    TissueEffects tissue(int exposure, int organ) {
        return tissue.set(exposures.get(exposure), organ);
    }

    /** Sets what one drug does in this patient. */
    void setDrug(int drug, double logRelativeExposure, double relativeKill) {
        drugs.set(drug, logRelativeExposure, relativeKill);
    }

    /** The step of regular length in an organ. */
    OrganSteps steps(int exposure, int organ) {
        return regular[exposure][organ];
    }

    /** The step of any length in an organ. */
    OrganSteps steps(int exposure, int organ, double days) {
        if (days == regularDays) {
            return regular[exposure][organ];
        }
        if (days != irregularDays || exposure != irregularExposure) {
            irregularDays = days;
            irregularExposure = exposure;
            for (OrganSteps steps : irregular) {
                steps.renew(exposure, days);
            }
        }
        return irregular[organ];
    }

    /** Rates of mutations, of losses and of switches of lineage. */
    MutationSupply supply() {
        return supply;
    }

    double birth() {
        return birth;
    }

    double netGrowth() {
        return netGrowth;
    }
}
