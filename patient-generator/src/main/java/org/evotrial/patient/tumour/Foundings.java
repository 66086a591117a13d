package org.evotrial.patient.tumour;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.birthdeath.MutantInflux;
import org.evotrial.patient.sampling.Poisson;

/**
 * The mutants of one step in one lesion. Where many are founded, or their descendants are established, the moments of the
 * arrivals are noted (only the mean beside a million cells). Where few are expected in the whole lesion, one Poisson number
 * decides, and each is drawn singly.
 */
final class Foundings {
    private static final double FEW = 4;
    private static final double ESTABLISHED = 1000;
    private static final int ANY = -1;

    /** Foundings in one step, per cell already there, that are left out. */
    private static final double NEGLIGIBLE_SHARE = 5e-4;

    private final Acquisitions acquisitions;
    private final double[] mean;
    private final double[] variance;
    private final double[] clones;
    private final double[] single;
    private final double[] oldest;
    private final double[] fewExpected;
    private final int[] fewParent;
    private final int[] fewAcquisition;
    private double expected;
    private int few;
    private long arrivals;

    Foundings(TumourModel model) {
        acquisitions = model.acquisitions;
        int genotypes = model.genotypes.count();
        mean = new double[genotypes];
        variance = new double[genotypes];
        clones = new double[genotypes];
        single = new double[genotypes];
        oldest = new double[genotypes];
        int pairs = 2 * genotypes * acquisitions.most();
        fewExpected = new double[pairs];
        fewParent = new int[pairs];
        fewAcquisition = new int[pairs];
    }

    /**
     * Finds what the cells at the beginning of the step found until its end.
     *
     * @param cells cells by genotype and phenotype, from {@code base} on
     * @param base index of the first
     * @param alive a bit per genotype with cells
     * @param steps the step
     * @param random source of randomness
     */
    void find(double[] cells, int base, long alive, OrganSteps steps, UniformRandomProvider random) {
        expected = 0;
        few = 0;
        for (long left = alive; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            if (acquisitions.from(g) > 0) {
                GenotypeStep step = steps.of(g);
                double sensitive = cells[base + 2 * g];
                double tolerant = cells[base + 2 * g + 1];
                for (int phenotype = 0; phenotype < 2; phenotype++) {
                    double parents = step.dividing(phenotype, sensitive, tolerant);
                    if (parents > 0) {
                        foundBy(g, phenotype, parents, step, cells, base, steps);
                    }
                }
            }
        }
        if (expected > 0) {
            drawSingly(Poisson.draw(expected, random), steps, random);
        }
    }

    private void foundBy(
            int genotype,
            int phenotype,
            double parents,
            GenotypeStep step,
            double[] cells,
            int base,
            OrganSteps steps) {
        double all = step.foundings(phenotype, parents);
        if (all < FEW) {
            expectFew(2 * genotype + phenotype, ANY, all);
            return;
        }
        int acquired = acquisitions.from(genotype);
        for (int i = 0; i < acquired; i++) {
            int descendant = acquisitions.descendant(genotype, i);
            double foundings = step.foundings(phenotype, parents, i);
            double there = cells[base + 2 * descendant];
            if (foundings < NEGLIGIBLE_SHARE * there) {
                continue;
            }
            if (there >= ESTABLISHED || foundings >= FEW) {
                note(descendant, parents, there, influx(step, genotype, phenotype, i, steps));
            } else {
                expectFew(2 * genotype + phenotype, i, foundings);
            }
        }
    }

    private void expectFew(int parent, int acquisition, double foundings) {
        expected += foundings;
        fewExpected[few] = foundings;
        fewParent[few] = parent;
        fewAcquisition[few++] = acquisition;
    }

    private MutantInflux influx(GenotypeStep step, int genotype, int phenotype, int i, OrganSteps steps) {
        return step.influx(phenotype, i, steps.of(acquisitions.descendant(genotype, i)));
    }

    /**
     * Where there are descendants already, the probability that none arrives matters no more, and the number of clones
     * follows from mean and variance.
     */
    private void note(int descendant, double parents, double there, MutantInflux influx) {
        double cells = parents * influx.meanPerParent();
        arrivals |= 1L << descendant;
        mean[descendant] += cells;
        if (there < DeferredClones.BELOW) {
            double spread = parents * influx.variancePerParent();
            variance[descendant] += spread;
            clones[descendant] += there >= ESTABLISHED
                    ? DeferredClones.clonesFromMoments(cells, spread)
                    : parents * influx.livingClonesPerParent();
        }
    }

    private void drawSingly(double founded, OrganSteps steps, UniformRandomProvider random) {
        for (int k = 0; k < founded; k++) {
            double position = random.nextDouble() * expected;
            int chosen = 0;
            while (chosen < few - 1 && position >= fewExpected[chosen]) {
                position -= fewExpected[chosen++];
            }
            int genotype = fewParent[chosen] / 2;
            int phenotype = fewParent[chosen] % 2;
            GenotypeStep step = steps.of(genotype);
            int acquisition = fewAcquisition[chosen] == ANY
                    ? step.chooseEdge(phenotype, position / fewExpected[chosen])
                    : fewAcquisition[chosen];
            MutantInflux influx = influx(step, genotype, phenotype, acquisition, steps);
            double cells = influx.sampleFounded(random);
            int descendant = acquisitions.descendant(genotype, acquisition);
            if (cells > 0) {
                oldest[descendant] = single[descendant] > 0
                        ? Math.max(oldest[descendant], influx.oldestAgeDays())
                        : influx.oldestAgeDays();
                single[descendant] += cells;
                arrivals |= 1L << descendant;
            }
        }
    }

    /** A bit per genotype in which mutants arrived. */
    long arrivals() {
        return arrivals;
    }

    /** Expected number of cells noted for a genotype. */
    double mean(int genotype) {
        return mean[genotype];
    }

    /** Variance of the number of cells noted for a genotype. */
    double variance(int genotype) {
        return variance[genotype];
    }

    /** Expected number of living clones noted for a genotype. */
    double clones(int genotype) {
        return clones[genotype];
    }

    /** Cells of a genotype that were drawn singly. */
    double single(int genotype) {
        return single[genotype];
    }

    /** Age at the end of the step of the oldest clone drawn singly. */
    double oldestDays(int genotype) {
        return oldest[genotype];
    }

    /** Forgets what arrived. */
    void clear() {
        for (long left = arrivals; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            mean[g] = 0;
            variance[g] = 0;
            clones[g] = 0;
            single[g] = 0;
        }
        arrivals = 0;
    }
}
