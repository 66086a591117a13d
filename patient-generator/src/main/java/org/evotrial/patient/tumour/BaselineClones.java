package org.evotrial.patient.tumour;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.birthdeath.PreExistingClones;
import org.evotrial.patient.birthdeath.ResistantFractionPrior;
import org.evotrial.patient.disease.Genotypes;
import org.evotrial.patient.disease.Mechanism;
import org.evotrial.patient.disease.PreExisting;
import org.evotrial.patient.sampling.Exponential;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.spi.StrictFunctions;

/**
 * Draws which cells of a lesion have which mechanisms at baseline: first, for the whole patient, the truncal mechanisms and the
 * fractions of empirical ones; then, lesion by lesion, the cells with one further mechanism, and of these the cells with a
 * second one.
 */
final class BaselineClones {
    private final BaselineTraits traits;
    private final Acquisitions acquisitions;
    private final List<Mechanism> mechanisms;
    private final Genotypes genotypes;
    private final PreExistingClones clones = new PreExistingClones();
    private final PreExistingClones subclones = new PreExistingClones();
    private final double[] patientFraction;
    private final double[] ratePerDivision;
    private final double[] seeded;
    private int founder;
    private double survival;

    BaselineClones(TumourModel model, BaselineTraits traits) {
        this.traits = traits;
        acquisitions = model.acquisitions;
        mechanisms = model.disease.mechanisms();
        genotypes = model.genotypes;
        patientFraction = new double[mechanisms.size()];
        ratePerDivision = new double[mechanisms.size()];
        seeded = new double[genotypes.count()];
    }

    /** Begins another patient: draws founder and fractions. */
    void begin(PatientRates rates, UniformRandomProvider random) {
        clones.set(rates.birth(), rates.birth() - rates.netGrowth());
        subclones.set(rates.birth(), rates.birth() - rates.netGrowth());
        survival = rates.netGrowth() / rates.birth();
        founder = 0;
        int truncal = 0;
        for (int m = 0; m < patientFraction.length; m++) {
            PreExisting law = mechanisms.get(m).preExisting();
            ratePerDivision[m] = rates.supply().beforeTreatment(m, rates.birth());
            double factor = traits.prevalenceFactor(m);
            patientFraction[m] =
                    law instanceof PreExisting.Empirical prior ? patientFraction(prior, factor, random) : 0;
            if (law instanceof PreExisting.Truncal in && isTruncal(in.prevalence(), factor, random)) {
                truncal |= 1 << m;
            }
        }
        founder = genotypes.of(truncal);
    }

    /** Genotype of the patient's first tumour cell. */
    int founder() {
        return founder;
    }

    private static boolean isTruncal(double prevalence, double factor, UniformRandomProvider random) {
        return prevalence == 1 || random.nextDouble() < prevalence * factor;
    }

    private static double patientFraction(PreExisting.Empirical prior, double factor, UniformRandomProvider random) {
        boolean carrier = random.nextDouble() < prior.carrierProbability() * factor;
        double fraction = prior.medianFraction() * logNormal(prior.sigmaLog(), random);
        return carrier ? fraction : 0;
    }

    private static double logNormal(double sigmaLog, UniformRandomProvider random) {
        return StrictFunctions.exp(sigmaLog * Normal.draw(random));
    }

    /**
     * Draws the clones of a lesion of sensitive cells.
     *
     * @param random the patient's baseline stream
     * @param traitsRandom the patient's stream of traits
     */
    void fill(Tumour tumour, int lesion, UniformRandomProvider random, UniformRandomProvider traitsRandom) {
        double cells = tumour.cells(lesion, 0);
        tumour.convert(lesion, 0, founder, cells, random);
        for (int m = 0; m < patientFraction.length; m++) {
            int genotype = genotypes.descendant(founder, m);
            if (genotype >= 0) {
                double drawn = draw(clones, m, cells, random);
                tumour.convert(lesion, founder, genotype, drawn, random);
                fillWithin(tumour, lesion, genotype, m, random, traitsRandom);
            }
        }
    }

    /**
     * Draws the clones of a metastasis of sensitive cells that was founded by cells of the first lesion.
     *
     * @param founders number of founders, at least 1
     */
    void seed(Tumour tumour, int lesion, int founders, UniformRandomProvider random) {
        Arrays.fill(seeded, 0);
        double families = 0;
        int last = founder;
        for (int i = 0; i < founders; i++) {
            double family = founders == 1 ? 1 : Exponential.draw(random);
            last = genotypeInPrimary(tumour, random);
            seeded[last] += family;
            families += family;
        }
        double cells = tumour.cells(lesion, 0);
        for (int g = 1; g < seeded.length; g++) {
            if (seeded[g] > 0) {
                tumour.convert(lesion, 0, g, Math.rint(cells * (seeded[g] / families)), random);
            }
        }
        if (seeded[0] == 0 && tumour.cells(lesion, 0) > 0) {
            tumour.convert(lesion, 0, last, cells, random);
        }
        for (int g = 0; g < seeded.length; g++) {
            seeded[g] = tumour.cells(lesion, g);
        }
        for (int g = 0; g < seeded.length; g++) {
            if (seeded[g] > 0) {
                grow(tumour, lesion, g, random);
            }
        }
    }

