package org.evotrial.patient.tumour;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.disease.ChromosomalInstability;
import org.evotrial.patient.disease.ClonalArchitecture;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.spi.StrictFunctions;
import org.jspecify.annotations.Nullable;

/**
 * The traits of one patient, drawn from their own stream: biomarkers, then chromosomal instability, then branches. A disease without such a block
 * draws nothing for it, and its factors are 1.
 */
final class BaselineTraits {
    private final @Nullable StratumLaw law;
    private final @Nullable StratumEffects effects;
    private final @Nullable ChromosomalInstability instability;
    private final @Nullable BranchShares branches;
    private final double[] work;
    private int present;
    private double level;
    private long clonalSeed;

    BaselineTraits(TumourModel model) {
        law = model.stratumLaw;
        effects = model.stratumEffects;
        instability = model.disease.chromosomalInstability();
        ClonalArchitecture architecture = model.disease.clonalArchitecture();
        branches = architecture == null ? null : new BranchShares(architecture);
        work = new double[law == null ? 0 : law.biomarkers()];
    }

    void draw(UniformRandomProvider random) {
        present = law == null ? 0 : law.draw(work, random);
        level = instability == null
                ? 1
                : instability.medianLevel() * StrictFunctions.exp(instability.sigmaLog() * Normal.draw(random));
        if (branches != null) {
            clonalSeed = random.nextLong();
            branches.draw(random);
        }
    }

    /** From which whatever is random in the tree of clones follows. */
    long clonalSeed() {
        return clonalSeed;
    }

    /** Branches of the patient's tumour; null without a clonal architecture. */
    @Nullable
    BranchShares branches() {
        return branches;
    }

    /** Whether the patient has a biomarker: 1 or 0. */
    int level(int biomarker) {
        return present >> biomarker & 1;
    }

    /** Factor on the net growth by the biomarkers. */
    double netGrowthFactor() {
        return effects == null ? 1 : effects.netGrowth(present);
    }

    /** Factor on the kill by a treatment. */
    double killFactor(int treatment) {
        return effects == null ? 1 : effects.kill(present, treatment);
    }

    /** Factor on the share of patients with a mechanism before treatment. */
    double prevalenceFactor(int mechanism) {
        return effects == null ? 1 : effects.prevalence(present, mechanism);
    }

    /** Whether rates of mutations differ between patients. */
    boolean variesSupply() {
        return instability != null;
    }

    /** Factor on the rates of copy-number events. */
    double copyNumberFactor() {
        return instability == null ? 1 : instability.copyNumberFactor(level);
    }

    /** Factor on the rates of other mutations. */
    double otherFactor() {
        return instability == null ? 1 : instability.otherFactor(level);
    }

    /** Deaths per cell and day by chromosomal instability. */
    double deathsPerDay() {
        return instability == null ? 0 : instability.deathsPerDay(level);
    }
}
