package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.evotrial.statistics.Admissible;

/**
 * Log-rank statistics of several arms of equal size against a control, as correlated normal variables with mean {@code -log(HR)
 * sqrt(d) / 2}, {@code d} the events of the comparison. Hazard ratios below 1 are better.
 *
 * <p>The events of a stage are those of all groups in it, shared out in proportion to {@code HR_i} and, for the control, 1.
 * The correlations are {@code b_i b_j} with {@code b_i = sqrt(HR_i / (1 + HR_i))}: Deng et al. 2019,
 * Biometrics, as rpact cites it. Effects are the estimated log hazard ratios with the sign turned.
 */
public final class MultiArmSurvivalOutcomes extends PlannedStages {
    private final double[] hazardRatios;
    private final double[] loadings;
    private final double[] scores;
    private final double[] ownEvents;

    /**
     * A trial.
     *
     * @param hazardRatios true hazard ratios of the arms to the control, positive, 1 to 16
     * @param cumulativeEvents events of all groups at the end of each stage, positive, strictly ascending
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public MultiArmSurvivalOutcomes(double[] hazardRatios, int... cumulativeEvents) {
        super(hazardRatios.length, cumulativeEvents);
        Admissible.inRange("number of arms", hazardRatios.length, 1, 16);
        int arms = hazardRatios.length;
        this.hazardRatios = hazardRatios.clone();
        this.loadings = new double[arms];
        for (int i = 0; i < arms; i++) {
            double ratio = Admissible.positive("hazard ratio", hazardRatios[i]);
            loadings[i] = Math.sqrt(ratio / (1 + ratio));
        }
        this.scores = new double[arms];
        this.ownEvents = new double[arms];
    }

    @Override
    public void start() {
        Arrays.fill(scores, 0);
        Arrays.fill(ownEvents, 0);
    }

    @Override
    public void simulate(int stage, int selected, UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double hazards = 1;
        for (int i = 0; i < hazardRatios.length; i++) {
            hazards += (selected >> i & 1) != 0 ? hazardRatios[i] : 0;
        }
        double control = normal.sample();
        for (int i = 0; i < hazardRatios.length; i++) {
            if ((selected >> i & 1) != 0) {
                double own = sizes[stage] * (hazardRatios[i] + 1) / hazards;
                double root = Math.sqrt(own);
                double noise = loadings[i] * control + Math.sqrt(1 - loadings[i] * loadings[i]) * normal.sample();
                z[i] = noise - 0.5 * root * StrictMath.log(hazardRatios[i]);
                scores[i] += root * z[i];
                ownEvents[i] += own;
                effects[i] = 2 * scores[i] / ownEvents[i];
            }
        }
    }
}
