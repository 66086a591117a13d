package org.evotrial.model.config;

/**
 * Implemented by a configuration record that can only be judged together with the rest of the trial. Called after the
 * whole file was bound; what concerns the record alone belongs into its constructor.
 */
public interface Checked {
    /** Reports what does not fit; must not throw. */
    void check(CheckContext context);
}
