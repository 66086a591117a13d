package org.evotrial.engine.replicate;

import org.evotrial.spi.LookData;
import org.evotrial.spi.LookReport.Decision;
import org.jspecify.annotations.Nullable;

/** Watches a replicate, for traces. */
public interface TrialListener {
    /** A patient was randomised. */
    default void randomised(int patient, double calendarDay, int arm) {}

    /** A look is about to be analysed. */
    default void look(LookData data) {}

    /** A look decided a hypothesis. */
    default void decided(int look, int hypothesis, Decision decision) {}

    /** A look set a metric, by its column in the replicate's row. */
    default void metric(int look, int column, double value) {}

    /** The course of a patient is about to be simulated; a listener to watch it, or null. */
    default @Nullable CourseListener course(int patient, int arm) {
        return null;
    }
}
