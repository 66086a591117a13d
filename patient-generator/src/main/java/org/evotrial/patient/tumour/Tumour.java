package org.evotrial.patient.tumour;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.birthdeath.BranchingStep;
import org.evotrial.patient.sampling.Binomial;

/**
 * The cells of one patient: lesion by genotype by state (phenotype and niche), stored flat, with a bit per living genotype
 * of a lesion. Steps consume the biology stream in the order of lesions and genotypes.
 */
final class Tumour {
    private static final double MOST_CELLS = 1e14;

    /** Share of a lesion's cells below which a genotype changes no sample of it. */
    private static final double LEAST_SEEN = 1e-9;

    /** Expected foundings in a step from which on a population is drawn before it founds. */
    private static final double LIKELY_FOUNDINGS = 0.2;

    private final CellStates cellStates;
    private final int genotypes;
    private final int states;
    private final int types;
    private final double[] cells;
    private final double[] after;
    private final long[] alive;
    private final long[] seen;
    private final int[] organ;
    private final double[] total;
    private final double[] growth;
    private final double[] nadir;
    private final double[] emergenceDay;
    private final int[] parent;
    private final DeferredClones deferred;
    private final Foundings foundings;
    private final TumourModel model;
    private final LesionSteps lesionSteps;
    private int lesions;

    Tumour(TumourModel model) {
        cellStates = model.states;
        genotypes = model.genotypes.count();
        states = cellStates.count();
        types = states * genotypes;
        int most = model.disease.lesions().maximum();
        cells = new double[most * types];
        after = new double[states];
        alive = new long[most];
        seen = new long[most];
        organ = new int[most];
        total = new double[most];
        growth = new double[most];
        nadir = new double[most];
        emergenceDay = new double[genotypes];
        parent = new int[genotypes];
        deferred = new DeferredClones(most * genotypes, states);
        foundings = new Foundings(model);
        this.model = model;
        lesionSteps = new LesionSteps(model);
    }

    void clear() {
        lesions = 0;
        Arrays.fill(emergenceDay, Double.POSITIVE_INFINITY);
        Arrays.fill(parent, -1);
    }

    /** Adds a lesion of sensitive cells, spread over the states by their shares at baseline, and returns its index. */
    int addLesion(int inOrgan, double sensitiveCells) {
        int lesion = lesions++;
        Arrays.fill(cells, lesion * types, (lesion + 1) * types, 0);
        deferred.clear(lesion * genotypes, (lesion + 1) * genotypes);
        double placed = 0;
        for (int s = 1; s < states; s++) {
            cells[lesion * types + s] = Math.rint(sensitiveCells * cellStates.baselineShare(s));
            placed += cells[lesion * types + s];
        }
        cells[lesion * types] = Math.max(0, sensitiveCells - placed);
        alive[lesion] = 1;
        seen[lesion] = -1;
        organ[lesion] = inOrgan;
        total[lesion] = sensitiveCells;
        nadir[lesion] = sensitiveCells;
        emergenceDay[0] = 0;
        lesionSteps.begin(lesion, sensitiveCells);
        return lesion;
    }

    /**
     * Turns cells of one genotype of a lesion at baseline into cells of another: each by itself, whatever its state, which it
     * keeps.
     */
    void convert(int lesion, int from, int genotype, double number, UniformRandomProvider random) {
        int at = lesion * types + from * states;
        double there = sum(at);
        double left = Math.min(number, there);
        if (!(left > 0) || from == genotype) {
            return;
        }
        for (int s = 0; s < states; s++) {
            double here = cells[at + s];
            double moved = here >= there || left >= there
                    ? Math.min(left, here)
                    : Math.min(here, Binomial.draw(left, here / there, random));
            there -= here;
            cells[at + s] -= moved;
            cells[at + (genotype - from) * states + s] += moved;
            left -= moved;
        }
        alive[lesion] |= 1L << genotype;
        seen[lesion] = -1;
        if (emergenceDay[genotype] > 0 && sum(at) > 0) {
            parent[genotype] = from;
        }
        emergenceDay[genotype] = 0;
    }

