package org.evotrial.engine.replicate;

import org.evotrial.spi.Measurement;
import org.evotrial.spi.truth.PatientTruth;

/** Watches the course of a patient, for traces. Must not keep the objects it is given. */
public interface CourseListener {
    /** A day was reached at which something was done; the truth is that of the day. */
    default void day(double day, PatientTruth truth) {}

    /** A sample was taken. */
    default void sampled(double day, int assay, Measurement result) {}

    /** A result became available to the policy. */
    default void resultAvailable(double day, double sampleDay, int assay, Measurement result) {}

    /** The regimen changed. */
    default void regimenChanged(double day, int from, int to, boolean onResult) {}

    /** Progression was recorded: the first whatever the treatment, on the current line, in the central nervous system. */
    default void progressed(double day, boolean first, boolean onLine, boolean cns) {}

    /** The course ended. */
    default void ended(double day, boolean death, boolean dropout) {}
}
