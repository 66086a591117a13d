package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.evotrial.statistics.Admissible;

/**
 * A normal endpoint with known standard deviation in several arms and a control of the same size: stage means, stage-wise z
 * tests, effects as differences of cumulative means.
 */
public final class MultiArmMeanOutcomes extends PlannedStages {
    private final double[] means;
    private final double standardDeviation;
    private final double[] sums;
    private double controlSum;
    private int total;

    /**
     * A trial.
     *
     * @param means true differences of the arms from the control, finite, 1 to 16
     * @param standardDeviation of the outcomes, positive
     * @param cumulativeSubjects subjects per arm at the end of each stage, positive, strictly ascending
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public MultiArmMeanOutcomes(double[] means, double standardDeviation, int... cumulativeSubjects) {
        super(means.length, cumulativeSubjects);
        Admissible.inRange("number of arms", means.length, 1, 16);
        for (double mean : means) {
            Admissible.finite("mean", mean);
        }
        this.means = means.clone();
        this.standardDeviation = Admissible.positive("standardDeviation", standardDeviation);
        this.sums = new double[means.length];
    }

    @Override
    public void start() {
        Arrays.fill(sums, 0);
        controlSum = 0;
        total = 0;
    }

    @Override
    public void simulate(int stage, int selected, UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int n = sizes[stage];
        double sd = standardDeviation * Math.sqrt(n);
        double control = sd * normal.sample();
        controlSum += control;
        total += n;
        for (int arm = 0; arm < means.length; arm++) {
            if ((selected >> arm & 1) != 0) {
                double sum = n * means[arm] + sd * normal.sample();
                sums[arm] += sum;
                z[arm] = (sum - control) / (sd * Math.sqrt(2));
                effects[arm] = (sums[arm] - controlSum) / total;
            }
        }
    }

    @Override
    public double size(int stage, int selected) {
        return (double) sizes[stage] * (Integer.bitCount(selected) + 1);
    }
}