    /** Sets a lesion's own infiltration by T cells in [0, 1]. */
    void setInfiltration(int lesion, double infiltration) {
        lesionSteps.setInfiltration(lesion, infiltration);
    }

    /** Foresees a step of so many days under an exposure, where rates depend on the lesion. */
    void foresee(PatientRates rates, int exposure, double days) {
        lesionSteps.foresee(this, rates, exposure, days);
    }

    /** The step that was foreseen for a lesion; without conditions of its own, the regular one of its organ. */
    OrganSteps steps(int lesion, PatientRates rates, int exposure) {
        return lesionSteps.of(lesion, organ[lesion], rates, exposure);
    }

    /** Lives through one step from {@code day} on. */
    void step(PatientRates rates, int exposure, double day, double days, UniformRandomProvider random) {
        lesionSteps.require(this, rates, exposure, days);
        for (int lesion = 0; lesion < lesions; lesion++) {
            if (alive[lesion] != 0) {
                step(lesion, lesionSteps.of(lesion, organ[lesion], rates, exposure, days), day + days, random);
                lesionSteps.pass(lesion);
            }
        }
        foresee(rates, exposure, model.stepDays);
    }

    private void step(int lesion, OrganSteps steps, double endDay, UniformRandomProvider random) {
        foundings.find(cells, lesion * types, alive[lesion], steps, random);
        long arrivals = foundings.arrivals();
        int due = steps.regular() ? DeferredClones.MOST_STEPS : 1;
        beginSums(lesion);
        for (long left = alive[lesion] & ~arrivals; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            GenotypeStep step = steps.of(g);
            advance(lesion * genotypes + g, step);
            finish(lesion, g, step, due, endDay, random);
        }
        if (arrivals != 0) {
            for (long left = alive[lesion] & arrivals; left != 0; left &= left - 1) {
                int g = Long.numberOfTrailingZeros(left);
                advance(lesion * genotypes + g, steps.of(g));
            }
            settle(lesion, steps, endDay, random);
            for (long left = alive[lesion] & arrivals; left != 0; left &= left - 1) {
                int g = Long.numberOfTrailingZeros(left);
                finish(lesion, g, steps.of(g), due, endDay, random);
            }
        }
        nadir[lesion] = Math.min(nadir[lesion], total[lesion]);
    }

    /** Draws all that was put off; before a change of exposure, with the one under which it was put off. */
    void catchUp(PatientRates rates, int exposure, double day, UniformRandomProvider random) {
        for (int lesion = 0; lesion < lesions; lesion++) {
            if (deferred.anyBehind(lesion * genotypes, (lesion + 1) * genotypes)) {
                OrganSteps steps = steps(lesion, rates, exposure);
                beginSums(lesion);
                for (long left = alive[lesion]; left != 0; left &= left - 1) {
                    int g = Long.numberOfTrailingZeros(left);
                    finish(lesion, g, steps.of(g), 1, day, random);
                }
                nadir[lesion] = Math.min(nadir[lesion], total[lesion]);
            }
        }
    }

    private void advance(int population, GenotypeStep step) {
        int at = population * states;
        if (deferred.behind(population) > 0 ? deferred.alone(population) : step.alone(cells, at)) {
            double mean = cells[at] * step.firstGrowth();
            if (!large(cells[at], mean)) {
                deferred.putOff(population, cells[at], step.first(), step.days());
            }
            cells[at] = Math.min(MOST_CELLS, mean);
        } else {
            advance(population, at, step);
            bound(at);
        }
    }

    /** A genotype in several states. */
    private void advance(int population, int at, GenotypeStep step) {
        BranchingStep all = step.all();
        double before = sum(at);
        System.arraycopy(cells, at, after, 0, states);
        all.advanceMean(after, 0);
        double mean = 0;
        for (int s = 0; s < states; s++) {
            mean += after[s];
        }
        if (!large(before, mean)) {
            deferred.putOff(population, cells, at, step);
        }
        System.arraycopy(after, 0, cells, at, states);
    }

