package org.evotrial.spi;

/** What the trial knows of one patient at a moment at which a policy may act. */
public interface PatientView {
    /** What is new. */
    enum News {
        /** A result of {@link #assay()} became available; {@link #result()} holds it. */
        RESULT,
        /** Progression was recorded on the current line, by imaging or clinically. */
        PROGRESSION,
        /** A treatment of the current regimen was discontinued for toxicity: it is not given any more, in any regimen. */
        DISCONTINUATION
    }

    /** What is new. */
    News news();

    /** Now, days since randomisation. */
    double day();

    /** The current regimen. */
    int regimen();

    /** Whether every treatment of the current regimen was discontinued for toxicity. */
    default boolean regimenDiscontinued() {
        return false;
    }

    /** Whether the current line is over: progression on it was recorded, or all its treatments were discontinued for toxicity. */
    default boolean lineEnded() {
        return switch (news()) {
            case PROGRESSION -> true;
            case DISCONTINUATION -> regimenDiscontinued();
            case RESULT -> false;
        };
    }

    /** Day on which the current regimen was started. */
    double regimenSince();

    /** The assay whose result became available; only with {@link News#RESULT}. */
    int assay();

    /** The result that became available; only with {@link News#RESULT}. */
    Measurement result();

    /** Day on which the sample of {@link #result()} was taken. */
    double sampleDay();

    /** The first result of the same assay (the baseline sample); equal to {@link #result()} at the first. */
    Measurement baseline();

    /** The policy's memory of this patient, zeros at randomisation. */
    double[] memory();
}
