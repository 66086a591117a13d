package org.evotrial.design.analysis;

import org.evotrial.statistics.survival.SurvivalScale;

/** On which scale an interval or a test of an event-free probability is symmetric. */
public enum IntervalScale {
    /** Complementary log-log: stays within (0, 1) and keeps its level better in small samples. */
    LOG_LOG(SurvivalScale.LOG_LOG),
    /** The probability itself. */
    PLAIN(SurvivalScale.PLAIN);

    private final SurvivalScale scale;

    IntervalScale(SurvivalScale scale) {
        this.scale = scale;
    }

    SurvivalScale scale() {
        return scale;
    }
}
