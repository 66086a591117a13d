package org.evotrial.patient.assay;

import java.util.Arrays;
import java.util.function.DoubleToIntFunction;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * Probability that one plasma sample finds a tumour, and the p-value from which on it may say so, after Avanzini et al. 2020
 * (doi:10.1126/sciadv.abc4308), with the discretisation of its authors' program {@code ctdna}, so that the published figures
 * are met to all digits.
 *
 * <p>N genome copies circulate, two for each normal and each tumour genome equivalent; a share f of them is read. A position
 * of the panel that the tumour left alone shows K ~ Binomial(N, f e) mutant fragments, one that it mutated
 * Binomial(N, f (v (1 - e) + (1 - v) e)) with v = C/N of C tumour genome equivalents. A position is called if P(K &ge; k) is at
 * most the threshold; the test is positive if at least {@code minimumMutations} positions are.
 *
 * @param background normal cell-free DNA
 * @param panel what is sequenced and how well
 */
public record CtdnaDetection(Background background, Panel panel) {
    private static final double LN_2 = 0.693147180559945309;
    private static final double MINUTES_PER_DAY = 1440;
    private static final double QUANTILE_ACCURACY = 1e-14;
    private static final double NEGLIGIBLE = 1e-10;

    /** Grid of the background over which a threshold is found: the quantiles 1/1000, ..., 999/1000. */
    private static final int THRESHOLD_RESOLUTION = 1000;

    /** Grids of the background and of the tumour's genome equivalents over which detection is averaged: 99 quantiles each. */
    private static final int DETECTION_RESOLUTION = 100;

    /**
     * Normal cell-free DNA in ng per mL of plasma, gamma distributed.
     *
     * @param shape 1.86 in the publication
     * @param scale 3.38 ng/mL in the publication
     * @param nanogramsPerGenomeEquivalent 0.0066
     * @param plasmaMillilitres plasma of the patient, 2750 in the publication (5 L of blood, .55 of it plasma)
     */
    public record Background(
            double shape, double scale, double nanogramsPerGenomeEquivalent, double plasmaMillilitres) {
        /** The publication's. */
        public static final Background PUBLISHED = new Background(1.86, 3.38, 0.0066, 2750);

        public Background {
            requirePositive("shape", shape);
            requirePositive("scale", scale);
            requirePositive("mass of a genome equivalent", nanogramsPerGenomeEquivalent);
            requirePositive("plasma volume", plasmaMillilitres);
        }

        /** Normal genome equivalents in the patient's plasma at the quantiles 1/resolution, ..., 1 - 1/resolution. */
        private double[] genomeEquivalents(int resolution) {
            GammaDistribution law = new GammaDistribution(null, shape, scale, QUANTILE_ACCURACY);
            double[] values = new double[resolution - 1];
            for (int i = 0; i < values.length; i++) {
                double quantile = law.inverseCumulativeProbability(level(i, resolution));
                values[i] = quantile / nanogramsPerGenomeEquivalent * plasmaMillilitres;
            }
            return values;
        }
    }

    /**
     * What is sequenced.
     *
     * @param positions base pairs covered
     * @param sampledFraction share of the circulating molecules that is read: blood drawn / blood x sequencing efficiency
     * @param errorRate errors per base pair that look like the mutation
     * @param minimumMutations called positions that make the test positive
     */
    public record Panel(int positions, double sampledFraction, double errorRate, int minimumMutations) {
        public Panel {
            if (positions < 1 || minimumMutations < 1 || minimumMutations > positions) {
                throw new IllegalArgumentException("The called positions asked for (" + minimumMutations
                        + ") must be at least 1 and at most those covered (" + positions + ").");
            }
            requireFraction("sampled fraction", sampledFraction);
            requireFraction("error rate", errorRate);
        }

        /** A panel read from so many litres of the blood. */
        public static Panel of(
                int positions, double tubeLitres, double bloodLitres, double sequencingEfficiency, double errorRate) {
            return new Panel(positions, tubeLitres / bloodLitres * sequencingEfficiency, errorRate, 1);
        }

        private double noise(double copies, int reads) {
            return BinomialTail.atLeast(reads, copies, sampledFraction * errorRate);
        }

        /** P(test positive) from the probabilities of a call at a mutated and at an unmutated position. */
        private double positive(int mutations, double atMutated, double atOthers) {
            double sum = 0;
            for (int called = 0; called < minimumMutations; called++) {
                double exactly = BinomialTail.atLeast(called, mutations, atMutated)
                        - BinomialTail.atLeast(called + 1, mutations, atMutated);
                sum += exactly * BinomialTail.atLeast(minimumMutations - called, positions - mutations, atOthers);
            }
            return sum + BinomialTail.atLeast(minimumMutations, mutations, atMutated);
        }
    }

    /** Cells of a sphere of the given diameter at 1e9 cells per cubic centimetre. */
    public static double cells(double diameterCentimetres) {
        return 1e9 * Math.PI / 6 * diameterCentimetres * diameterCentimetres * diameterCentimetres;
    }

