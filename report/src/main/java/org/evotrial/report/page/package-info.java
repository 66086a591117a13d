/**
 * The view model of the report: one record per section, built from a stored run, with every text ready to print. Templates
 * only walk over it; no arithmetic and no choice of digits is left to them.
 */
@NullMarked
package org.evotrial.report.page;

import org.jspecify.annotations.NullMarked;
