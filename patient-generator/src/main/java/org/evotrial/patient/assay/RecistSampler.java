package org.evotrial.patient.assay;

import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.spi.Measurement;

/** Scans one patient after the other; the first scan is the baseline and finds the patient's reader. */
final class RecistSampler implements AssaySampler {
    private final RecistImaging imaging;
    private final AssayedDisease disease;
    private final ScannedLesions scan;
    private double reader;

    RecistSampler(RecistImaging imaging, AssayedDisease disease) {
        this.imaging = imaging;
        this.disease = disease;
        scan = new ScannedLesions(disease.mostLesions());
    }

    @Override
    public void begin() {
        scan.clear();
    }

    @Override
    public void sample(TumourView tumour, UniformRandomProvider random, Measurement out) {
        if (scan.count() == 0) {
            scan.describe(tumour, disease);
            reader = imaging.drawReader(random);
        } else {
            scan.update(tumour, disease);
        }
        imaging.read(scan, reader, random, out);
    }
}
