package org.evotrial.spi;

/** Receives what an analysis has to say at a look. */
public interface LookReport {
    /** Value of a metric, by its index in {@link Analysis#metrics()}; the last value given in a replicate stands. NaN: not measured. Infinite: an upper limit that the data do not reach. */
    void metric(int index, double value);

    /** Ordinate of a curve at a grid point, by index in {@link Analysis#curves()}. */
    void curve(int index, int gridPoint, double value);

    /** Decision on a hypothesis, by its index in {@link AnalysisConfiguration#hypotheses()}. */
    void decide(int hypothesis, Decision decision);

    /** What a look decides on one hypothesis. */
    enum Decision {
        /** Not decided, go on. */
        CONTINUE,
        /** The null hypothesis is rejected. */
        REJECT,
        /** Given up for futility; the null hypothesis is retained. */
        STOP_FOR_FUTILITY,
        /** Retained at the last look. */
        RETAIN
    }
}
