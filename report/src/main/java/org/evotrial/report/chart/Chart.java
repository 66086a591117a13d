package org.evotrial.report.chart;

/** A picture that renders itself. */
public interface Chart {
    /** What the picture shows, in a few words: its accessible name. */
    String title();

    /** The picture in a sentence or two, for readers who cannot see it. */
    String description();

    /** The picture as one {@code svg} element, well-formed and without identifiers, so that a page may hold any number of them. */
    String svg();
}
