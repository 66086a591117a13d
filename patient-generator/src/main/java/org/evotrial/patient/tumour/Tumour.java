package org.evotrial.patient.tumour;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.birthdeath.BirthDeathStep;
import org.evotrial.patient.birthdeath.MutantInflux;

/**
 * The cells of one patient: lesion by genotype by phenotype (sensitive, tolerant), stored flat, with a bit per living
 * genotype of a lesion. Steps consume the biology stream in the order of lesions and genotypes.
 */
final class Tumour {
    private static final double MOST_CELLS = 1e14;
    private static final int SENSITIVE = GenotypeStep.SENSITIVE;
    private static final int TOLERANT = GenotypeStep.TOLERANT;

    /** Cells that change phenotype in one step, from which on their number of clones follows from mean and variance. */
    private static final double MANY_ARRIVALS = 100;

    /** Expected foundings in a step from which on a population is drawn before it founds. */
    private static final double LIKELY_FOUNDINGS = 0.2;

    private final int types;
    private final double[] cells;
    private final long[] alive;
    private final int[] organ;
    private final double[] total;
    private final double[] nadir;
    private final double[] emergenceDay;
    private final DeferredClones deferred;
    private final Foundings foundings;
    private int lesions;

    Tumour(TumourModel model) {
        int genotypes = model.genotypes.count();
        types = 2 * genotypes;
        int most = model.disease.lesions().maximum();
        cells = new double[most * types];
        alive = new long[most];
        organ = new int[most];
        total = new double[most];
        nadir = new double[most];
        emergenceDay = new double[genotypes];
        deferred = new DeferredClones(most * types);
        foundings = new Foundings(model);
    }

    void clear() {
        lesions = 0;
        Arrays.fill(emergenceDay, Double.POSITIVE_INFINITY);
    }

    /** Adds a lesion of sensitive cells and returns its index. */
    int addLesion(int inOrgan, double sensitiveCells) {
        int lesion = lesions++;
        Arrays.fill(cells, lesion * types, (lesion + 1) * types, 0);
        deferred.clear(lesion * types, (lesion + 1) * types);
        cells[lesion * types] = sensitiveCells;
        alive[lesion] = 1;
        organ[lesion] = inOrgan;
        total[lesion] = sensitiveCells;
        nadir[lesion] = sensitiveCells;
        emergenceDay[0] = 0;
        return lesion;
    }

    /** Turns sensitive cells of a lesion at baseline into cells of another genotype. */
    void convert(int lesion, int genotype, double number) {
        convert(lesion, 0, genotype, number);
    }

    /** Turns cells of one genotype of a lesion at baseline into cells of another genotype. */
    void convert(int lesion, int from, int genotype, double number) {
        int at = lesion * types + 2 * from;
        double moved = Math.min(number, cells[at]);
        if (moved > 0) {
            cells[at] -= moved;
            cells[at + 2 * (genotype - from)] += moved;
            alive[lesion] |= 1L << genotype;
            emergenceDay[genotype] = 0;
        }
    }

    /** Lives through one step from {@code day} on. */
    void step(PatientRates rates, int regimen, double day, double days, UniformRandomProvider random) {
        double endDay = day + days;
        for (int lesion = 0; lesion < lesions; lesion++) {
            if (alive[lesion] != 0) {
                OrganSteps steps = rates.steps(regimen, organ[lesion], days);
                foundings.find(cells, lesion * types, alive[lesion], steps, random);
                advance(lesion, steps);
                settle(lesion, steps, endDay, random);
                drawDue(lesion, steps, steps.regular() ? DeferredClones.MOST_STEPS : 1, endDay, random);
            }
        }
    }

    /** Draws all that was put off; before a change of the regimen, with the one under which it was put off. */
    void catchUp(PatientRates rates, int regimen, double day, UniformRandomProvider random) {
        for (int lesion = 0; lesion < lesions; lesion++) {
            drawDue(lesion, rates.steps(regimen, organ[lesion]), 1, day, random);
        }
    }

