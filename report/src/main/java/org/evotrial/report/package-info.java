/**
 * The HTML report of one stored run. {@link org.evotrial.report.ReportWriter} is the way in; the packages below it make the
 * text of numbers, the pictures and the view model. Nothing here simulates, reads a trial file or knows an engine: a report
 * is made from {@code results.json} and {@code provenance.json} alone, also for a run that was computed elsewhere.
 */
@NullMarked
package org.evotrial.report;

import org.jspecify.annotations.NullMarked;
