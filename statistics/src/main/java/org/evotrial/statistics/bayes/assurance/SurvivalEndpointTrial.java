package org.evotrial.statistics.bayes.assurance;

import org.evotrial.statistics.Admissible;
import org.evotrial.statistics.bayes.NormalNormal;

/**
 * A future event-driven trial of two arms that succeeds where the log hazard ratio is significantly low. The estimate is taken
 * as {@code N(log HR, 1 / (d q (1 - q)))} with {@code d} events and a share {@code q} of patients on experimental treatment,
 * 4/d at equal allocation: Schoenfeld 1981, doi:10.1093/biomet/68.1.316.
 *
 * @param events {@code d} at the analysis, positive
 * @param experimentalShare {@code q}, in (0, 1); of the patients, not of the events
 * @param oneSidedAlpha level, in (0, 1)
 * @param marginHazardRatio null hypothesis {@code HR >= margin}, positive; 1 for superiority, above 1 for non-inferiority
 */
public record SurvivalEndpointTrial(
        int events, double experimentalShare, double oneSidedAlpha, double marginHazardRatio) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not admissible
     */
    public SurvivalEndpointTrial {
        Admissible.inRange("number of events", events, 1, Integer.MAX_VALUE);
        Admissible.openProbability("experimentalShare", experimentalShare);
        Admissible.openProbability("oneSidedAlpha", oneSidedAlpha);
        Admissible.positive("marginHazardRatio", marginHazardRatio);
    }

    /**
     * The largest estimate of the hazard ratio that succeeds.
     *
     * @return hazard ratio
     */
    public double successHazardRatio() {
        return StrictMath.exp(-benefit().successEstimate());
    }

    /**
     * The probability of success given the hazard ratio.
     *
     * @param hazardRatio positive; below 1 favours experimental treatment
     * @return power
     * @throws IllegalArgumentException if the ratio is not positive and finite
     */
    public double power(double hazardRatio) {
        return benefit().power(-StrictMath.log(Admissible.positive("hazardRatio", hazardRatio)));
    }

    /**
     * The probability of success given what is believed of the log hazard ratio.
     *
     * @param logHazardRatio distribution of the natural logarithm; negative favours experimental treatment
     * @return assurance
     */
    public double assurance(NormalNormal logHazardRatio) {
        return benefit().assurance(mirrored(logHazardRatio));
    }

    /**
     * The probability that the trial succeeds and the hazard ratio is below a relevant one.
     *
     * @param logHazardRatio distribution of the natural logarithm
     * @param relevantHazardRatio largest relevant hazard ratio, positive
     * @return {@code P(success, HR < relevant)}
     * @throws IllegalArgumentException if the relevant ratio is not positive and finite
     */
    public double assuranceOfRelevance(NormalNormal logHazardRatio, double relevantHazardRatio) {
        Admissible.positive("relevantHazardRatio", relevantHazardRatio);
        return benefit().assuranceOfRelevance(mirrored(logHazardRatio), -StrictMath.log(relevantHazardRatio));
    }

    private NormalEndpointTrial benefit() {
        double standardError = 1 / Math.sqrt(events * experimentalShare * (1 - experimentalShare));
        return new NormalEndpointTrial(standardError, oneSidedAlpha, -StrictMath.log(marginHazardRatio));
    }

    private static NormalNormal mirrored(NormalNormal logHazardRatio) {
        return new NormalNormal(-logHazardRatio.mean(), logHazardRatio.standardDeviation());
    }
}
