/** Judges acceptance rules against stored results. What was not measured fails. */
@NullMarked
package org.evotrial.engine.acceptance;

import org.jspecify.annotations.NullMarked;
