package org.evotrial.patient.tumour;

/**
 * Rates of one patient, and the steps made of them. Steps are kept per regimen, organ and genotype for the regular
 * length of a step, set when first needed and forgotten with {@link #renew}.
 */
final class PatientRates {
    private final TumourModel model;
    private final GenotypeStep[][][] regular;
    private final GenotypeStep[][] irregular;
    private final double[] logExposure;
    private final double[] killFactor;
    private double birth;
    private double netGrowth;
    private long stamp;
    private long irregularStamp;
    private double irregularDays;
    private int irregularRegimen;

    PatientRates(TumourModel model) {
        this.model = model;
        int organs = model.organShares.length;
        int genotypes = model.genotypes.count();
        regular = new GenotypeStep[model.effects.regimens()][organs][genotypes];
        irregular = new GenotypeStep[organs][genotypes];
        for (GenotypeStep[][] byOrgan : regular) {
            for (GenotypeStep[] byGenotype : byOrgan) {
                fill(byGenotype);
            }
        }
        for (GenotypeStep[] byGenotype : irregular) {
            fill(byGenotype);
        }
        logExposure = new double[model.effects.drugs()];
        killFactor = new double[model.effects.drugs()];
    }

    private void fill(GenotypeStep[] steps) {
        for (int g = 0; g < steps.length; g++) {
            steps[g] = new GenotypeStep(model, this, g);
        }
    }

    /**
     * Begins another patient.
     *
     * @param birthPerDay birth rate of sensitive cells
     * @param netPerDay their net growth without treatment
     */
    void renew(double birthPerDay, double netPerDay) {
        stamp++;
        irregularStamp++;
        irregularDays = Double.NaN;
        birth = birthPerDay;
        netGrowth = netPerDay;
    }

    /** Sets what one drug does in this patient. */
    void setDrug(int drug, double logRelativeExposure, double relativeKill) {
        logExposure[drug] = logRelativeExposure;
        killFactor[drug] = relativeKill;
    }

    /** The step of a genotype; {@code days} may be the disease's regular step or any other length. */
    GenotypeStep step(int regimen, int organ, int genotype, double days) {
        if (days == model.disease.stepDays()) {
            return regular[regimen][organ][genotype].prepared(stamp, regimen, organ, days);
        }
        if (days != irregularDays || regimen != irregularRegimen) {
            irregularStamp++;
            irregularDays = days;
            irregularRegimen = regimen;
        }
        return irregular[organ][genotype].prepared(irregularStamp, regimen, organ, days);
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
