package org.evotrial.patient.tumour;

/** One step of every genotype in one organ of one patient under one regimen, each prepared when it is first asked for. */
final class OrganSteps {
    private final GenotypeStep[] steps;
    private final boolean regular;
    private final int organ;
    private int regimen;
    private double days;
    private long stamp;

    /**
     * @param model the disease
     * @param rates the patient's rates
     * @param organ the organ
     * @param regular whether the step has the disease's regular length
     */
    OrganSteps(TumourModel model, PatientRates rates, int organ, boolean regular) {
        this.organ = organ;
        this.regular = regular;
        steps = new GenotypeStep[model.genotypes.count()];
        for (int g = 0; g < steps.length; g++) {
            steps[g] = new GenotypeStep(model, rates, g);
        }
    }

    /** Forgets what was prepared. */
    OrganSteps renew(int newRegimen, double newDays) {
        regimen = newRegimen;
        days = newDays;
        stamp++;
        return this;
    }

    /** The step of a genotype. */
    GenotypeStep of(int genotype) {
        return steps[genotype].prepared(stamp, regimen, organ, days);
    }

    /** Whether the step has the regular length, so that what is put off may stay so. */
    boolean regular() {
        return regular;
    }

    /** Length of the step. */
    double days() {
        return days;
    }
}
