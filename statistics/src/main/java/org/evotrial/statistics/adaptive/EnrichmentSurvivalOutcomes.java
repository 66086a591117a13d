package org.evotrial.statistics.adaptive;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.evotrial.statistics.Admissible;

/**
 * Log-rank statistics in a sub-population S (hypothesis 0) and the full population F (hypothesis 1) of S and the rest R, as
 * normal variables with mean {@code -log(HR) sqrt(d) / 2} in S and R; that of F is the stratified {@code (sqrt(d_S) Z_S +
 * sqrt(d_R) Z_R) / sqrt(d_S + d_R)}. Hazard ratios below 1 are better. The events of a stage are shared out in proportion to
 * prevalence times {@code 1 + HR}, all to S once F is not in the trial. Effects are the estimated log hazard ratios with the
 * sign turned.
 */
public final class EnrichmentSurvivalOutcomes extends PlannedStages {
    private final double informationShare;
    private final double[] drifts;
    private final double[] scores = new double[2];
    private final double[] ownEvents = new double[2];

    /**
     * A trial.
     *
     * @param share prevalence of S in F, in (0, 1)
     * @param hazardRatioInS true hazard ratio in S, positive
     * @param hazardRatioInRest true hazard ratio in R, positive
     * @param cumulativeEvents events of all groups at the end of each stage, positive, strictly ascending
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public EnrichmentSurvivalOutcomes(
            double share, double hazardRatioInS, double hazardRatioInRest, int... cumulativeEvents) {
        super(2, cumulativeEvents);
        Admissible.openProbability("share", share);
        Admissible.positive("hazardRatioInS", hazardRatioInS);
        Admissible.positive("hazardRatioInRest", hazardRatioInRest);
        double inS = share * (1 + hazardRatioInS);
        this.informationShare = inS / (inS + (1 - share) * (1 + hazardRatioInRest));
        this.drifts = new double[] {-0.5 * StrictMath.log(hazardRatioInS), -0.5 * StrictMath.log(hazardRatioInRest)};
    }

    /**
     * The share of S in the events of F, for the correlation of their statistics.
     *
     * @return in (0, 1)
     */
    public double informationShare() {
        return informationShare;
    }

    @Override
    public void start() {
        Arrays.fill(scores, 0);
        Arrays.fill(ownEvents, 0);
    }

    @Override
    public void simulate(int stage, int selected, UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        boolean full = (selected & EnrichmentRateOutcomes.FULL) != 0;
        double inS = sizes[stage] * (full ? informationShare : 1);
        double inRest = sizes[stage] - inS;
        double root = Math.sqrt(inS);
        z[0] = drifts[0] * root + normal.sample();
        double scoreS = root * z[0];
        double scoreAll = scoreS;
        if (full) {
            double rootRest = Math.sqrt(inRest);
            scoreAll += rootRest * (drifts[1] * rootRest + normal.sample());
        }
        z[1] = scoreAll / Math.sqrt(sizes[stage]);
        scores[0] += scoreS;
        scores[1] += scoreAll;
        ownEvents[0] += inS;
        ownEvents[1] += sizes[stage];
        effects[0] = 2 * scores[0] / ownEvents[0];
        effects[1] = 2 * scores[1] / ownEvents[1];
    }
}
