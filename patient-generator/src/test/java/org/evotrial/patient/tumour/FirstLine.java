package org.evotrial.patient.tumour;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.spi.ImagingChannel;
import org.evotrial.spi.Measurement;
import org.evotrial.spi.Patient;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.PatientStreams;
import org.evotrial.spi.Regimen;

/** A population on one drug until RECIST progression: scans every eight weeks, censoring at a horizon. */
final class FirstLine {
    private static final double MONTH = 365.25 / 12;
    private static final double SCAN_INTERVAL = 56;

    final double[] progressionMonths;
    final boolean[] progressed;
    final boolean[] responded;
    final int[] lineage;
    final double[] deathMonths;
    final List<String> lineages;

    private FirstLine(int patients, List<String> lineages) {
        progressionMonths = new double[patients];
        progressed = new boolean[patients];
        responded = new boolean[patients];
        lineage = new int[patients];
        deathMonths = new double[patients];
        this.lineages = lineages;
    }

    /** Simulates patients; the same seed gives the same patients for every setting and drug. */
    static FirstLine simulate(
            LibraryFiles.Setting setting, String drug, int patients, long seed, double horizonMonths) {
        PatientModel model = model(setting);
        int regimen = 1 + new ArrayList<>(setting.treatments().keySet()).indexOf(drug);
        int imaging = new ArrayList<>(setting.assays().keySet()).indexOf("imaging");
        FirstLine result = new FirstLine(patients, model.lineages());
        Patient patient = model.newPatient();
        Measurement scan = new Measurement(ImagingChannel.values().length);
        for (int i = 0; i < patients; i++) {
            patient.begin(new Streams(seed, i));
            result.follow(i, patient, regimen, imaging, scan, horizonMonths * MONTH);
        }
        return result;
    }

    static PatientModel model(LibraryFiles.Setting setting) {
        List<Regimen> regimens = new ArrayList<>();
        regimens.add(Regimen.NONE);
        setting.treatments().keySet().forEach(t -> regimens.add(Regimen.of(t)));
        return setting.disease()
                .create(new PatientModelContext(
                        List.copyOf(setting.treatments().keySet()),
                        List.copyOf(setting.treatments().values()),
                        regimens,
                        List.copyOf(setting.assays().keySet()),
                        List.copyOf(setting.assays().values())));
    }

    private void follow(int i, Patient patient, int regimen, int imaging, Measurement scan, double horizon) {
        patient.measure(imaging, scan);
        double baseline = scan.value(0);
        double nadir = baseline;
        double newLesions = scan.value(ImagingChannel.NEW_LESIONS.ordinal());
        deathMonths[i] = Double.POSITIVE_INFINITY;
        lineage[i] = -1;
        for (double next = SCAN_INTERVAL; next <= horizon; next += SCAN_INTERVAL) {
            double day = patient.advance(next, regimen);
            progressionMonths[i] = day / MONTH;
            if (patient.event() == Patient.Event.DEATH) {
                progressed[i] = true;
                deathMonths[i] = day / MONTH;
                return;
            }
            patient.measure(imaging, scan);
            double sum = scan.value(0);
            boolean grown = sum >= 1.2 * nadir && sum - nadir >= 5;
            if (grown || scan.value(ImagingChannel.NEW_LESIONS.ordinal()) > newLesions) {
                progressed[i] = true;
                lineage[i] = patient.truth().dominantLineage();
                return;
            }
            responded[i] |= sum <= 0.7 * baseline;
            nadir = Math.min(nadir, sum);
        }
    }

    /** The median, see {@link #quantile}. */
    double medianMonths() {
        return quantile(.5);
    }

    /**
     * Quantile of progression-free survival in months. Progression is only seen at scans; as visits of real trials spread
     * around their planned days, the share progressed by a scan is taken to be reached half an interval after it, linear in
     * between. Nobody is censored before the horizon. Infinite if it is not reached.
     */
    double quantile(double share) {
        double interval = SCAN_INTERVAL / MONTH;
        double before = 0;
        for (double scan = interval; scan < 1200; scan += interval) {
            double by = progressedBy(scan + 1e-9);
            if (by >= share) {
                return scan + interval * ((share - before) / (by - before) - .5);
            }
            before = by;
        }
        return Double.POSITIVE_INFINITY;
    }

    /** Share of patients progressed or dead by a month. */
    double progressedBy(double month) {
        int count = 0;
        for (int i = 0; i < progressionMonths.length; i++) {
            count += progressed[i] && progressionMonths[i] <= month ? 1 : 0;
        }
        return (double) count / progressionMonths.length;
    }

    double responseRate() {
        int count = 0;
        for (boolean r : responded) {
            count += r ? 1 : 0;
        }
        return (double) count / responded.length;
    }

    /** Share of the patients with a dominant clone at progression whose clone has the mechanism. */
    double shareAtProgression(String mechanism) {
        int with = 0;
        int all = 0;
        for (int l : lineage) {
            if (l >= 0) {
                all++;
                with += lineages.get(l).contains(mechanism) ? 1 : 0;
            }
        }
        return (double) with / all;
    }

    /** Streams addressed by seed, patient and purpose. */
    static final class Streams implements PatientStreams {
        private final UniformRandomProvider[] purposes = new UniformRandomProvider[10];
        private final UniformRandomProvider traits;

        Streams(long seed, long patient) {
            traits = new Philox4x64(new long[] {seed, 77, 0, patient, 1, 0});
            for (int purpose = 0; purpose < purposes.length; purpose++) {
                purposes[purpose] = new Philox4x64(new long[] {seed, 77, 0, patient, 0, purpose});
            }
        }

        @Override
        public UniformRandomProvider baseline() {
            return purposes[0];
        }

        @Override
        public UniformRandomProvider traits() {
            return traits;
        }

        @Override
        public UniformRandomProvider biology() {
            return purposes[1];
        }

        @Override
        public UniformRandomProvider assay(int assay) {
            return purposes[2 + assay];
        }
    }
}
