package org.evotrial.patient.tumour;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.assay.CtdnaAssay;
import org.evotrial.patient.disease.Shedding;
import org.evotrial.spi.Measurement;

/**
 * Tumour DNA in the plasma of one patient. Shedding and clearance (half-life 30 minutes) are in balance at all times:
 * concentration = sum over lesions of q deaths per day / (clearance per day x plasma volume).
 */
final class PlasmaDna {
    private static final double LN_2 = 0.693147180559945309;
    private static final double MINUTES_PER_DAY = 1440;
    private static final double MILLILITRES_PER_LITRE = 1000;

    /** Background of {@link CtdnaAssay}'s defaults (1.86 x 3.38 / 0.0066 per mL), for the true fraction. */
    private static final double MEAN_BACKGROUND_PER_MILLILITRE = 1.86 * 3.38 / 0.0066;

    private final TumourModel model;
    private final Tumour tumour;
    private final PatientRates rates;
    private final boolean[][] carries;
    private final double[] perGenotype;
    private final double[] perChannel;
    private final double millilitreDays;
    private double shedding;

    PlasmaDna(TumourModel model, Tumour tumour, PatientRates rates) {
        this.model = model;
        this.tumour = tumour;
        this.rates = rates;
        int biomarkers = model.disease.biomarkers().size();
        carries = new boolean[biomarkers][model.genotypes.count()];
        for (int biomarker = 0; biomarker < biomarkers; biomarker++) {
            for (int g = 0; g < carries[biomarker].length; g++) {
                carries[biomarker][g] = model.carries(g, biomarker);
            }
        }
        perGenotype = new double[model.genotypes.count()];
        perChannel = new double[model.assayBiomarkers.length == 0 ? 0 : mostChannels()];
        Shedding plasma = model.disease.shedding();
        double clearancePerDay = LN_2 * MINUTES_PER_DAY / plasma.clearanceHalfLifeMinutes();
        millilitreDays = clearancePerDay * plasma.plasmaLitres() * MILLILITRES_PER_LITRE;
    }

    private int mostChannels() {
        int most = 0;
        for (int[] biomarkers : model.assayBiomarkers) {
            most = Math.max(most, biomarkers.length);
        }
        return most;
    }

    /** Begins a patient who sheds so many genome equivalents per cell death. */
    void begin(double genomeEquivalentsPerCellDeath) {
        shedding = genomeEquivalentsPerCellDeath;
    }

    /** Takes a plasma sample. */
    void measure(
            CtdnaAssay assay,
            int[] biomarkers,
            int regimen,
            double daysLater,
            UniformRandomProvider random,
            Measurement out) {
        double all = concentrations(regimen, daysLater);
        for (int channel = 0; channel < biomarkers.length; channel++) {
            perChannel[channel] = mutant(biomarkers[channel]);
        }
        assay.sample(perChannel, all, random, out);
    }

    /** Expected variant allele fraction against the mean background. */
    double expectedVaf(int biomarker, int regimen, double daysLater) {
        double all = concentrations(regimen, daysLater);
        return mutant(biomarker) / (all + MEAN_BACKGROUND_PER_MILLILITRE);
    }

    private double mutant(int biomarker) {
        double sum = 0;
        for (int g = 0; g < perGenotype.length; g++) {
            sum += carries[biomarker][g] ? perGenotype[g] : 0;
        }
        return sum;
    }

    /** Fills the concentrations per genotype, genome equivalents per mL, and returns their sum. */
    private double concentrations(int regimen, double daysLater) {
        Arrays.fill(perGenotype, 0);
        if (shedding == 0) {
            return 0;
        }
        double all = 0;
        for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
            int organ = tumour.organ(lesion);
            double factor = shedding * model.organShedding[organ] / millilitreDays;
            OrganSteps steps = rates.steps(regimen, organ);
            for (long left = tumour.alive(lesion); left != 0; left &= left - 1) {
                int g = Long.numberOfTrailingZeros(left);
                GenotypeStep step = steps.of(g);
                double deaths = step.death(0) * step.growth(daysLater) * tumour.cells(lesion, g, 0)
                        + step.death(1) * tumour.cells(lesion, g, 1);
                perGenotype[g] += factor * deaths;
                all += factor * deaths;
            }
        }
        return all;
    }
}
