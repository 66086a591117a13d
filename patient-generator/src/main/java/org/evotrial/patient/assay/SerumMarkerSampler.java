package org.evotrial.patient.assay;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.patient.assay.SerumMarker.MarkerProgression;
import org.evotrial.patient.sampling.Normal;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.StrictFunctions;

/** Measures a marker in one patient after the other. The first measurement finds the patient's production. */
final class SerumMarkerSampler implements AssaySampler {
    private static final double BILLION = 1e9;

    private final SerumMarker marker;
    private final MarkerLevel level;
    private final double errorSigma;
    private double production;
    private double first;
    private double smallest;
    private boolean risen;

    SerumMarkerSampler(SerumMarker marker, double[] relativeProduction, AssayedDisease disease) {
        this.marker = marker;
        level = new MarkerLevel(relativeProduction, marker.clearanceHalfLifeDays(), disease);
        errorSigma = StrictFunctions.sqrt(StrictFunctions.log1p(marker.cv() * marker.cv()));
    }

    @Override
    public boolean followsTumour() {
        return true;
    }

    @Override
    public void start(TumourView tumour) {
        level.start(tumour);
        production = Double.NaN;
        first = Double.NaN;
        smallest = Double.POSITIVE_INFINITY;
        risen = false;
    }

    @Override
    public void follow(TumourView tumour) {
        level.follow(tumour);
    }

    @Override
    public void sample(TumourView tumour, UniformRandomProvider random, Measurement out) {
        if (Double.isNaN(production)) {
            production = logNormal(marker.sigmaLog(), 0, random) * marker.levelPerBillionCells() / BILLION;
        }
        boolean failed = random.nextDouble() < marker.failureProbability();
        double error = logNormal(errorSigma, -0.5 * errorSigma * errorSigma, random);
        out.reset(!failed);
        if (!failed) {
            double truth = marker.normalLevel() + production * level.now(tumour);
            report(Math.max(marker.detectionLimit(), truth * error), tumour.day(), out);
        }
    }

    private static double logNormal(double sigma, double mean, UniformRandomProvider random) {
        return StrictFunctions.exp(mean + sigma * Normal.draw(random));
    }

    private void report(double measured, double day, Measurement out) {
        boolean isFirst = Double.isNaN(first);
        first = isFirst ? measured : first;
        MarkerProgression rule = marker.progression();
        boolean rises = !isFirst
                && day >= rule.fromDay()
                && measured >= (1 + rule.rise()) * smallest
                && measured - smallest >= rule.absoluteRise();
        double fromFirst = first > 0 ? measured / first : Double.NaN;
        smallest = Math.min(smallest, measured);
        double fromSmallest = smallest > 0 ? measured / smallest : Double.NaN;
        out.set(0, measured, marker.positiveFrom() != null && measured >= marker.positiveFrom());
        out.set(1, fromFirst, !isFirst && fromFirst <= marker.responseRatio());
        out.set(2, fromSmallest, rises && (risen || !rule.confirmed()));
        risen = rises;
    }
}
