package org.evotrial.patient.tumour;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.birthdeath.MutantInflux;
import org.evotrial.patient.sampling.Poisson;

/**
 * The mutants of one step in one lesion. Where many are founded, or their descendants are established, the moments of the
 * arrivals are noted (only the mean beside a million cells). Where few are expected in the whole lesion, one Poisson number
 * decides, and each is drawn singly. Mutants whose moments are noted found further ones within the step.
 */
final class Foundings {
    private static final double FEW = 4;
    private static final double ESTABLISHED = 1000;
    private static final int ANY = -1;

    /** Foundings in one step, per cell already there, that are left out. */
    private static final double NEGLIGIBLE_SHARE = 5e-4;

    private final Acquisitions acquisitions;
    private final CellStates cellStates;
    private final int states;
    private final double[] mean;
    private final double[] single;
    private final double[] variance;
    private final double[] clones;
    private final double[] singles;
    private final double[] oldest;
    private final int[] oldestParent;
    private final double[] mostClones;
    private final int[] mostParent;
    private final double[] parents;
    private final double[] fewExpected;
    private final int[] fewParent;
    private final int[] fewAcquisition;
    private final double[] arrivingDays;
    private double expected;
    private int few;
    private long pending;
    private long arriving;
    private long arrivals;

    Foundings(TumourModel model) {
        acquisitions = model.acquisitions;
        cellStates = model.states;
        states = cellStates.count();
        int genotypes = model.genotypes.count();
        mean = new double[genotypes * states];
        single = new double[genotypes * states];
        variance = new double[genotypes];
        clones = new double[genotypes];
        singles = new double[genotypes];
        oldest = new double[genotypes];
        oldestParent = new int[genotypes];
        mostClones = new double[genotypes];
        mostParent = new int[genotypes];
        parents = new double[states];
        int edges = 0;
        for (int g = 0; g < genotypes; g++) {
            edges += states * Math.max(1, acquisitions.from(g));
        }
        fewExpected = new double[edges];
        fewParent = new int[edges];
        fewAcquisition = new int[edges];
        arrivingDays = new double[genotypes * states];
    }

    /**
     * Finds what the cells at the beginning of the step found until its end.
     *
     * @param cells cells by genotype and state, from {@code base} on
     * @param base index of the first
     * @param alive a bit per genotype with cells
     * @param steps the step
     * @param random source of randomness
     */
    void find(double[] cells, int base, long alive, OrganSteps steps, UniformRandomProvider random) {
        expected = 0;
        few = 0;
        pending = alive;
        while (pending != 0) {
            int g = Long.numberOfTrailingZeros(pending);
            pending &= pending - 1;
            if (acquisitions.from(g) > 0) {
                GenotypeStep step = steps.of(g);
                int occupied = step.dividing(cells, base + g * states, parents) ? 1 : states;
                if ((arriving & 1L << g) != 0) {
                    addArriving(g, step, occupied);
                    occupied = states;
                }
                for (int s = 0; s < occupied; s++) {
                    if (parents[s] > 0) {
                        foundBy(g, s, step, cells, base, steps);
                    }
                }
            }
        }
        if (expected > 0) {
            drawSingly(Poisson.draw(expected, random), steps, random);
        }
    }

    /** Mutants of the step count among the parents of further ones by the cell days that they live in it. */
    private void addArriving(int genotype, GenotypeStep step, int occupied) {
        for (int s = 0; s < states; s++) {
            double there = s < occupied ? parents[s] : 0;
            parents[s] = there + arrivingDays[genotype * states + s] / step.cellDays(s);
            arrivingDays[genotype * states + s] = 0;
        }
        arriving &= ~(1L << genotype);
    }

    private void noteArriving(int genotype, int descendant, int state, MutantInflux influx) {
        if (descendant > genotype && acquisitions.from(descendant) > 0) {
            double days = parents[state] * influx.cellDaysPerParent();
            arrivingDays[descendant * states + cellStates.ofMutants(state)] += days;
            arriving |= 1L << descendant;
            pending |= 1L << descendant;
        }
    }

