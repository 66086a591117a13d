package org.evotrial.statistics.verification;

import org.evotrial.statistics.groupsequential.GroupSequentialDesign;

/**
 * Cumulative events and log-rank statistics of a trial with equal allocation, as a group-sequential test sees them or
 * combined by the inverse normal method with the weights of the plan (Lehmacher and Wassmer 1999,
 * doi:10.1111/j.0006-341X.1999.01286.x).
 */
record SurvivalStages(
        GroupSequentialDesign design, double[] cumulativeEvents, double[] cumulativeLogRank, boolean inverseNormal) {
    /** Cumulative events; stages count from 1. */
    double events(int stage) {
        return cumulativeEvents[stage - 1];
    }

    /** The statistic that is compared with the critical value. */
    double statistic(int stage) {
        if (!inverseNormal) {
            return cumulativeLogRank[stage - 1];
        }
        double sum = 0;
        double scoreBefore = 0;
        for (int i = 0; i < stage; i++) {
            double score = Math.sqrt(cumulativeEvents[i]) * cumulativeLogRank[i];
            sum += weight(i) * (score - scoreBefore) / Math.sqrt(stageEvents(i));
            scoreBefore = score;
        }
        return sum / Math.sqrt(design.informationFraction(stage));
    }

    /** Mean of the statistics up to a stage for a logarithm of the hazard ratio of 1. */
    double[] means(int stage) {
        double[] means = new double[stage];
        double sum = 0;
        for (int i = 0; i < stage; i++) {
            double fraction = design.informationFraction(i + 1);
            sum += weight(i) * Math.sqrt(stageEvents(i) / 4);
            // Group-sequential statistics keep the planned fractions; only the last look scales them.
            means[i] = inverseNormal
                    ? sum / Math.sqrt(fraction)
                    : Math.sqrt(fraction / design.informationFraction(stage) * events(stage) / 4);
        }
        return means;
    }

    private double weight(int index) {
        double before = index == 0 ? 0 : design.informationFraction(index);
        return Math.sqrt(design.informationFraction(index + 1) - before);
    }

    private double stageEvents(int index) {
        return cumulativeEvents[index] - (index == 0 ? 0 : cumulativeEvents[index - 1]);
    }
}