    private void advance(int lesion, OrganSteps steps) {
        for (long left = alive[lesion]; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            int at = lesion * types + 2 * g;
            GenotypeStep step = steps.of(g);
            double sensitive = cells[at];
            double tolerant = cells[at + 1];
            if (tolerant == 0 && step.withoutTolerance()) {
                BirthDeathStep own = step.over(SENSITIVE, 1);
                double mean = sensitive * own.growthFactor();
                cells[at] = large(sensitive, mean) ? mean : deferred.putOff(at, sensitive, own);
            } else {
                advance(at, step, SENSITIVE, sensitive, step.mean(SENSITIVE, sensitive, tolerant));
                advance(at + 1, step, TOLERANT, tolerant, step.mean(TOLERANT, sensitive, tolerant));
            }
            if (cells[at] > MOST_CELLS) {
                cells[at] = MOST_CELLS;
            }
        }
    }

    /** One phenotype that may receive cells from the other. */
    private void advance(int type, GenotypeStep step, int phenotype, double before, double mean) {
        if (large(before, mean)) {
            cells[type] = mean;
            return;
        }
        double expected = deferred.putOff(type, before, step.over(phenotype, 1));
        double received = mean - expected;
        if (received > 0) {
            MutantInflux influx = step.switchingTo(phenotype);
            double variance = received * influx.variancePerParent() / influx.meanPerParent();
            double clones = received >= MANY_ARRIVALS
                    ? DeferredClones.clonesFromMoments(received, variance)
                    : received * influx.livingClonesPerParent() / influx.meanPerParent();
            deferred.arrive(type, clones, received, variance);
        }
        cells[type] = mean;
    }

    private static boolean large(double before, double after) {
        return before >= DeferredClones.BELOW && after >= DeferredClones.BELOW;
    }

    /** Adds the mutants of the step to the clones at its end. */
    private void settle(int lesion, OrganSteps steps, double endDay, UniformRandomProvider random) {
        for (long left = foundings.arrivals(); left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            int at = lesion * types + 2 * g;
            if (foundings.mean(g) > 0) {
                if ((alive[lesion] & 1L << g) == 0) {
                    deferred.putOff(at, 0, steps.of(g).over(SENSITIVE, 1));
                }
                if (deferred.behind(at) > 0) {
                    deferred.arrive(at, foundings.clones(g), foundings.mean(g), foundings.variance(g));
                }
                cells[at] += foundings.mean(g);
                if (emergenceDay[g] == Double.POSITIVE_INFINITY) {
                    draw(at, g, steps.of(g), endDay, random);
                }
            }
            alive[lesion] |= 1L << g;
            if (foundings.single(g) > 0) {
                if (deferred.behind(at) > 0) {
                    draw(at, g, steps.of(g), endDay, random);
                }
                cells[at] += foundings.single(g);
                emergenceDay[g] = Math.min(emergenceDay[g], endDay - foundings.oldestDays(g));
            }
        }
        foundings.clear();
    }

    /** Draws the populations of a lesion that are so many steps behind, or large, and adds the cells up. */
    private void drawDue(int lesion, OrganSteps steps, int due, double endDay, UniformRandomProvider random) {
        double sum = 0;
        for (long left = alive[lesion]; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            int at = lesion * types + 2 * g;
            for (int phenotype = 0; phenotype < 2; phenotype++) {
                int behind = deferred.behind(at + phenotype);
                if (behind > 0 && (behind >= due || matters(at + phenotype, phenotype, steps.of(g)))) {
                    draw(at + phenotype, g, steps.of(g), endDay, random);
                }
            }
            double both = cells[at] + cells[at + 1];
            sum += both;
            if (both == 0 && deferred.behind(at) == 0 && deferred.behind(at + 1) == 0) {
                alive[lesion] &= ~(1L << g);
            }
        }
        total[lesion] = sum;
        nadir[lesion] = Math.min(nadir[lesion], sum);
    }

