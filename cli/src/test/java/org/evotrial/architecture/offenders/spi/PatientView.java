package org.evotrial.architecture.offenders.spi;

import org.evotrial.architecture.offenders.spi.truth.TrueBurden;

/** Breaks: observations hold no truth. */
interface PatientView {
    TrueBurden burden();
}
