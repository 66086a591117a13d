package org.evotrial.statistics.verification;

/** A check of a file whose rows each stand for themselves. */
public interface RowCheck extends ReferenceCheck {
    /**
     * Recomputes a row.
     *
     * @param row the row
     * @param findings takes the comparisons
     */
    void compare(ReferenceRow row, Findings findings);

    @Override
    default void recompute(ReferenceTable table, Findings findings) {
        findings.each(table.rows(), row -> compare(row, findings));
    }
}
