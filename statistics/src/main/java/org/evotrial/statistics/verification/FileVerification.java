package org.evotrial.statistics.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of recomputing a reference file.
 *
 * @param file its name
 * @param header its comment lines: package, version, call, conventions
 * @param rows number of its rows
 * @param columns the recomputed columns, in the order of the file
 * @param inputs the other columns: what identifies a row, or what no value was compared with
 * @param findings why it is not verified; empty if it is
 */
public record FileVerification(
        String file,
        List<String> header,
        int rows,
        List<ColumnVerification> columns,
        List<String> inputs,
        List<Finding> findings) {
    /** Keeps immutable copies. */
    public FileVerification {
        header = List.copyOf(header);
        columns = List.copyOf(columns);
        inputs = List.copyOf(inputs);
        findings = List.copyOf(findings);
    }

    /**
     * Whether every row was recomputed within its tolerance.
     *
     * @return whether there is no finding
     */
    public boolean passed() {
        return findings.isEmpty();
    }

    /**
     * How many values were compared.
     *
     * @return number of comparisons
     */
    public int comparisons() {
        return columns.stream().mapToInt(ColumnVerification::comparisons).sum();
    }

    /**
     * The comparison nearest to its limit or furthest beyond it.
     *
     * @return comparison; null if nothing was compared
     */
    public @Nullable Comparison worst() {
        return columns.isEmpty()
                ? null
                : Worst.of(columns.stream().map(ColumnVerification::worst).toList());
    }

    /**
     * The package that computed the numbers.
     *
     * @return package and version, as the comment lines name them; the first comment line where they name none
     */
    public String provenance() {
        return Provenance.of(header);
    }
}
