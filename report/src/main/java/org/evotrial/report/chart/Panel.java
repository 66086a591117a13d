package org.evotrial.report.chart;

import java.util.List;

/** One strip of a picture whose strips share the horizontal scale in days. */
public sealed interface Panel permits FishPlot, RecistPanel, SeriesPanel, SharePanel, TreatmentPanel {
    /** What the strip shows. */
    String heading();

    /** Height of the strip without its heading. */
    double height();

    /** Names of the marks, drawn beside or below the heading; empty if there is nothing to tell apart. */
    List<Legend.Entry> legend();

    /** Draws the strip with its top edge at the given coordinate. */
    void draw(Svg svg, Scale days, double top);
}
