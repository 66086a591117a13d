package org.evotrial.patient.tumour;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.birthdeath.BirthDeathStep;
import org.evotrial.patient.birthdeath.MutantInflux;
import org.evotrial.patient.sampling.Poisson;
import org.evotrial.spi.StrictFunctions;

/**
 * The cells of one patient: lesion by genotype by phenotype (sensitive, tolerant), stored flat, with a bit per living
 * genotype of a lesion. Steps consume the biology stream in the order of lesions and genotypes.
 */
final class Tumour {
    /** Diameter in mm of a sphere of one cell at 1e9 cells per cubic centimetre: 10 (6/(pi 1e9))^(1/3). */
    private static final double MILLIMETRES_PER_ROOT_CELL = 0.0124070098179880;

    private static final double MOST_CELLS = 1e14;
    private static final double FEW_FOUNDINGS = 4;
    private static final double ESTABLISHED = 1000;

    /** Foundings in one step, per cell already there, that are left out. */
    private static final double NEGLIGIBLE_SHARE = 5e-4;

    /** Variance of arrivals, per cell already there, that drowns in that of births and deaths (several per cell and step). */
    private static final double NEGLIGIBLE_VARIANCE = 0.02;

    private final TumourModel model;
    private final int genotypes;
    private final int mechanisms;
    private final int types;
    private final double[] cells;
    private final long[] alive;
    private final int[] organ;
    private final double[] total;
    private final double[] nadir;
    private final double[] arrived;
    private final double[] arriving;
    private final double[] arrivingVariance;
    private final double[] fewFoundings;
    private final double[] emergenceDay;
    private long arrivals;
    private int lesions;

    Tumour(TumourModel model) {
        this.model = model;
        genotypes = model.genotypes.count();
        mechanisms = model.mutationRates.length;
        types = 2 * genotypes;
        int most = model.disease.lesions().maximum();
        cells = new double[most * types];
        alive = new long[most];
        organ = new int[most];
        total = new double[most];
        nadir = new double[most];
        arrived = new double[genotypes];
        arriving = new double[genotypes];
        arrivingVariance = new double[genotypes];
        fewFoundings = new double[types * mechanisms];
        emergenceDay = new double[genotypes];
    }

    void clear() {
        lesions = 0;
        Arrays.fill(emergenceDay, Double.POSITIVE_INFINITY);
    }

    /** Adds a lesion of sensitive cells and returns its index. */
    int addLesion(int inOrgan, double sensitiveCells) {
        int lesion = lesions++;
        Arrays.fill(cells, lesion * types, (lesion + 1) * types, 0);
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
        int at = lesion * types;
        double moved = Math.min(number, cells[at]);
        if (moved > 0) {
            cells[at] -= moved;
            cells[at + 2 * genotype] += moved;
            alive[lesion] |= 1L << genotype;
            emergenceDay[genotype] = 0;
        }
    }

    /** Lives through one step from {@code day} on. */
    void step(PatientRates rates, int regimen, double day, double days, UniformRandomProvider random) {
        for (int lesion = 0; lesion < lesions; lesion++) {
            if (alive[lesion] != 0) {
                stepLesion(lesion, rates, regimen, day, days, random);
            }
        }
    }

    private void stepLesion(
            int lesion, PatientRates rates, int regimen, double day, double days, UniformRandomProvider random) {
        double few = 0;
        for (long left = alive[lesion]; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            GenotypeStep step = rates.step(regimen, organ[lesion], g, days);
            int at = lesion * types + 2 * g;
            for (int phenotype = 0; phenotype < 2; phenotype++) {
                double parents = cells[at + phenotype];
                if (parents > 0) {
                    few += found(lesion, g, phenotype, step, rates, regimen, day, days, random);
                } else {
                    int from = (2 * g + phenotype) * mechanisms;
                    Arrays.fill(fewFoundings, from, from + mechanisms, 0);
                }
            }
        }
        if (few > 0) {
            foundFew(lesion, few, rates, regimen, day, days, random);
        }
        advanceLiving(lesion, rates, regimen, days, random);
        settle(lesion, random);
        double sum = 0;
        for (long left = alive[lesion]; left != 0; left &= left - 1) {
            int at = lesion * types + 2 * Long.numberOfTrailingZeros(left);
            sum += cells[at] + cells[at + 1];
        }
        total[lesion] = sum;
        nadir[lesion] = Math.min(nadir[lesion], sum);
    }

