package org.evotrial.statistics.verification;

import java.util.Set;

/** Recomputes every row of one reference file. Stateless; right for any rows of the file's shape. */
public interface ReferenceCheck {
    /**
     * The file that it recomputes.
     *
     * @return name with extension, such as {@code rpact_gs_efficacy_bounds.csv}
     */
    String file();

    /**
     * The columns that it understands, inputs and results.
     *
     * @return names; a file with another column, or without one of these, is not understood
     */
    Set<String> columns();

    /**
     * Those of {@link #columns()} that a file may leave out, as they are neither needed nor recomputed.
     *
     * @return names; none unless overridden
     */
    default Set<String> optionalColumns() {
        return Set.of();
    }

    /**
     * Files with data that the rows refer to; they lie beside the file and hold no reference values themselves.
     *
     * @return file names; none unless overridden
     */
    default Set<String> companions() {
        return Set.of();
    }

    /**
     * Recomputes the rows. Every row must be compared with or reported as failed: one that is neither is a finding too.
     *
     * @param table the file, with all required columns
     * @param findings takes the comparisons
     */
    void recompute(ReferenceTable table, Findings findings);
}