    /** Whether a population is large enough to be seen, or to be likely to found mutants in the next step. */
    private boolean matters(int type, int phenotype, GenotypeStep step) {
        return cells[type] >= DeferredClones.BELOW || step.foundings(phenotype, cells[type]) >= LIKELY_FOUNDINGS;
    }

    /** Draws one population; the first of K clones that arrived in an interval is dated at its K+1-st part. */
    private void draw(int type, int genotype, GenotypeStep step, double endDay, UniformRandomProvider random) {
        int behind = deferred.behind(type);
        cells[type] = deferred.draw(type, step.over(type % 2, behind), random);
        double clones = deferred.arrivedClones();
        if (clones > 0) {
            double first = endDay - behind * step.days() * clones / (clones + 1);
            emergenceDay[genotype] = Math.min(emergenceDay[genotype], first);
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

    /** Net growth of the whole patient's cells per day, now; 0 without cells. */
    double netGrowth(PatientRates rates, int regimen) {
        double sum = 0;
        double gained = 0;
        for (int lesion = 0; lesion < lesions; lesion++) {
            OrganSteps steps = rates.steps(regimen, organ[lesion]);
            for (long left = alive[lesion]; left != 0; left &= left - 1) {
                int g = Long.numberOfTrailingZeros(left);
                int at = lesion * types + 2 * g;
                GenotypeStep step = steps.of(g);
                gained += cells[at] * step.net(SENSITIVE) + cells[at + 1] * step.net(TOLERANT);
            }
            sum += total[lesion];
        }
        return sum > 0 ? gained / sum : 0;
    }

    /**
     * Expected cells of a type some days after the last step, without changing the state: growth at the type's own rate.
     *
     * @param phenotype 0 sensitive, 1 tolerant
     */
    double expected(int lesion, int genotype, int phenotype, PatientRates rates, int regimen, double daysLater) {
        double now = cells[lesion * types + 2 * genotype + phenotype];
        return now == 0 || daysLater == 0 || phenotype == TOLERANT
                ? now
                : now * rates.steps(regimen, organ[lesion]).of(genotype).growth(daysLater);
    }

    /** Expected cells of a type at the last step. */
    double cells(int lesion, int genotype, int phenotype) {
        return cells[lesion * types + 2 * genotype + phenotype];
    }

    /** Expected births per day of a genotype some days after the last step. */
    double birthsPerDay(int lesion, int genotype, PatientRates rates, int regimen, double daysLater) {
        GenotypeStep step = rates.steps(regimen, organ[lesion]).of(genotype);
        return (step.net(SENSITIVE) + step.death(SENSITIVE))
                        * step.growth(daysLater)
                        * cells(lesion, genotype, SENSITIVE)
                + (step.net(TOLERANT) + step.death(TOLERANT)) * cells(lesion, genotype, TOLERANT);
    }

    /** Expected deaths per day of a genotype some days after the last step. */
    double deathsPerDay(int lesion, int genotype, PatientRates rates, int regimen, double daysLater) {
        GenotypeStep step = rates.steps(regimen, organ[lesion]).of(genotype);
        return step.death(SENSITIVE) * step.growth(daysLater) * cells(lesion, genotype, SENSITIVE)
                + step.death(TOLERANT) * cells(lesion, genotype, TOLERANT);
    }

    /** Expected cells of a lesion some days after the last step. */
    double expected(int lesion, PatientRates rates, int regimen, double daysLater) {
        if (daysLater == 0) {
            return total[lesion];
        }
        OrganSteps steps = rates.steps(regimen, organ[lesion]);
        double sum = 0;
        for (long left = alive[lesion]; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            int at = lesion * types + 2 * g;
            sum += cells[at] * steps.of(g).growth(daysLater) + cells[at + 1];
        }
        return sum;
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

    double emergenceDay(int genotype) {
        return emergenceDay[genotype];
    }
}
