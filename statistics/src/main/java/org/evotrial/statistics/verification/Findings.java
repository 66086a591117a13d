package org.evotrial.statistics.verification;

import java.util.List;
import java.util.function.Consumer;

/** Takes what a {@link ReferenceCheck} recomputed. */
public interface Findings {
    /**
     * Compares a recomputed value with that of a row. Where the row has none (see {@link ReferenceRow#missing}) there is
     * nothing to compare and ours is not looked at.
     *
     * @param row row with the reference value
     * @param column its column
     * @param ours our value; NaN never agrees
     * @param tolerance how near ours must be
     */
    void compare(ReferenceRow row, String column, double ours, Tolerance tolerance);

    /**
     * Compares a list of values in one cell, one by one; a list of another length never agrees.
     *
     * @param row row with the reference values
     * @param column its column
     * @param ours our values
     * @param tolerance how near each must be
     */
    void compare(ReferenceRow row, String column, double[] ours, Tolerance tolerance);

    /**
     * Compares words, such as the action that a test takes.
     *
     * @param row row with the reference word
     * @param column its column
     * @param ours our word
     */
    void compare(ReferenceRow row, String column, String ours);

    /**
     * Compares the absence of a value, such as a median that is not reached: the row must have none either.
     *
     * @param row row whose cell must be missing
     * @param column its column
     */
    void compareNone(ReferenceRow row, String column);

    /**
     * A row that cannot be recomputed.
     *
     * @param row the row
     * @param reason why not
     */
    void failed(ReferenceRow row, RuntimeException reason);

    /**
     * Recomputes one row after the other; a row that throws is {@link #failed}.
     *
     * @param rows rows to recompute
     * @param recompute called with each
     */
    default void each(List<ReferenceRow> rows, Consumer<ReferenceRow> recompute) {
        for (ReferenceRow row : rows) {
            together(List.of(row), () -> recompute.accept(row));
        }
    }

    /**
     * Recomputes rows that belong together, such as the looks of a design; if that throws, all are {@link #failed}.
     *
     * @param rows rows that belong together
     * @param recompute called once
     */
    default void together(List<ReferenceRow> rows, Runnable recompute) {
        try {
            recompute.run();
        } catch (RuntimeException reason) {
            rows.forEach(row -> failed(row, reason));
        }
    }
}
