package org.evotrial.spi;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The trial's data at a cut-off, as columns over the randomised patients in order of randomisation. The arrays belong to
 * the engine, may be longer than {@link #size()} and must not be modified.
 */
public interface LookData {
    /** Index of the look, from 0. */
    int look();

    /** True at the last planned look, or when the trial cannot continue. */
    boolean last();

    /** Calendar day of the data cut-off. */
    double cutOffDay();

    /** Number of patients randomised by the cut-off. */
    int size();

    /** Arm of each patient. */
    int[] arm();

    /** Stratum of each patient, 0 without stratification. */
    int[] stratum();

    /** Calendar day of randomisation of each patient. */
    double[] randomisedDay();

    /** Observed time of an endpoint: day of the event or of censoring, since randomisation. */
    double[] time(int endpoint);

    /** Whether {@link #time} is an event, else it is censored. */
    boolean[] event(int endpoint);

    /** Number of events of an endpoint at the cut-off. */
    int events(int endpoint);

    /** Random numbers of the analysis at this replicate, for methods that need them. */
    UniformRandomProvider random();
}
