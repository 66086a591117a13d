package org.evotrial.design.analysis;

import java.util.Objects;
import org.evotrial.spi.LookData;
import org.evotrial.statistics.survival.KaplanMeier;
import org.jspecify.annotations.Nullable;

/** The Kaplan-Meier estimate of an endpoint in one arm at a look. */
final class ArmCurve {
    private final int endpoint;
    private final int arm;
    private @Nullable KaplanMeier estimate;

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
                estimate = KaplanMeier.of(data.time(endpoint), data.event(endpoint), arms, arm, size);
                return true;
            }
        }
        estimate = null;
        return false;
    }

    /** Whether the data reach as far as a day: somebody was followed to it, or nobody is left free of the event. */
    boolean supports(double day) {
        KaplanMeier curve = get();
        return curve.lastTime() >= day || curve.survival(day) == 0;
    }

    /** The estimate. */
    KaplanMeier get() {
        return Objects.requireNonNull(estimate, "no patient in the arm");
    }
}