    private double sum(int at) {
        double sum = cells[at];
        for (int s = 1; s < states; s++) {
            sum += cells[at + s];
        }
        return sum;
    }

    private void bound(int at) {
        double sum = sum(at);
        if (sum > MOST_CELLS) {
            for (int s = 0; s < states; s++) {
                cells[at + s] *= MOST_CELLS / sum;
            }
        }
    }

    private static boolean large(double before, double after) {
        return before >= DeferredClones.BELOW && after >= DeferredClones.BELOW;
    }

    /** Adds the mutants of the step to the clones at its end. */
    private void settle(int lesion, OrganSteps steps, double endDay, UniformRandomProvider random) {
        for (long left = foundings.arrivals(); left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            int population = lesion * genotypes + g;
            int at = lesion * types + g * states;
            GenotypeStep step = steps.of(g);
            if (deferred.behind(population) > 0 && deferred.alone(population) && !foundings.inFirstOnly(g)) {
                draw(population, g, step, endDay, random);
            }
            if (foundings.mean(g) > 0) {
                settleMean(lesion, g, step, endDay, random);
            }
            alive[lesion] |= 1L << g;
            if (foundings.single(g) > 0) {
                if (deferred.behind(population) > 0) {
                    draw(population, g, step, endDay, random);
                }
                for (int s = 0; s < states; s++) {
                    cells[at + s] += foundings.single(g, s);
                }
                if (endDay - foundings.oldestDays(g) < emergenceDay[g]) {
                    emergenceDay[g] = endDay - foundings.oldestDays(g);
                    parent[g] = foundings.oldestParent(g);
                }
            }
        }
        foundings.clear();
    }

    private void settleMean(int lesion, int genotype, GenotypeStep step, double endDay, UniformRandomProvider random) {
        int population = lesion * genotypes + genotype;
        int at = lesion * types + genotype * states;
        if ((alive[lesion] & 1L << genotype) == 0) {
            if (foundings.inFirstOnly(genotype) && step.alone(cells, at)) {
                deferred.putOff(population, 0, step.first(), step.days());
            } else {
                deferred.putOff(population, cells, at, step);
            }
        }
        if (deferred.behind(population) > 0) {
            deferred.arrive(population, foundings.clones(genotype), foundings.variance(genotype));
        }
        for (int s = 0; s < states; s++) {
            double arrived = foundings.mean(genotype, s);
            cells[at + s] += arrived;
            if (deferred.behind(population) > 0) {
                deferred.arrive(population, s, arrived);
            }
        }
        if (emergenceDay[genotype] == Double.POSITIVE_INFINITY && deferred.behind(population) > 0) {
            draw(population, genotype, step, endDay, random);
            if (emergenceDay[genotype] < Double.POSITIVE_INFINITY) {
                parent[genotype] = foundings.mostParent(genotype);
            }
        }
    }

    private void beginSums(int lesion) {
        total[lesion] = 0;
        growth[lesion] = 0;
        seen[lesion] = -1;
    }

    /** Draws a population that is so many steps behind, or large, and counts its cells. */
    private void finish(
            int lesion, int genotype, GenotypeStep step, int due, double endDay, UniformRandomProvider random) {
        int population = lesion * genotypes + genotype;
        int at = population * states;
        int behind = deferred.behind(population);
        if (behind > 0 && (behind >= due || matters(at, step))) {
            draw(population, genotype, step, endDay, random);
            behind = 0;
        }
        double all = cells[at];
        double gained = all * step.net(0);
        for (int s = 1; s < states; s++) {
            all += cells[at + s];
            gained += cells[at + s] * step.net(s);
        }
        total[lesion] += all;
        growth[lesion] += gained;
        if (all == 0 && behind == 0) {
            alive[lesion] &= ~(1L << genotype);
        }
    }

