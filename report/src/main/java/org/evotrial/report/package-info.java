/**
 * The HTML report of one stored result: a run, a virtual patient or a virtual population. {@link
 * org.evotrial.report.ReportWriter} is the way in; the packages below it make the text of numbers, the pictures and the view
 * model. Nothing here simulates, reads a trial file or knows an engine: a report is made from the files of its result alone,
 * also for one that was computed elsewhere.
 */
@NullMarked
package org.evotrial.report;

import org.jspecify.annotations.NullMarked;
