package org.evotrial.engine.replicate;

import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.Response;
import org.evotrial.spi.truth.PatientTruth;

/** Watches the course of a patient, for traces. Must not keep the objects it is given. */
public interface CourseListener {
    /** A day was reached at which something was done; the truth is that of the day. */
    default void day(double day, PatientTruth truth) {}

    /** A sample was taken. */
    default void sampled(double day, int assay, Measurement result) {}

    /**
     * A scan was assessed by RECIST.
     *
     * @param day the day of the scan
     * @param sum measured sum of the target lesions' diameters, mm
     * @param nadir smallest sum since the current line of treatment began, this scan included, mm
     * @param response category against the beginning of the current line; not evaluable at baseline
     */
    default void assessed(double day, double sum, double nadir, Response response) {}

    /** A result became available to the policy. */
    default void resultAvailable(double day, double sampleDay, int assay, Measurement result) {}

    /** The regimen changed: the policy acted on news. */
    default void regimenChanged(double day, int from, int to, PatientView.News reason) {}

    /** Toxicity of grade 3 or more struck; the patient shows which doses it has reduced or ended. */
    default void toxicity(double day, Patient patient) {}

    /** Progression was recorded: the first whatever the treatment, on the current line, in the central nervous system. */
    default void progressed(double day, boolean first, boolean onLine, boolean cns) {}

    /** The course ended. */
    default void ended(double day, boolean death, boolean dropout) {}
}
