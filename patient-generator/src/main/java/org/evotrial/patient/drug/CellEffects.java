package org.evotrial.patient.drug;

import org.evotrial.spi.StrictFunctions;

/** What the drugs taken do to one genotype at one place: a workspace that is set and then asked, without allocation. */
public final class CellEffects {
    private final DrugEffects effects;
    private final PatientDrugs patient;
    private final TissueEffects tissue;
    private final double[] effect;
    private final double[] logX;
    private final double[] memberLargest;
    private final double[] memberHill;
    private final double[] memberLogX;
    private Exposure exposure;

    /** Of a patient. */
    public CellEffects(DrugEffects effects, PatientDrugs patient) {
        this.effects = effects;
        this.patient = patient;
        tissue = new TissueEffects(effects, patient);
        int drugs = effects.drugs();
        effect = new double[drugs];
        logX = new double[drugs];
        memberLargest = new double[drugs];
        memberHill = new double[drugs];
        memberLogX = new double[drugs];
        exposure = new Exposure(drugs);
    }

    /**
     * Looks at a genotype.
     *
     * @param taken what is taken
     * @param organ the organ
     * @param niche the niche of the organ; 0 is the perfused part
     * @param genotype the genotype
     */
    public CellEffects set(Exposure taken, int organ, int niche, int genotype) {
        exposure = taken;
        boolean changedAccess = niche > 0 && effects.modifications().changeAccess();
        if (changedAccess) {
            tissue.set(taken, organ);
        }
        Concentrations concentrations = effects.concentrations();
        for (int i = 0; i < taken.count(); i++) {
            int drug = taken.drug(i);
            double value = concentrations.logRelative(drug, organ, niche, genotype)
                    + taken.logDose(drug)
                    + patient.logExposure(drug);
            if (changedAccess) {
                value += concentrations.change(drug, organ, niche, tissue.exchangeFactor(), tissue.stromalProtection());
            }
            logX[drug] = value;
            effect[drug] = effects.hillEffect(drug, value);
        }
        return this;
    }

    /** Whether any drug taken acts on cells directly. */
    public boolean active() {
        for (int i = 0; i < exposure.count(); i++) {
            if (effects.actsOnCells(exposure.drug(i))) {
                return true;
            }
        }
        return false;
    }

    /** Additional deaths per cell and day. */
    public double kill(int phenotype) {
        double sum = 0;
        for (int i = 0; i < exposure.count(); i++) {
            sum += term(DrugEffects.KILL, i, phenotype);
        }
        return effects.combinations().interacting() ? Math.max(0, sum + interactions(phenotype)) : sum;
    }

    /** Additional deaths per division that takes place. */
    public double killPerDivision(int phenotype) {
        double sum = 0;
        for (int i = 0; i < exposure.count(); i++) {
            sum += term(DrugEffects.KILL_PER_DIVISION, i, phenotype);
        }
        return sum;
    }

    /** Factor on the birth rate, in [0, 1]. */
    public double birthFactor(int phenotype) {
        double product = 1;
        for (int i = 0; i < exposure.count(); i++) {
            product *= 1 - term(DrugEffects.CYTOSTASIS, i, phenotype);
        }
        return product;
    }

    /**
     * Relative effect in [0, 1) on cells of full sensitivity: loss of net growth relative to the largest that the drugs taken can
     * cause; 0 without drugs that act on cells. Interactions do not count.
     *
     * @param birthPerDay the cells' birth rate, which weighs effects on divisions against kill
     */
    public double stress(double birthPerDay) {
        double loss = 0;
        double possible = 0;
        for (int i = 0; i < exposure.count(); i++) {
            loss += term(DrugEffects.KILL, i, DrugEffects.FULLY_SENSITIVE)
                    + birthPerDay
                            * (term(DrugEffects.KILL_PER_DIVISION, i, DrugEffects.FULLY_SENSITIVE)
                                    + term(DrugEffects.CYTOSTASIS, i, DrugEffects.FULLY_SENSITIVE));
            possible += largestTerm(DrugEffects.KILL, i)
                    + birthPerDay
                            * (largestTerm(DrugEffects.KILL_PER_DIVISION, i) + largestTerm(DrugEffects.CYTOSTASIS, i));
        }
        return possible > 0 ? loss / possible : 0;
    }

    /** Factor on the rate of a change of phenotype, by its index in {@link CellTypes#transitions()}. */
    public double transitionFactor(int transition) {
        double product = 1;
        for (int i = 0; i < exposure.count(); i++) {
            int drug = exposure.drug(i);
            if (effects.modifications().modifies(drug)) {
                product *= 1 + (effects.modifications().transition(drug, transition) - 1) * effect[drug];
            }
        }
        return product;
    }

    /** Effect of the i-th drug taken, or of its whole group with the first of the group; 0 with the others. */
    private double term(int kind, int i, int phenotype) {
        int drug = exposure.drug(i);
        Combinations combinations = effects.combinations();
        int members = 0;
        for (int j = 0; j < exposure.count(); j++) {
            int other = exposure.drug(j);
            if (j != i && combinations.together(drug, other)) {
                if (j < i) {
                    return 0;
                }
                members++;
            }
        }
        if (members == 0) {
            return alone(kind, drug, phenotype);
        }
        return combinations.loewe(drug) ? loewe(kind, i, phenotype) : highest(kind, i, phenotype);
    }

    private double alone(int kind, int drug, int phenotype) {
        return effects.largest(kind, drug, patient) * effect[drug] * effects.fraction(drug, phenotype);
    }

    private double highest(int kind, int first, int phenotype) {
        double most = 0;
        for (int j = first; j < exposure.count(); j++) {
            int drug = exposure.drug(j);
            if (j == first || effects.combinations().together(exposure.drug(first), drug)) {
                most = Math.max(most, alone(kind, drug, phenotype));
            }
        }
        return most;
    }

    private double loewe(int kind, int first, int phenotype) {
        int n = 0;
        for (int j = first; j < exposure.count(); j++) {
            int drug = exposure.drug(j);
            if (j == first || effects.combinations().together(exposure.drug(first), drug)) {
                memberLargest[n] = effects.largest(kind, drug, patient) * effects.fraction(drug, phenotype);
                memberHill[n] = effects.hill(drug);
                memberLogX[n++] = logX[drug];
            }
        }
        return LoeweAdditivity.effect(n, memberLargest, memberHill, memberLogX);
    }

    private double largestTerm(int kind, int i) {
        int drug = exposure.drug(i);
        double most = effects.largest(kind, drug, patient);
        for (int j = 0; j < exposure.count(); j++) {
            int other = exposure.drug(j);
            if (j != i && effects.combinations().together(drug, other)) {
                if (j < i) {
                    return 0;
                }
                most = Math.max(most, effects.largest(kind, other, patient));
            }
        }
        return most;
    }

    private double interactions(int phenotype) {
        double sum = 0;
        for (int i = 0; i < exposure.count(); i++) {
            for (int j = 0; j < i; j++) {
                double alpha = effects.combinations().interaction(exposure.drug(i), exposure.drug(j));
                if (alpha != 0) {
                    double product = alone(DrugEffects.KILL, exposure.drug(i), phenotype)
                            * alone(DrugEffects.KILL, exposure.drug(j), phenotype);
                    sum += alpha * StrictFunctions.sqrt(product);
                }
            }
        }
        return sum;
    }
}
