package org.evotrial.model.config;

import org.evotrial.model.design.DesignPlan;

/** What a {@link Checked} record sees of the trial. */
public interface CheckContext {
    /** The trial. */
    TrialFile trial();

    /** Its design, spelled out. */
    DesignPlan plan();

    /**
     * Reports a problem of the record.
     *
     * @param pointer JSON Pointer within the record, for example {@code /marker}; empty for the record itself
     * @param expected what was expected
     * @param found what was found; empty if {@code expected} is a whole sentence
     */
    void problem(String pointer, String expected, String found);
}
