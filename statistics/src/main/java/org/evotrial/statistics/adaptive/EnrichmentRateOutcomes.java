package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.Admissible;

/**
 * A binary endpoint in a sub-population S (hypothesis 0) and the full population F (hypothesis 1) of S and the rest R, treated
 * and controls in equal numbers. S is tested with the pooled rate, F stratified by S and R: {@code sum (x_T - x_C) / sqrt(sum
 * n r (1 - r))} over the strata, {@code r} the pooled rate of a stratum of {@code n}. Effects are the differences of the
 * cumulative crude rates. While F is in the trial strata are recruited by their prevalences, afterwards S alone.
 */
public final class EnrichmentRateOutcomes extends PlannedStages {
    /** The set of hypotheses with F. */
    static final int FULL = 2;

    private final double share;
    private final double[] treated;
    private final double[] control;
    private final BinomialTable[][][] tables;
    private final int[][] perGroup;
    private final long[] differences = new long[2];
    private final long[] totals = new long[2];

    /**
     * A trial.
     *
     * @param share prevalence of S in F, in (0, 1)
     * @param treatedRates true rates under treatment in S and R, in [0, 1]
     * @param controlRates true rates of the controls in S and R, in [0, 1]
     * @param cumulativeSubjects subjects of all groups at the end of each stage, positive, strictly ascending
     * @throws IllegalArgumentException if an argument is not admissible, or a group of a stage would be empty
     */
    public EnrichmentRateOutcomes(
            double share, double[] treatedRates, double[] controlRates, int... cumulativeSubjects) {
        super(2, cumulativeSubjects);
        this.share = Admissible.openProbability("share", share);
        Admissible.inRange("number of treatedRates", treatedRates.length, 2, 2);
        Admissible.inRange("number of controlRates", controlRates.length, 2, 2);
        this.treated = treatedRates.clone();
        this.control = controlRates.clone();
        this.perGroup = new int[sizes.length][3];
        this.tables = new BinomialTable[sizes.length][3][];
        for (int k = 0; k < sizes.length; k++) {
            prepare(k, 0, 0.5 * sizes[k] * share, 0);
            prepare(k, 1, 0.5 * sizes[k] * (1 - share), 1);
            prepare(k, 2, 0.5 * sizes[k], 0);
        }
    }

    /** A stratum of a stage: S beside R, R, S alone. */
    private void prepare(int stage, int kind, double size, int stratum) {
        int n = (int) Math.rint(size);
        Admissible.inRange("number of subjects in a group", n, 1, Integer.MAX_VALUE);
        perGroup[stage][kind] = n;
        tables[stage][kind] = new BinomialTable[] {
            new BinomialTable(n, Admissible.probability("treated rate", treated[stratum])),
            new BinomialTable(n, Admissible.probability("control rate", control[stratum]))
        };
    }

    /**
     * The share of S in the information of F, for the correlation of their statistics.
     *
     * @return prevalence of S
     */
    public double informationShare() {
        return share;
    }

    @Override
    public void start() {
        Arrays.fill(differences, 0);
        Arrays.fill(totals, 0);
    }

    @Override
    public void simulate(int stage, int selected, UniformRandomProvider random) {
        boolean full = (selected & FULL) != 0;
        double numerator = 0;
        double variance = 0;
        int kinds = full ? 2 : 1;
        for (int stratum = 0; stratum < kinds; stratum++) {
            int kind = full ? stratum : 2;
            int n = perGroup[stage][kind];
            int x = tables[stage][kind][0].draw(random);
            int x0 = tables[stage][kind][1].draw(random);
            double rate = 0.5 * (x + x0) / n;
            numerator += x - x0;
            variance += 2 * n * rate * (1 - rate);
            differences[stratum] += x - x0;
            totals[stratum] += n;
            if (stratum == 0) {
                z[0] = MultiArmRateOutcomes.pooled(x, x0, n);
                effects[0] = (double) differences[0] / totals[0];
            }
        }
        z[1] = numerator == 0 ? 0 : numerator / Math.sqrt(variance);
        effects[1] = (double) (differences[0] + differences[1]) / (totals[0] + totals[1]);
    }
}
