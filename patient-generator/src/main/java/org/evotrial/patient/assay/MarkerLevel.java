package org.evotrial.patient.assay;

import java.util.Arrays;
import org.evotrial.spi.StrictFunctions;

/**
 * Level of a secreted marker in one patient, dP/dt = sum of pi n - sigma P, in units in which one cell of relative
 * production 1 maintains the level 1. Known at the end of every step of the tumour; between them the populations are taken
 * to change exponentially, n(t) = n0 e^(rho t), for which the solution is exact:
 *
 * <pre>P(T) = P(0) e^(-sigma T) + sum of pi (n(T) - n0 e^(-sigma T)) / (rho + sigma)</pre>
 *
 * A population that appears or dies out within the step is taken to change linearly.
 */
final class MarkerLevel {
    private static final double LN_2 = 0.693147180559945309;

    private final double[] production;
    private final int phenotypes;
    private final double clearance;
    private final double[] before;
    private final long[] knownAt;
    private long step;
    private double level;
    private double day;

    /**
     * Room for a patient.
     *
     * @param production relative production by genotype and phenotype
     * @param halfLifeDays ln 2 / sigma
     */
    MarkerLevel(double[] production, double halfLifeDays, AssayedDisease disease) {
        this.production = production;
        phenotypes = disease.phenotypeCount();
        clearance = LN_2 / halfLifeDays;
        before = new double[disease.mostLesions() * production.length];
        knownAt = new long[before.length];
    }

    /** Begins a patient at baseline: the level has followed the tumour's growth. */
    void start(TumourView tumour) {
        Arrays.fill(knownAt, -1);
        step = 0;
        day = tumour.day();
        level = 0;
        for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
            for (int g = tumour.nextGenotype(lesion, 0); g >= 0; g = tumour.nextGenotype(lesion, g + 1)) {
                start(tumour, lesion, g);
            }
        }
    }

    private void start(TumourView tumour, int lesion, int genotype) {
        double cells = 0;
        double weighted = 0;
        for (int phenotype = 0; phenotype < phenotypes; phenotype++) {
            int type = genotype * phenotypes + phenotype;
            double number = tumour.cells(lesion, genotype, phenotype);
            remember(lesion * production.length + type, number);
            cells += number;
            weighted += production[type] * number;
        }
        if (cells > 0) {
            double net = (tumour.birthsPerDay(lesion, genotype) - tumour.deathsPerDay(lesion, genotype)) / cells;
            level += weighted * clearance / (clearance + Math.max(net, -0.5 * clearance));
        }
    }

    private void remember(int at, double cells) {
        before[at] = cells;
        knownAt[at] = step;
    }

    /** Follows the tumour to the end of a step. */
    void follow(TumourView tumour) {
        level = now(tumour);
        day = tumour.day();
        step++;
        for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
            for (int g = tumour.nextGenotype(lesion, 0); g >= 0; g = tumour.nextGenotype(lesion, g + 1)) {
                for (int phenotype = 0; phenotype < phenotypes; phenotype++) {
                    int type = g * phenotypes + phenotype;
                    remember(lesion * production.length + type, tumour.cells(lesion, g, phenotype));
                }
            }
        }
    }

    /** The level now, which changes nothing. */
    double now(TumourView tumour) {
        double days = tumour.day() - day;
        if (!(days > 0)) {
            return level;
        }
        double kept = StrictFunctions.exp(-clearance * days);
        double sum = level * kept;
        for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
            for (int g = tumour.nextGenotype(lesion, 0); g >= 0; g = tumour.nextGenotype(lesion, g + 1)) {
                for (int phenotype = 0; phenotype < phenotypes; phenotype++) {
                    int type = g * phenotypes + phenotype;
                    if (production[type] > 0) {
                        int at = lesion * production.length + type;
                        double from = knownAt[at] == step ? before[at] : 0;
                        double to = tumour.cells(lesion, g, phenotype);
                        sum += production[type] * clearance * secreted(from, to, days, kept);
                    }
                }
            }
        }
        return sum;
    }

    /** Integral of n(s) e^(-sigma (T - s)) over the step. */
    private double secreted(double from, double to, double days, double kept) {
        if (from > 0 && to > 0) {
            double rate = StrictFunctions.log(to / from) / days + clearance;
            double exponent = rate * days;
            double growing = Math.abs(exponent) < 1e-8 ? days : StrictFunctions.expm1(exponent) / rate;
            return from * kept * growing;
        }
        double lost = -StrictFunctions.expm1(-clearance * days) / clearance;
        return (to - from * kept - (to - from) / days * lost) / clearance;
    }
}
