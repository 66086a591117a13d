package org.evotrial.engine.composition;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import org.evotrial.engine.PlannedTrialReader;
import org.evotrial.engine.Replayer;
import org.evotrial.engine.Simulator;
import org.evotrial.engine.VirtualPatients;
import org.evotrial.model.calibration.CalibrationReader;
import org.evotrial.model.json.Vocabulary;

/** evotrial, wired: where a command or a build plugin begins. */
public final class Evotrial {
    private final Injector injector;

    private Evotrial(Injector injector) {
        this.injector = injector;
    }

    /**
     * Wires evotrial with the plugins of a class loader.
     *
     * @param classLoader where plugins and library files are found
     * @throws IllegalArgumentException if two plugins offer the same type
     */
    public static Evotrial create(ClassLoader classLoader) {
        if (System.getProperty("guice_bytecode_gen_option") == null) {
            System.setProperty("guice_bytecode_gen_option", "DISABLED");
        }
        return new Evotrial(Guice.createInjector(Stage.DEVELOPMENT, new EngineModule(classLoader)));
    }

    /** Reads trial files. */
    public PlannedTrialReader reader() {
        return injector.getInstance(PlannedTrialReader.class);
    }

    /** Reads calibration files. */
    public CalibrationReader calibrationReader() {
        return injector.getInstance(CalibrationReader.class);
    }

    /** What a trial file can say: every {@code type} that the plugins offer. */
    public Vocabulary vocabulary() {
        return injector.getInstance(Vocabulary.class);
    }

    /** Simulates trials. */
    public Simulator simulator() {
        return injector.getInstance(Simulator.class);
    }

    /** Follows virtual patients outside any trial. */
    public VirtualPatients virtualPatients() {
        return injector.getInstance(VirtualPatients.class);
    }

    /** Shows single replicates and patients in full. */
    public Replayer replayer() {
        return injector.getInstance(Replayer.class);
    }
}
