package org.evotrial.patient.drug;

/**
 * What the drugs taken change in the tissue of an organ, by the concentration in its perfused part: a workspace that is set and
 * then asked. See {@link Modification} for the formulas.
 */
public final class TissueEffects {
    private final DrugEffects effects;
    private final PatientDrugs patient;
    private double unrelievedCheckpoint = 1;
    private double unrelievedMyeloid = 1;
    private double vascular = 1;
    private double stromal = 1;
    private double capacity = 1;

    /** Of a patient. */
    public TissueEffects(DrugEffects effects, PatientDrugs patient) {
        this.effects = effects;
        this.patient = patient;
    }

    /** Looks at an organ. */
    public TissueEffects set(Exposure exposure, int organ) {
        unrelievedCheckpoint = 1;
        unrelievedMyeloid = 1;
        vascular = 1;
        stromal = 1;
        capacity = 1;
        Modifications all = effects.modifications();
        for (int i = 0; i < exposure.count(); i++) {
            int drug = exposure.drug(i);
            if (all.modifies(drug)) {
                double effect = effects.effect(drug, organ, exposure, patient);
                unrelievedCheckpoint *= 1 - all.checkpoint(drug) * effect;
                unrelievedMyeloid *= 1 - all.myeloid(drug) * effect;
                vascular *= 1 + (all.vascular(drug) - 1) * effect;
                stromal *= 1 + (all.stromal(drug) - 1) * effect;
                capacity *= 1 + (all.capacity(drug) - 1) * effect;
            }
        }
        return this;
    }

    /** Share of the checkpoints' effect that is relieved, in [0, 1]. */
    public double checkpointInhibition() {
        return 1 - unrelievedCheckpoint;
    }

    /** Share of the myeloid suppression that is relieved, in [0, 1]. */
    public double myeloidInhibition() {
        return 1 - unrelievedMyeloid;
    }

    /** Factor on the exchange of cells between perfused and other niches. */
    public double exchangeFactor() {
        return vascular;
    }

    /** Factor on the protection by a niche. */
    public double stromalProtection() {
        return stromal;
    }

    /** Factor on the carrying capacity. */
    public double carryingCapacityFactor() {
        return capacity;
    }
}
