package org.evotrial.patient.assay;

import java.util.Arrays;
import org.evotrial.patient.disease.Shedding;

/**
 * Tumour DNA in the plasma of one patient. Shedding and clearance (half-life 30 minutes) are in balance at all times:
 * concentration = sum over lesions of q deaths per day / (clearance per day x plasma volume).
 */
public final class PlasmaDna {
    private static final double LN_2 = 0.693147180559945309;
    private static final double MINUTES_PER_DAY = 1440;
    private static final double MILLILITRES_PER_LITRE = 1000;

    /** Background of {@link CtdnaAssay}'s defaults (1.86 x 3.38 / 0.0066 per mL), for the true fraction. */
    private static final double MEAN_BACKGROUND_PER_MILLILITRE = 1.86 * 3.38 / 0.0066;

    private final AssayedDisease disease;
    private final boolean[][] carries;
    private final double[] perGenotype;
    private final double millilitreDays;

    public PlasmaDna(AssayedDisease disease) {
        this.disease = disease;
        int biomarkers = disease.biomarkers().size();
        carries = new boolean[biomarkers][disease.genotypeCount()];
        for (int biomarker = 0; biomarker < biomarkers; biomarker++) {
            for (int g = 0; g < carries[biomarker].length; g++) {
                carries[biomarker][g] = disease.carries(g, biomarker);
            }
        }
        perGenotype = new double[disease.genotypeCount()];
        Shedding plasma = disease.shedding();
        double clearancePerDay = LN_2 * MINUTES_PER_DAY / plasma.clearanceHalfLifeMinutes();
        millilitreDays = clearancePerDay * plasma.plasmaLitres() * MILLILITRES_PER_LITRE;
    }

    /** Finds the concentrations now and returns their sum, genome equivalents per mL. */
    public double concentrate(TumourView tumour) {
        Arrays.fill(perGenotype, 0);
        double shedding = tumour.genomeEquivalentsPerCellDeath();
        if (shedding == 0) {
            return 0;
        }
        double all = 0;
        for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
            double factor = shedding * disease.organShedding(tumour.organ(lesion)) / millilitreDays;
            for (int g = tumour.nextGenotype(lesion, 0); g >= 0; g = tumour.nextGenotype(lesion, g + 1)) {
                double deaths = tumour.deathsPerDay(lesion, g);
                perGenotype[g] += factor * deaths;
                all += factor * deaths;
            }
        }
        return all;
    }

    /** Genome equivalents per mL with a biomarker, as {@link #concentrate} found them. */
    public double mutant(int biomarker) {
        double sum = 0;
        for (int g = 0; g < perGenotype.length; g++) {
            sum += carries[biomarker][g] ? perGenotype[g] : 0;
        }
        return sum;
    }

    /** Expected variant allele fraction now against the mean background. */
    public double expectedVaf(int biomarker, TumourView tumour) {
        double all = concentrate(tumour);
        return mutant(biomarker) / (all + MEAN_BACKGROUND_PER_MILLILITRE);
    }
}
