package org.evotrial.report.page;

import org.evotrial.report.chart.Chart;

/**
 * A picture with its caption.
 *
 * @param svg the picture, drawn by our own chart records, which escape every text
 * @param caption what to see in it
 */
public record Picture(String svg, String caption) {
    static Picture of(Chart chart, String caption) {
        return new Picture(chart.svg(), caption);
    }
}
