package org.evotrial.report.figure;

/** What a metric is about; tables are divided by it. */
public enum Topic {
    DECISIONS("Decisions"),
    SIZE("Size and time"),
    EFFICACY("Efficacy as estimated by the trial"),
    TREATMENT("Treatment and monitoring"),
    EVOLUTION("Tumour evolution"),
    OTHER("Further quantities"),
    TECHNICAL("Test statistics, limits of intervals, standard errors");

    private final String title;

    Topic(String title) {
        this.title = title;
    }

    /** Heading of its part of a table. */
    public String title() {
        return title;
    }
}
