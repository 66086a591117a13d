package org.evotrial.architecture.offenders.design;

import org.evotrial.architecture.offenders.patient.TumourState;

/** Breaks: designs never see the truth. */
class ClairvoyantDesign {
    boolean switchesTreatment(TumourState state) {
        return state.resistantCells() > 0;
    }
}
