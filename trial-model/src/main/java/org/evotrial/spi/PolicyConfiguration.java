package org.evotrial.spi;

import java.io.Serializable;

/** What happens to one patient over time as observations come in. */
public interface PolicyConfiguration extends Serializable {
    /**
     * Compiles the policy.
     *
     * @throws ConfigurationException if it refers to something of the wrong kind
     */
    Policy create(TrialIndex index);

    /** One sentence for the report's synopsis. */
    String synopsis();
}
