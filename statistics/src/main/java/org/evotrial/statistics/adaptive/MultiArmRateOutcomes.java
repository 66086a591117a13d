package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.Admissible;

/**
 * A binary endpoint in several arms and a control of the same size: binomial counts, stage-wise z tests with the pooled rate,
 * effects as differences of cumulative rates.
 */
public final class MultiArmRateOutcomes extends PlannedStages {
    private final int arms;
    private final BinomialTable[][] tables;
    private final int[] successes;
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
        super(rates.length, cumulativeSubjects);
        Admissible.inRange("number of arms", rates.length, 1, 16);
        this.arms = rates.length;
        this.tables = new BinomialTable[sizes.length][arms + 1];
        for (int k = 0; k < sizes.length; k++) {
            for (int arm = 0; arm < arms; arm++) {
                tables[k][arm] = new BinomialTable(sizes[k], Admissible.probability("rate", rates[arm]));
            }
            tables[k][arms] = new BinomialTable(sizes[k], Admissible.probability("controlRate", controlRate));
        }
        this.successes = new int[arms];
    }

    @Override
    public void start() {
        Arrays.fill(successes, 0);
        controlSuccesses = 0;
        total = 0;
    }

    @Override
    public void simulate(int stage, int selected, UniformRandomProvider random) {
        int n = sizes[stage];
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
    public double size(int stage, int selected) {
        return (double) sizes[stage] * (Integer.bitCount(selected) + 1);
    }
}
