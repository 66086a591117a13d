package org.evotrial.patient.assay;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.Measurement;

/** Takes plasma samples of one patient after the other. */
final class CtdnaSampler implements AssaySampler {
    private final CtdnaAssay assay;
    private final int[] biomarkers;
    private final PlasmaDna plasma;
    private final double[] mutantPerMillilitre;

    CtdnaSampler(CtdnaAssay assay, int[] biomarkers, AssayedDisease disease) {
        this.assay = assay;
        this.biomarkers = biomarkers;
        plasma = new PlasmaDna(disease);
        mutantPerMillilitre = new double[biomarkers.length];
    }

    @Override
    public void sample(TumourView tumour, UniformRandomProvider random, Measurement out) {
        double all = plasma.concentrate(tumour);
        for (int channel = 0; channel < biomarkers.length; channel++) {
            mutantPerMillilitre[channel] = plasma.mutant(biomarkers[channel]);
        }
        assay.sample(mutantPerMillilitre, all, random, out);
    }
}
