package org.evotrial.model.json;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a file.
 *
 * @param file the file as the user named it
 * @param line line, from 1; 0 if the problem has no position
 * @param column column in characters, from 1; 0 if the problem has no position
 * @param pointer JSON Pointer; empty for the whole file
 * @param expected what was expected, for example {@code one of control, experimental}
 * @param found what was found, for example {@code "cntrol"}
 * @param suggestion what to do, for example {@code did you mean "control"?}; null without a good one
 * @param code stable code that the docs list, for example {@code E-CFG-007}
 */
public record Problem(
        String file,
        int line,
        int column,
        String pointer,
        String expected,
        String found,
        @Nullable String suggestion,
        String code) {}