    private void foundBy(int genotype, int state, GenotypeStep step, double[] cells, int base, OrganSteps steps) {
        double all = step.foundings(state, parents[state]);
        if (all < FEW) {
            expectFew(genotype * states + state, ANY, all);
            return;
        }
        int acquired = acquisitions.from(genotype);
        for (int i = 0; i < acquired; i++) {
            int descendant = acquisitions.descendant(genotype, i);
            double foundings = step.foundings(state, parents[state], i);
            double there = 0;
            for (int s = 0; s < states; s++) {
                there += cells[base + descendant * states + s];
            }
            if (foundings < NEGLIGIBLE_SHARE * there) {
                continue;
            }
            if (there >= ESTABLISHED || foundings >= FEW) {
                MutantInflux influx = step.influx(state, i, steps.of(descendant));
                note(genotype, descendant, state, there, influx);
                noteArriving(genotype, descendant, state, influx);
            } else {
                expectFew(genotype * states + state, i, foundings);
            }
        }
    }

    private void expectFew(int parent, int acquisition, double foundings) {
        expected += foundings;
        fewExpected[few] = foundings;
        fewParent[few] = parent;
        fewAcquisition[few++] = acquisition;
    }

    /**
     * Where there are descendants already, the probability that none arrives matters no more, and the number of clones
     * follows from mean and variance.
     */
    private void note(int genotype, int descendant, int state, double there, MutantInflux influx) {
        double cells = parents[state] * influx.meanPerParent();
        arrivals |= 1L << descendant;
        mean[descendant * states + cellStates.ofMutants(state)] += cells;
        if (there < DeferredClones.BELOW) {
            double spread = parents[state] * influx.variancePerParent();
            variance[descendant] += spread;
            double living = there >= ESTABLISHED
                    ? DeferredClones.clonesFromMoments(cells, spread)
                    : parents[state] * influx.livingClonesPerParent();
            clones[descendant] += Math.min(living, cells);
            if (living > mostClones[descendant]) {
                mostClones[descendant] = living;
                mostParent[descendant] = genotype;
            }
        }
    }

    private void drawSingly(double founded, OrganSteps steps, UniformRandomProvider random) {
        for (int k = 0; k < founded; k++) {
            double position = random.nextDouble() * expected;
            int chosen = 0;
            while (chosen < few - 1 && position >= fewExpected[chosen]) {
                position -= fewExpected[chosen++];
            }
            int genotype = fewParent[chosen] / states;
            int state = fewParent[chosen] % states;
            GenotypeStep step = steps.of(genotype);
            int edge = fewAcquisition[chosen] == ANY
                    ? step.chooseEdge(state, position / fewExpected[chosen])
                    : fewAcquisition[chosen];
            int descendant = acquisitions.descendant(genotype, edge);
            MutantInflux influx = step.influx(state, edge, steps.of(descendant));
            double cells = influx.sampleFounded(random);
            if (cells > 0) {
                if (!(singles[descendant] > 0) || influx.oldestAgeDays() > oldest[descendant]) {
                    oldest[descendant] = influx.oldestAgeDays();
                    oldestParent[descendant] = genotype;
                }
                singles[descendant] += cells;
                single[descendant * states + cellStates.ofMutants(state)] += cells;
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
        double sum = 0;
        for (int s = 0; s < states; s++) {
            sum += mean[genotype * states + s];
        }
        return sum;
    }

    /** Expected number of cells noted for a state of a genotype. */
    double mean(int genotype, int state) {
        return mean[genotype * states + state];
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
        return singles[genotype];
    }

    /** Cells of a state of a genotype that were drawn singly. */
    double single(int genotype, int state) {
        return single[genotype * states + state];
    }

    /** Age at the end of the step of the oldest clone drawn singly. */
    double oldestDays(int genotype) {
        return oldest[genotype];
    }

    /** Genotype from which the oldest clone drawn singly came. */
    int oldestParent(int genotype) {
        return oldestParent[genotype];
    }

    /** Genotype, in one of its states, from which most of the clones came whose moments were noted. */
    int mostParent(int genotype) {
        return mostParent[genotype];
    }

    /** Whether mutants of a genotype arrived in its first state only. */
    boolean inFirstOnly(int genotype) {
        for (int s = 1; s < states; s++) {
            if (mean[genotype * states + s] > 0 || single[genotype * states + s] > 0) {
                return false;
            }
        }
        return true;
    }

    /** Forgets what arrived. */
    void clear() {
        for (long left = arrivals; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            variance[g] = 0;
            clones[g] = 0;
            mostClones[g] = 0;
            singles[g] = 0;
            for (int s = 0; s < states; s++) {
                mean[g * states + s] = 0;
                single[g * states + s] = 0;
            }
        }
        arrivals = 0;
    }
}
