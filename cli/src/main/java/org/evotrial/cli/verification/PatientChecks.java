package org.evotrial.cli.verification;

import java.util.List;
import org.evotrial.statistics.verification.ReferenceCheck;

/** The index of the files on virtual patients that are recomputed; each ships as a resource of this module. */
public final class PatientChecks {
    private PatientChecks() {}

    /**
     * All checks.
     *
     * @return one per file, in the order of the file names
     */
    public static List<ReferenceCheck> all() {
        return List.of(
                new AdaptiveTherapyProgressionCheck(),
                new BranchingExtinctionCheck(),
                new CloneSizesCheck(),
                new CtdnaDetectionCheck(),
                new DpmSurvivalCheck(),
                new DualTherapyFailureCheck(),
                new OneStepOfResistanceCheck(),
                new PhenotypeHysteresisCheck());
    }
}
