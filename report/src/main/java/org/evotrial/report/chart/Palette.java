package org.evotrial.report.chart;

/** The colours of the page's style sheet by number: classes {@code c0} to {@code c7}, apart also for colour-blind readers. */
final class Palette {
    /** How many colours there are; more series than that begin again. */
    private static final int SIZE = 8;

    private Palette() {}

    /** Class of a series. */
    static String series(int index) {
        return "c" + index % SIZE;
    }
}
