package org.evotrial.spi;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A time-to-event or binary endpoint of the trial, computed from what the trial observed of a patient. */
public interface EndpointConfiguration extends Serializable {
    /** Short label for tables, for example {@code PFS}. */
    String label();

    /**
     * Compiles the endpoint.
     *
     * @throws ConfigurationException if it refers to something of the wrong kind
     */
    Endpoint create(TrialIndex index);

    /** True if only whether the event occurred is of interest, not when, as for objective response. */
    default boolean binary() {
        return false;
    }

    /** How death, switching and new therapy are handled (ICH E9(R1)), in words; null where there is nothing to say. */
    default @Nullable String intercurrentEvents() {
        return null;
    }

    /** Name of the imaging assay by which progression is assessed, or null where none is needed. */
    default @Nullable String imagingAssay() {
        return null;
    }
}