    /**
     * Mutants founded by one phenotype of a genotype. Where the descendant is already established only mean and variance
     * of the arrivals are noted (only the mean beside a million cells); otherwise many are drawn at once, and of few the
     * expected number is noted and returned.
     */
    private double found(
            int lesion,
            int genotype,
            int phenotype,
            GenotypeStep step,
            PatientRates rates,
            int regimen,
            double day,
            double days,
            UniformRandomProvider random) {
        double parents = cells[lesion * types + 2 * genotype + phenotype];
        double divisions = parents * step.divisions(phenotype);
        double few = 0;
        for (int m = 0; m < mechanisms; m++) {
            int descendant = model.genotypes.descendant(genotype, m);
            double foundings = descendant < 0 ? 0 : divisions * model.mutationRates[m];
            double there = descendant < 0 ? 0 : cells[lesion * types + 2 * descendant];
            if (foundings < NEGLIGIBLE_SHARE * there) {
                foundings = 0;
            }
            boolean noted = there >= ESTABLISHED && foundings > 0;
            if (noted || foundings >= FEW_FOUNDINGS) {
                MutantInflux influx = step.influx(phenotype, m, rates.step(regimen, organ[lesion], descendant, days));
                if (noted) {
                    arriving[descendant] += parents * influx.meanPerParent();
                    arrivingVariance[descendant] +=
                            there >= BirthDeathStep.MEAN_FROM ? 0 : parents * influx.variancePerParent();
                    arrivals |= 1L << descendant;
                } else {
                    arrive(descendant, influx.sample(parents, random), influx, day + days);
                }
                foundings = 0;
            }
            fewFoundings[(2 * genotype + phenotype) * mechanisms + m] = foundings;
            few += foundings;
        }
        return few;
    }

    /** Where few mutants are expected in the whole lesion, one Poisson number decides, and each is drawn singly. */
    private void foundFew(
            int lesion,
            double expected,
            PatientRates rates,
            int regimen,
            double day,
            double days,
            UniformRandomProvider random) {
        double founded = Poisson.draw(expected, random);
        for (int i = 0; i < founded; i++) {
            double position = random.nextDouble() * expected;
            int chosen = -1;
            for (long left = alive[lesion]; left != 0 && position >= 0; left &= left - 1) {
                int from = 2 * Long.numberOfTrailingZeros(left) * mechanisms;
                for (int k = from; k < from + 2 * mechanisms && position >= 0; k++) {
                    if (fewFoundings[k] > 0) {
                        chosen = k;
                        position -= fewFoundings[k];
                    }
                }
            }
            int type = chosen / mechanisms;
            int mechanism = chosen % mechanisms;
            int descendant = model.genotypes.descendant(type / 2, mechanism);
            GenotypeStep mutant = rates.step(regimen, organ[lesion], descendant, days);
            MutantInflux influx =
                    rates.step(regimen, organ[lesion], type / 2, days).influx(type % 2, mechanism, mutant);
            arrive(descendant, influx.sampleFounded(random), influx, day + days);
        }
    }

    private void arrive(int genotype, double number, MutantInflux influx, double endDay) {
        if (number > 0) {
            arrived[genotype] += number;
            arrivals |= 1L << genotype;
            emergenceDay[genotype] = Math.min(emergenceDay[genotype], endDay - influx.oldestAgeDays());
        }
    }

    private void advanceLiving(int lesion, PatientRates rates, int regimen, double days, UniformRandomProvider random) {
        int base = lesion * types;
        for (long left = alive[lesion]; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            int at = base + 2 * g;
            rates.step(regimen, organ[lesion], g, days).advance(cells, at, random);
            if (cells[at] == 0 && cells[at + 1] == 0) {
                alive[lesion] &= ~(1L << g);
            } else if (cells[at] > MOST_CELLS) {
                cells[at] = MOST_CELLS;
            }
        }
    }

    private void settle(int lesion, UniformRandomProvider random) {
        for (long left = arrivals; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            double mean = arriving[g];
            double variance = arrivingVariance[g];
            int at = lesion * types + 2 * g;
            boolean drowned = variance <= NEGLIGIBLE_VARIANCE * cells[at];
            cells[at] += arrived[g] + (drowned ? mean : MutantInflux.sampleByMoments(mean, variance, random));
            alive[lesion] |= 1L << g;
            arriving[g] = 0;
            arrivingVariance[g] = 0;
            arrived[g] = 0;
        }
        arrivals = 0;
    }

    /** Cells of the whole patient. */
    double total() {
        double sum = 0;
        for (int lesion = 0; lesion < lesions; lesion++) {
            sum += total[lesion];
        }
        return sum;
    }

    /**
     * Expected cells of a type some days after the last step, without changing the state: growth at the type's own rate.
     *
     * @param phenotype 0 sensitive, 1 tolerant
     */
    double expected(int lesion, int genotype, int phenotype, PatientRates rates, int regimen, double daysLater) {
        double now = cells[lesion * types + 2 * genotype + phenotype];
        if (now == 0 || daysLater == 0 || phenotype == 1) {
            return now;
        }
        GenotypeStep step = rates.step(regimen, organ[lesion], genotype, model.disease.stepDays());
        return now * StrictFunctions.exp(step.net() * daysLater);
    }

    /** Expected cells of a lesion some days after the last step. */
    double expected(int lesion, PatientRates rates, int regimen, double daysLater) {
        if (daysLater == 0) {
            return total[lesion];
        }
        double sum = 0;
        for (long left = alive[lesion]; left != 0; left &= left - 1) {
            int g = Long.numberOfTrailingZeros(left);
            sum += expected(lesion, g, 0, rates, regimen, daysLater)
                    + expected(lesion, g, 1, rates, regimen, daysLater);
        }
        return sum;
    }

    /** Diameter in mm of a sphere of so many cells at 1e9 cells per cubic centimetre, D = (6V/pi)^(1/3). */
    static double diameter(double cells) {
        return cells == 0 ? 0 : MILLIMETRES_PER_ROOT_CELL * StrictFunctions.cbrt(cells);
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
