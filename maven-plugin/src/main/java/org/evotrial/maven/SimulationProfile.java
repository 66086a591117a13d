package org.evotrial.maven;

import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
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

    /**
     * The profile of a name, in small letters as the parameter is written.
     *
     * @throws MojoExecutionException if there is no such profile
     */
    static SimulationProfile of(String name) throws MojoExecutionException {
        for (SimulationProfile profile : values()) {
            if (profile.toString().equals(name)) {
                return profile;
            }
        }
        throw new MojoExecutionException("evotrial.profile must be quick or full but is \"%s\".".formatted(name));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
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
