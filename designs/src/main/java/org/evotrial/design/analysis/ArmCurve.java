package org.evotrial.design.analysis;

import org.evotrial.spi.LookData;
import org.evotrial.statistics.survival.KaplanMeier;

/** The Kaplan-Meier estimate of an endpoint in one arm at a look, in reused memory. */
final class ArmCurve {
    private final int endpoint;
    private final int arm;
    private final KaplanMeier estimate = new KaplanMeier(0);

    ArmCurve(int endpoint, int arm) {
        this.endpoint = endpoint;
        this.arm = arm;
    }

    /** Estimates from the data; false if the arm has no patient yet. */
    boolean estimate(LookData data) {
        int[] arms = data.arm();
        int size = data.size();
        for (int i = 0; i < size; i++) {
            if (arms[i] == arm) {
                estimate.compute(data.time(endpoint), data.event(endpoint), arms, arm, size);
                return true;
            }
        }
        return false;
    }

    /** Whether the data reach as far as a day: somebody was followed to it, or nobody is left free of the event. */
    boolean supports(double day) {
        return estimate.lastTime() >= day || estimate.survival(day) == 0;
    }

    /** The last estimate, valid until the next one. */
    KaplanMeier get() {
        return estimate;
    }
}
