package org.evotrial.statistics.verification;

/**
 * Why a file is not verified.
 *
 * @param file name of the file
 * @param line line of the file, from 1; 0 where it concerns the file as a whole
 * @param column column; empty where it concerns a whole row
 * @param message what is wrong, with the values
 */
public record Finding(String file, long line, String column, String message) {
    /** {@code file:line: column: message}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (column.isEmpty() ? "" : ": " + column) + ": " + message;
    }
}
