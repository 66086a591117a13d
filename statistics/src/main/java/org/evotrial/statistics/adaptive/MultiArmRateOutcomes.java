package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.Admissible;

/**
 * A binary endpoint in several arms and a control of the same size: binomial counts, stage-wise z tests with the pooled rate,
 * effects as differences of cumulative rates.
 */
public final class MultiArmRateOutcomes implements StagewiseOutcomes {
    private final int arms;
    private final int[] subjects;
    private final BinomialTable[][] tables;
    private final int[] successes;
    private final double[] z;
    private final double[] effects;
    private int total;
    private int controlSuccesses;

    /**
     * A trial.
     *
     * @param rates true rates of the arms in [0, 1], 1 to 16
     * @param controlRate true rate of the control in [0, 1]
     * @param cumulativeSubjects subjects per arm at the end of each stage, positive, strictly ascending
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public MultiArmRateOutcomes(double[] rates, double controlRate, int... cumulativeSubjects) {
        Admissible.inRange("number of arms", rates.length, 1, 16);
        this.arms = rates.length;
        this.subjects = increments(cumulativeSubjects);
        this.tables = new BinomialTable[subjects.length][arms + 1];
        for (int k = 0; k < subjects.length; k++) {
            for (int arm = 0; arm < arms; arm++) {
                tables[k][arm] = new BinomialTable(subjects[k], Admissible.probability("rate", rates[arm]));
            }
            tables[k][arms] = new BinomialTable(subjects[k], Admissible.probability("controlRate", controlRate));
        }
        this.successes = new int[arms];
        this.z = new double[arms];
        this.effects = new double[arms];
    }

    /** Sizes of the stages from cumulative ones. */
    static int[] increments(int... cumulative) {
        Admissible.inRange("number of stages", cumulative.length, 1, 100);
        int[] sizes = new int[cumulative.length];
        int before = 0;
        for (int k = 0; k < sizes.length; k++) {
            Admissible.inRange("cumulative size", cumulative[k], before + 1L, Integer.MAX_VALUE);
            sizes[k] = cumulative[k] - before;
            before = cumulative[k];
        }
        return sizes;
    }

    @Override
    public int hypotheses() {
        return arms;
    }

    @Override
    public int stages() {
        return subjects.length;
    }

    @Override
    public void start() {
        Arrays.fill(successes, 0);
        controlSuccesses = 0;
        total = 0;
    }

    @Override
    public void simulate(int stage, int selected, UniformRandomProvider random) {
        int n = subjects[stage];
        int control = tables[stage][arms].draw(random);
        controlSuccesses += control;
        total += n;
        for (int arm = 0; arm < arms; arm++) {
            if ((selected >> arm & 1) != 0) {
                int x = tables[stage][arm].draw(random);
                successes[arm] += x;
                z[arm] = pooled(x, control, n);
                effects[arm] = (double) (successes[arm] - controlSuccesses) / total;
            }
        }
    }

    /** The z test of two groups of the same size; 0 for equal counts. */
    static double pooled(int x, int control, int n) {
        if (x == control) {
            return 0;
        }
        double rate = 0.5 * (x + control) / n;
        return (x - control) / Math.sqrt(2 * n * rate * (1 - rate));
    }

    @Override
    public double[] z() {
        return z;
    }

    @Override
    public double[] effects() {
        return effects;
    }

    @Override
    public double size(int stage, int selected) {
        return (double) subjects[stage] * (Integer.bitCount(selected) + 1);
    }
}
