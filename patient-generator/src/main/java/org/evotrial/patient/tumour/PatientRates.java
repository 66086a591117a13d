package org.evotrial.patient.tumour;

/**
 * Rates of one patient, and the steps made of them. Steps of regular length are kept per regimen and organ; a step of any
 * other length serves until the next one. All are forgotten with {@link #renew}.
 */
final class PatientRates {
    private final double regularDays;
    private final OrganSteps[][] regular;
    private final OrganSteps[] irregular;
    private final double[] logExposure;
    private final double[] killFactor;
    private final MutationSupply supply;
    private double birth;
    private double netGrowth;
    private double irregularDays;
    private int irregularRegimen;

    PatientRates(TumourModel model) {
        regularDays = model.disease.stepDays();
        int organs = model.organShares.length;
        regular = new OrganSteps[model.effects.regimens()][organs];
        irregular = new OrganSteps[organs];
        for (int organ = 0; organ < organs; organ++) {
            irregular[organ] = new OrganSteps(model, this, organ, false);
            for (OrganSteps[] ofRegimen : regular) {
                ofRegimen[organ] = new OrganSteps(model, this, organ, true);
            }
        }
        supply = new MutationSupply(model);
        logExposure = new double[model.effects.drugs()];
        killFactor = new double[model.effects.drugs()];
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
        for (int regimen = 0; regimen < regular.length; regimen++) {
            for (OrganSteps steps : regular[regimen]) {
                steps.renew(regimen, regularDays);
            }
        }
    }

    /** Sets what one drug does in this patient. */
    void setDrug(int drug, double logRelativeExposure, double relativeKill) {
        logExposure[drug] = logRelativeExposure;
        killFactor[drug] = relativeKill;
    }

    /** The step of regular length in an organ. */
    OrganSteps steps(int regimen, int organ) {
        return regular[regimen][organ];
    }

    /** The step of any length in an organ. */
    OrganSteps steps(int regimen, int organ, double days) {
        if (days == regularDays) {
            return regular[regimen][organ];
        }
        if (days != irregularDays || regimen != irregularRegimen) {
            irregularDays = days;
            irregularRegimen = regimen;
            for (OrganSteps steps : irregular) {
                steps.renew(regimen, days);
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

    double logExposure(int drug) {
        return logExposure[drug];
    }

    double killFactor(int drug) {
        return killFactor[drug];
    }
}
