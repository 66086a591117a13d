package org.evotrial.patient.assay;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.Measurement;

/** Takes plasma samples of one patient after the other. */
final class CtdnaSampler implements AssaySampler {
    private final CtdnaAssay assay;
    private final int[] biomarkers;
    private final PlasmaDna plasma;
    private final double[] mutantPerMillilitre;
    private final double[] nonTumourVaf;
    private double baselineVaf;

    CtdnaSampler(CtdnaAssay assay, int[] biomarkers, AssayedDisease disease) {
        this.assay = assay;
        this.biomarkers = biomarkers;
        plasma = new PlasmaDna(disease);
        mutantPerMillilitre = new double[biomarkers.length];
        nonTumourVaf = new double[biomarkers.length];
    }

    @Override
    public void begin() {
        baselineVaf = Double.NaN;
    }

    @Override
    public void sample(TumourView tumour, UniformRandomProvider random, Measurement out) {
        double all = plasma.concentrate(tumour);
        for (int channel = 0; channel < biomarkers.length; channel++) {
            mutantPerMillilitre[channel] = plasma.mutant(biomarkers[channel]);
            nonTumourVaf[channel] = assay.matchedBloodCells() ? 0 : tumour.nonTumourVaf(biomarkers[channel]);
        }
        assay.sample(mutantPerMillilitre, nonTumourVaf, all, random, out);
        if (assay.molecularResponse() != null && out.evaluable()) {
            respond(assay.molecularResponse().largestRatio(), out);
        }
    }

    /** Fills the mean fraction and its ratio to that of the patient's first sample. */
    private void respond(double largestRatio, Measurement out) {
        double mean = 0;
        for (int channel = 0; channel < biomarkers.length; channel++) {
            mean += out.value(channel) / biomarkers.length;
        }
        boolean first = Double.isNaN(baselineVaf);
        baselineVaf = first ? mean : baselineVaf;
        double ratio = baselineVaf > 0 ? mean / baselineVaf : Double.NaN;
        out.set(biomarkers.length, mean, false);
        out.set(biomarkers.length + 1, ratio, !first && ratio <= largestRatio);
    }
}
