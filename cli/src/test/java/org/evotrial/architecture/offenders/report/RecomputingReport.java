package org.evotrial.architecture.offenders.report;

import org.evotrial.architecture.offenders.patient.TumourState;

/** Breaks: the report reads stored results only. */
class RecomputingReport {
    double resistantCells(TumourState state) {
        return state.resistantCells();
    }
}
