package org.evotrial.spi;

import java.io.Serializable;
import org.evotrial.model.design.DesignPlan;

/**
 * A named trial design: a readable composition of a platform (who enters which arm and when), policies (what happens to
 * a patient) and analyses (what is tested and decided), with defaults that a statistician would expect.
 */
public interface DesignConfiguration extends Serializable {
    /** Spells the design out in the parts that every design is made of. */
    DesignPlan compose();
}
