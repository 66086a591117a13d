package org.evotrial.patient.assay;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.Measurement;

/** Examines the specimen of one patient after the other. */
final class SurgicalPathologySampler implements AssaySampler {
    private final SurgicalPathology pathology;
    private boolean operated;

    SurgicalPathologySampler(SurgicalPathology pathology) {
        this.pathology = pathology;
    }

    @Override
    public void begin() {
        operated = false;
    }

    @Override
    public void sample(TumourView tumour, UniformRandomProvider random, Measurement out) {
        boolean surgery = !operated && tumour.day() >= pathology.surgeryDay();
        boolean specimen = surgery && random.nextDouble() >= pathology.failureProbability();
        operated |= surgery;
        out.reset(specimen);
        if (specimen) {
            double residual = residual(tumour);
            out.set(0, residual, residual < pathology.fewestVisibleCells());
        }
    }

    private double residual(TumourView tumour) {
        return switch (pathology.site()) {
            case PRIMARY -> tumour.lesions() > 0 ? tumour.cells(0) : 0;
            case ALL -> {
                double sum = 0;
                for (int lesion = 0; lesion < tumour.lesions(); lesion++) {
                    sum += tumour.cells(lesion);
                }
                yield sum;
            }
        };
    }
}
