package org.evotrial.engine.calibration;

/** Is told how far a calibration is. Called from one thread; must return quickly. Nothing of it reaches the results. */
public interface CalibrationProgress {
    /** A listener that does nothing. */
    CalibrationProgress SILENT = new CalibrationProgress() {};

    /** A stage begins: its name, and the most evaluations it can take. */
    default void stageStarted(String stage, int evaluations) {}

    /** The virtual cohort was simulated: evaluations so far, and the smallest sum of squared residuals so far. */
    default void evaluated(int evaluations, double least) {}
}
