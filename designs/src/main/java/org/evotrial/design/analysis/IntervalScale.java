package org.evotrial.design.analysis;

import org.evotrial.statistics.survival.KaplanMeier;

/** On which scale an interval or a test of an event-free probability is symmetric. */
public enum IntervalScale {
    /** Complementary log-log: stays within (0, 1) and keeps its level better in small samples. */
    LOG_LOG(KaplanMeier.Scale.LOG_LOG),
    /** The probability itself. */
    PLAIN(KaplanMeier.Scale.PLAIN);

    private final KaplanMeier.Scale scale;

    IntervalScale(KaplanMeier.Scale scale) {
        this.scale = scale;
    }

    KaplanMeier.Scale scale() {
        return scale;
    }
}
