/**
 * Pictures as records that render themselves to SVG. They are deterministic, escape every text, take their colours from the
 * page's style sheet and know nothing of a run or of the page that holds them.
 */
@NullMarked
package org.evotrial.report.chart;

import org.jspecify.annotations.NullMarked;