    /**
     * Mean genome equivalents of a tumour in circulation, M q d / (epsilon + r) with epsilon = ln 2 / half-life.
     *
     * @param cells M
     * @param birthPerDay b; r = b - d
     * @param deathPerDay d
     * @param sheddingPerDeath q
     * @param halfLifeMinutes half-life of cell-free DNA
     */
    public static double genomeEquivalents(
            double cells, double birthPerDay, double deathPerDay, double sheddingPerDeath, double halfLifeMinutes) {
        double clearance = LN_2 * MINUTES_PER_DAY / halfLifeMinutes;
        double removal = clearance + birthPerDay - deathPerDay;
        if (!(removal > 0)) {
            throw new IllegalArgumentException("A tumour that shrinks by " + (deathPerDay - birthPerDay)
                    + " per day, faster than DNA is cleared, has no steady level.");
        }
        return cells * sheddingPerDeath * deathPerDay / removal;
    }

    /**
     * The largest p-value at which positions may be called so that a test of a patient without tumour is positive with at
     * most the given probability.
     *
     * @param falsePositiveRate in (0, 1), per test
     * @throws IllegalArgumentException if no threshold is small enough, or any is
     */
    public double pValueThreshold(double falsePositiveRate) {
        requireFraction("false-positive rate", falsePositiveRate);
        double[] copies = Arrays.stream(background.genomeEquivalents(THRESHOLD_RESOLUTION))
                .map(genomes -> Math.rint(2 * genomes))
                .toArray();
        int reads = mostReads(copies);
        double[][] levels = new double[copies.length * reads][];
        for (int j = 0; j < copies.length; j++) {
            double more = 0;
            for (int k = reads; k >= 1; k--) {
                double pValue = panel.noise(copies[j], k);
                double positive = panel.positive(0, 0, pValue);
                levels[j * reads + k - 1] = new double[] {pValue, (positive - more) / copies.length};
                more = positive;
            }
        }
        Arrays.sort(levels, (a, b) -> Double.compare(a[0], b[0]));
        double rate = levels[0][1];
        for (int i = 1; i < levels.length && levels[0][1] <= falsePositiveRate; i++) {
            rate += levels[i][1];
            if (rate > falsePositiveRate) {
                return levels[i - 1][0];
            }
        }
        throw new IllegalArgumentException(
                "No p-value threshold gives the false-positive rate " + falsePositiveRate + " with this panel.");
    }

    private int mostReads(double[] copies) {
        double most = Arrays.stream(copies).max().orElseThrow();
        int reads = 1;
        while (panel.noise(most, reads) > NEGLIGIBLE / panel.positions()) {
            reads++;
        }
        return reads + 1;
    }

    /**
     * Probability that a test finds a tumour that calls positions at a p-value threshold.
     *
     * @param meanGenomeEquivalents mean of the Poisson number of tumour genome equivalents in circulation
     * @param mutations positions of the panel that the tumour mutated
     * @param pValueThreshold from {@link #pValueThreshold}, or any other
     */
    public double detectionProbability(double meanGenomeEquivalents, int mutations, double pValueThreshold) {
        requireFraction("p-value threshold", pValueThreshold);
        return average(meanGenomeEquivalents, mutations, copies -> {
            int reads = 1;
            while (panel.noise(copies, reads) > pValueThreshold) {
                reads++;
            }
            return reads;
        });
    }

    /** Probability that a test finds a tumour that calls positions with at least so many mutant reads. */
    public double detectionProbabilityByReads(double meanGenomeEquivalents, int mutations, int minimumReads) {
        return average(meanGenomeEquivalents, mutations, copies -> minimumReads);
    }

    private double average(double meanGenomeEquivalents, int mutations, DoubleToIntFunction requiredReads) {
        if (mutations < 0 || mutations > panel.positions()) {
            throw new IllegalArgumentException("The tumour's mutations (" + mutations
                    + ") must be at least 0 and at most the positions covered (" + panel.positions() + ").");
        }
        double[] normal = background.genomeEquivalents(DETECTION_RESOLUTION);
        double sum = 0;
        for (int i = 0; i < DETECTION_RESOLUTION - 1; i++) {
            double tumour = shed(meanGenomeEquivalents, level(i, DETECTION_RESOLUTION));
            for (double genomes : normal) {
                sum += detected(2 * Math.rint(genomes) + 2 * tumour, tumour, mutations, requiredReads);
            }
        }
        return sum / (normal.length * (DETECTION_RESOLUTION - 1));
    }

    private double detected(double copies, double tumour, int mutations, DoubleToIntFunction requiredReads) {
        int reads = requiredReads.applyAsInt(copies);
        double vaf = tumour / copies;
        double seen = panel.sampledFraction() * (vaf * (1 - panel.errorRate()) + (1 - vaf) * panel.errorRate());
        return panel.positive(mutations, BinomialTail.atLeast(reads, copies, seen), panel.noise(copies, reads));
    }

    private static double shed(double mean, double level) {
        return mean > 0 ? new PoissonDistribution(mean).inverseCumulativeProbability(level) : 0;
    }

    private static double level(int index, int resolution) {
        return (index + 1.0) / resolution;
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The %s (%s) must be positive and finite.".formatted(what, value));
        }
    }

    private static void requireFraction(String what, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("The %s (%s) must be between 0 and 1.".formatted(what, value));
        }
    }
}
