package org.evotrial.spi.truth;

/** The truth about a patient of a parametric model, which knows times of events and no tumour. */
public enum NoTumour implements PatientTruth {
    /** The only one. */
    INSTANCE;

    @Override
    public int lesions() {
        return 0;
    }

    @Override
    public boolean centralNervousSystem(int lesion) {
        return false;
    }

    @Override
    public double cells(int lesion, int lineage) {
        return 0;
    }

    @Override
    public double emergenceDay(int lineage) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double plasmaVaf(int biomarker) {
        return 0;
    }

    @Override
    public double targetSumMillimetres() {
        return 0;
    }

    @Override
    public int dominantLineage() {
        return -1;
    }
}