    private int genotypeInPrimary(Tumour tumour, UniformRandomProvider random) {
        double all = 0;
        for (int g = 0; g < seeded.length; g++) {
            all += tumour.cells(0, g);
        }
        double left = random.nextDouble() * all;
        int chosen = founder;
        for (int g = 0; g < seeded.length; g++) {
            double cells = tumour.cells(0, g);
            if (cells > 0) {
                chosen = g;
                left -= cells;
                if (left < 0) {
                    return g;
                }
            }
        }
        return chosen;
    }

    /** Mutants that arose while the seeded cells of a genotype grew from few. */
    private void grow(Tumour tumour, int lesion, int genotype, UniformRandomProvider random) {
        for (int i = 0; i < acquisitions.from(genotype); i++) {
            int m = acquisitions.mechanism(genotype, i);
            if (!acquisitions.isLoss(genotype, i)
                    && mechanisms.get(m).preExisting() instanceof PreExisting.ClosedForm) {
                double drawn = clones.sample(seeded[genotype], ratePerDivision[m], random);
                tumour.convert(lesion, genotype, acquisitions.descendant(genotype, i), drawn, random);
            }
        }
    }

    private double draw(PreExistingClones law, int m, double cells, UniformRandomProvider random) {
        PreExisting configured = mechanisms.get(m).preExisting();
        if (configured instanceof PreExisting.ClosedForm) {
            return law.sample(cells, ratePerDivision[m], random);
        }
        if (configured instanceof PreExisting.Empirical prior) {
            double fraction = patientFraction[m] * logNormal(prior.lesionSigmaLog(), random);
            if (fraction > 0) {
                double clipped = Math.min(prior.largestFraction(), fraction);
                return ResistantFractionPrior.sampleCells(cells, clipped, random);
            }
        }
        return 0;
    }

    /**
     * Cells with a second mechanism: one that requires the first, or any other that arose within the clones of the first where
     * the trial follows it. The latter come from the stream of traits, so that they change no other draw.
     */
    private void fillWithin(
            Tumour tumour,
            int lesion,
            int genotype,
            int first,
            UniformRandomProvider random,
            UniformRandomProvider traitsRandom) {
        double cells = tumour.cells(lesion, genotype);
        boolean firstClonal = mechanisms.get(first).preExisting() instanceof PreExisting.ClosedForm;
        for (int m = 0; m < patientFraction.length && cells > 0; m++) {
            int compound = genotypes.descendant(genotype, m);
            boolean clonal = firstClonal && mechanisms.get(m).preExisting() instanceof PreExisting.ClosedForm;
            if (compound >= 0 && genotypes.descendant(founder, m) < 0) {
                double drawn = clonal ? drawInClones(m, cells, random) : draw(subclones, m, cells, random);
                tumour.convert(lesion, genotype, compound, drawn, random);
            } else if (compound >= 0 && clonal && follows(genotype, m)) {
                double drawn = drawInClones(m, cells, traitsRandom);
                tumour.convert(lesion, genotype, compound, drawn, traitsRandom);
            }
        }
    }

    private boolean follows(int genotype, int mechanism) {
        for (int i = 0; i < acquisitions.from(genotype); i++) {
            if (acquisitions.mechanism(genotype, i) == mechanism && !acquisitions.isLoss(genotype, i)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Each clone that was drawn singly has grown from one cell, as a small lesion. All others count as clones of one size, a
     * superposition of so many Poisson processes: cells of the younger clones are spread evenly over the logarithms of the
     * clones' mean sizes, from 1/s to that of the smallest that was drawn singly, so that the geometric mean of the two gives the
     * second step as much time as they had.
     */
    private double drawInClones(int m, double cells, UniformRandomProvider random) {
        double drawn = 0;
        double left = cells;
        double smallest = cells;
        for (int i = 0; i < clones.singleClones() && left > 0; i++) {
            double size = Math.min(left, clones.cloneSize(i));
            drawn += subclones.sample(size, ratePerDivision[m], random);
            smallest = Math.min(smallest, size);
            left -= size;
        }
        if (left <= 0) {
            return drawn;
        }
        double typical = Math.min(smallest, StrictFunctions.sqrt(smallest / survival));
        return drawn + subclones.sample(typical, ratePerDivision[m] * left / typical, random);
    }
}
