package org.evotrial.patient.tumour;

import org.jspecify.annotations.Nullable;

/**
 * One step of every genotype in one organ of one patient under one exposure to drugs, each prepared when it is first asked
 * for; or in one lesion, where rates depend on it.
 */
final class OrganSteps {
    private final GenotypeStep[] steps;
    private final boolean regular;
    private final int organ;
    private final @Nullable LesionConditions conditions;
    private final int lesion;
    private @Nullable OrganSteps base;
    private int exposure;
    private double days;
    private long stamp;

    private OrganSteps(
            TumourModel model,
            PatientRates rates,
            int organ,
            boolean regular,
            @Nullable LesionConditions conditions,
            int lesion) {
        this.organ = organ;
        this.regular = regular;
        this.conditions = conditions;
        this.lesion = lesion;
        steps = new GenotypeStep[model.genotypes.count()];
        for (int g = 0; g < steps.length; g++) {
            steps[g] = new GenotypeStep(model, rates, g);
        }
    }

    /**
     * Steps in an organ.
     *
     * @param regular whether steps have the disease's regular length
     */
    static OrganSteps inOrgan(TumourModel model, PatientRates rates, int organ, boolean regular) {
        return new OrganSteps(model, rates, organ, regular, null, -1);
    }

    /** Steps in a lesion, under its conditions. */
    static OrganSteps inLesion(TumourModel model, PatientRates rates, LesionConditions conditions, int lesion) {
        return new OrganSteps(model, rates, -1, false, conditions, lesion);
    }

    /** Forgets what was prepared. */
    OrganSteps renew(int newExposure, double newDays) {
        exposure = newExposure;
        days = newDays;
        stamp++;
        return this;
    }

    /** Forgets what was prepared in a lesion. */
    void renew(OrganSteps ofOrgan, double newDays) {
        base = ofOrgan;
        days = newDays;
        stamp++;
    }

    /** The step of a genotype. */
    GenotypeStep of(int genotype) {
        return conditions == null || base == null
                ? steps[genotype].prepared(stamp, exposure, organ, days)
                : steps[genotype].conditioned(stamp, base.of(genotype).rates(), conditions, lesion, days);
    }

    /** Whether the step has the regular length and rates that last, so that what is put off may stay so. */
    boolean regular() {
        return regular;
    }

    /** Length of the step. */
    double days() {
        return days;
    }
}
