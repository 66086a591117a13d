package org.evotrial.engine;

import java.util.List;
import org.evotrial.model.result.PublishedTarget;

/**
 * How many virtual patients are followed, and how that is carried out.
 *
 * @param patients number of patients, at least 1
 * @param threads worker threads, at least 1; the result does not depend on it
 * @param targets published figures to be shown beside the simulated ones
 * @param command the command that follows them again
 * @param patientCommand the command that follows one of them, without naming which
 */
public record PopulationOptions(
        int patients, int threads, List<PublishedTarget> targets, String command, String patientCommand) {
    public PopulationOptions {
        requirePositive("patients", patients);
        requirePositive("threads", threads);
        targets = List.copyOf(targets);
    }

    private static void requirePositive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("The number of %s (%d) must be at least 1.".formatted(name, number));
        }
    }
}
