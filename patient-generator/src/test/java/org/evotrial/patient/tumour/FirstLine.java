package org.evotrial.patient.tumour;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.evotrial.spi.PatientModel;
import org.evotrial.spi.PatientModelContext;
import org.evotrial.spi.PatientStreams;
import org.evotrial.spi.Regimen;

/** Patients of first-line treatment: the model of a setting, and streams by which the same seed gives the same patients. */
final class FirstLine {
    private FirstLine() {}

    /** The model of all first-line drugs of a setting, each a regimen of its own. */
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
