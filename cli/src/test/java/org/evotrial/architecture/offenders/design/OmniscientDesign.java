package org.evotrial.architecture.offenders.design;

import org.evotrial.architecture.offenders.spi.truth.TrueBurden;

/** Breaks: designs never see the truth. */
class OmniscientDesign {
    boolean switchesTreatment(Object observation) {
        return observation instanceof TrueBurden;
    }
}
