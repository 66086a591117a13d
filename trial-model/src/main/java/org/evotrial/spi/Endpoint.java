package org.evotrial.spi;

import java.io.Serializable;

/** A compiled endpoint: immutable, stateless. */
public interface Endpoint extends Serializable {
    /**
     * Day of the event since randomisation as the trial would record it, or infinity if the patient's course, followed
     * until it ended, holds none. Censoring (drop-out, data cut-off) is applied by the engine.
     */
    double eventDay(CourseRecord course);

    /** True if the course need not be followed beyond the first event of this endpoint on its account. */
    default boolean endsAtFirstProgression() {
        return false;
    }
}
