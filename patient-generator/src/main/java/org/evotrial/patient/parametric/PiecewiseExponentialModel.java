package org.evotrial.patient.parametric;

import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModel;

/** The compiled illness-death model: one hazard of each kind per regimen. */
final class PiecewiseExponentialModel implements PatientModel {
    private static final long serialVersionUID = 1;

    final HazardCurve[] progression;
    final HazardCurve[] deathBeforeProgression;
    final HazardCurve[] deathAfterProgression;
    final boolean deathBeforePossible;
    final boolean deathAfterPossible;

    PiecewiseExponentialModel(
            HazardCurve[] progression, HazardCurve[] deathBeforeProgression, HazardCurve[] deathAfterProgression) {
        this.progression = progression;
        this.deathBeforeProgression = deathBeforeProgression;
        this.deathAfterProgression = deathAfterProgression;
        deathBeforePossible = anyPositive(deathBeforeProgression);
        deathAfterPossible = anyPositive(deathAfterProgression);
    }

    @Override
    public Patient newPatient() {
        return new PiecewiseExponentialPatient(this);
    }

    private static boolean anyPositive(HazardCurve[] curves) {
        for (HazardCurve curve : curves) {
            if (!curve.isZero()) {
                return true;
            }
        }
        return false;
    }
}
