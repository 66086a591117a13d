package org.evotrial.spi;

import org.evotrial.spi.truth.PatientTruth;

/**
 * One virtual patient in a reusable, single-threaded workspace. Allocates nothing after warm-up.
 *
 * <p>The engine calls {@link #begin}, then any sequence of {@link #advance} and {@link #measure}. Two patients that began
 * with the same streams are the same person: as long as they are treated and measured alike they stay identical.
 */
public interface Patient {
    /** What ended an {@link #advance}. */
    enum Event {
        /** The requested day was reached. */
        NONE,
        /** The model itself declares progression (parametric models; tumour models leave progression to imaging). */
        PROGRESSION,
        /** A toxic event of grade 3 or more, after which a treatment may be discontinued. */
        TOXICITY,
        /** The patient died. */
        DEATH
    }

    /**
     * A new patient on day 0.
     *
     * @param streams the patient's random streams, positioned at their start, valid until the next call
     */
    void begin(PatientStreams streams);

    /** The level of a baseline factor, in [0, levels). */
    default int factorLevel(int factor) {
        throw new IllegalArgumentException("This patient model has no baseline factor %d.".formatted(factor));
    }

    /**
     * Lives on from the current day until an event or {@code toDay}, whichever is first.
     *
     * @param toDay days since randomisation, not before the current day; may be infinite for models that end in an event
     * @param regimen index of the regimen taken from the current day on
     * @return the day reached; {@link #event()} says why
     */
    double advance(double toDay, int regimen);

    /** What ended the last {@link #advance}. */
    Event event();

    /** Toxic events of grade 3 or more so far. */
    default int toxicEvents() {
        return 0;
    }

    /** Days of full dose of a treatment taken so far; 0 in models without doses. */
    default double cumulativeDose(int treatment) {
        return 0;
    }

    /** Days of full dose of a treatment planned so far by regimen and schedule, until toxicity ended its use. */
    default double plannedDose(int treatment) {
        return 0;
    }

    /** Dose to which toxicity has reduced a treatment, relative to full dose. */
    default double doseLevel(int treatment) {
        return 1;
    }

    /** Whether a treatment was discontinued for toxicity. */
    default boolean discontinued(int treatment) {
        return false;
    }

    /**
     * Takes a sample now.
     *
     * @param assay index of the assay
     * @param out receives the result
     */
    void measure(int assay, Measurement out);

    /** The true state now, for estimands and pictures, never for designs. */
    PatientTruth truth();
}
