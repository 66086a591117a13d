/**
 * What a run tells people in plain text, on a terminal or in a build log: progress and the table of verdicts. Nothing
 * here computes, reads files or knows where the text goes.
 */
@NullMarked
package org.evotrial.engine.text;

import org.jspecify.annotations.NullMarked;