    /** A bit per genotype with cells enough that a sample could tell: at least a billionth of the lesion's. */
    long seen(int lesion) {
        if (seen[lesion] < 0) {
            seen[lesion] = 0;
            for (long left = alive[lesion]; left != 0; left &= left - 1) {
                int g = Long.numberOfTrailingZeros(left);
                seen[lesion] |= cells(lesion, g) > LEAST_SEEN * total[lesion] ? 1L << g : 0;
            }
        }
        return seen[lesion];
    }

    /** Whether a population is large enough to be seen, or to be likely to found mutants in the next step. */
    private boolean matters(int at, GenotypeStep step) {
        if (sum(at) >= DeferredClones.BELOW) {
            return true;
        }
        double expected = 0;
        for (int s = 0; s < states; s++) {
            expected += cells[at + s] > 0 ? step.foundings(s, cells[at + s]) : 0;
        }
        return expected >= LIKELY_FOUNDINGS;
    }

    /** Draws one population; the first of K clones that arrived in an interval is dated at its K+1-st part. */
    private void draw(int population, int genotype, GenotypeStep step, double endDay, UniformRandomProvider random) {
        double interval = deferred.daysBehind(population);
        int at = population * states;
        deferred.draw(population, step, cells, at, random);
        double clones = deferred.arrivedClones();
        if (clones > 0) {
            emergenceDay[genotype] = Math.min(emergenceDay[genotype], endDay - interval * clones / (clones + 1));
        }
    }

    /** Cells of the whole patient. */
    double total() {
        double sum = 0;
        for (int lesion = 0; lesion < lesions; lesion++) {
            sum += total[lesion];
        }
        return sum;
    }

    private double gained(int at, GenotypeStep step) {
        double gained = cells[at] * step.net(0);
        for (int s = 1; s < states; s++) {
            gained += cells[at + s] * step.net(s);
        }
        return gained;
    }

    /** Net growth of the whole patient's cells per day under another exposure than that of the last step; 0 without cells. */
    double netGrowth(PatientRates rates, int exposure) {
        for (int lesion = 0; lesion < lesions; lesion++) {
            growth[lesion] = 0;
            OrganSteps steps = steps(lesion, rates, exposure);
            for (long left = alive[lesion]; left != 0; left &= left - 1) {
                int g = Long.numberOfTrailingZeros(left);
                growth[lesion] += gained(lesion * types + g * states, steps.of(g));
            }
        }
        return netGrowth();
    }

    /** Net growth of the whole patient's cells per day at the end of the last step, under its exposure; 0 without cells. */
    double netGrowth() {
        double sum = 0;
        double gained = 0;
        for (int lesion = 0; lesion < lesions; lesion++) {
            gained += growth[lesion];
            sum += total[lesion];
        }
        return sum > 0 ? gained / sum : 0;
    }

    /** All cells at the last step: lesion by genotype by state. */
    double[] cells() {
        return cells;
    }

    /** Cells of a lesion at the last step. */
    double total(int lesion) {
        return total[lesion];
    }

    /** Cells of a genotype at the last step. */
    double cells(int lesion, int genotype) {
        return sum(lesion * types + genotype * states);
    }

    /** Expected cells of a state of a genotype at the last step. */
    double cells(int lesion, int genotype, int state) {
        return cells[lesion * types + genotype * states + state];
    }

    int lesions() {
        return lesions;
    }

    int organ(int lesion) {
        return organ[lesion];
    }

    long alive(int lesion) {
        return alive[lesion];
    }

    double nadir(int lesion) {
        return nadir[lesion];
    }

    /**
     * Genotype in which the first cell of a genotype arose; where many were founded at once, the one that founded most. -1 for
     * the founder of the tumour and for what has not emerged.
     */
    int parent(int genotype) {
        return parent[genotype];
    }

    double emergenceDay(int genotype) {
        return emergenceDay[genotype];
    }
}
