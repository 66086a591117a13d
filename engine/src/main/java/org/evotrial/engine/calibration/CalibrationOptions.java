package org.evotrial.engine.calibration;

import org.jspecify.annotations.Nullable;

/**
 * How a calibration is carried out. The number of threads changes no result.
 *
 * @param patients virtual patients per arm in the fit; null: as the file says
 * @param verificationPatients virtual patients per arm in the check on fresh streams; null: four times as many
 * @param evaluations simulations of the cohort by all starts together; null: 60 for each parameter and 60 more
 * @param starts starts of the fit, at least 1
 * @param profilePoints points of a parameter's profile on each side of its estimate; 0: no profiles
 * @param seed master seed; null: as the file says
 * @param threads worker threads, at least 1
 */
public record CalibrationOptions(
        @Nullable Integer patients,
        @Nullable Integer verificationPatients,
        @Nullable Integer evaluations,
        int starts,
        int profilePoints,
        @Nullable Long seed,
        int threads) {
    /** As the file says. */
    public static final CalibrationOptions DEFAULTS = new CalibrationOptions(null, null, null, 3, 3, null, 1);

    public CalibrationOptions {
        require("patients", patients, 50);
        require("verificationPatients", verificationPatients, 50);
        require("evaluations", evaluations, 1);
        require("starts", starts, 1);
        require("profilePoints", profilePoints, 0);
        require("threads", threads, 1);
    }

    private static void require(String name, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw new IllegalArgumentException(
                    "The number of %s (%d) must be at least %d.".formatted(name, value, least));
        }
    }
}
