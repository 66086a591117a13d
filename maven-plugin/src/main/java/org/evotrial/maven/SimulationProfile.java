package org.evotrial.maven;

import org.jspecify.annotations.Nullable;

/** How much is simulated. */
enum SimulationProfile {
    /** A look that takes seconds: many rules stay inconclusive. */
    QUICK(200, 2000),
    /** What the trial files say. */
    FULL(null, null);

    private final @Nullable Integer replicates;
    private final @Nullable Integer truthPatients;

    SimulationProfile(@Nullable Integer replicates, @Nullable Integer truthPatients) {
        this.replicates = replicates;
        this.truthPatients = truthPatients;
    }

    /** Replicates of every scenario; null: as the file says. */
    @Nullable
    Integer replicates() {
        return replicates;
    }

    /** Patients per arm for the true values; null: as the file says. */
    @Nullable
    Integer truthPatients() {
        return truthPatients;
    }
}
