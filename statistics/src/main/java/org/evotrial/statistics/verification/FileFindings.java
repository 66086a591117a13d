package org.evotrial.statistics.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what a check found in one file, and notices what it left out. */
final class FileFindings implements Findings {
    private final ReferenceTable table;
    private final Map<String, List<Comparison>> comparisons = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> touched = new HashSet<>();

    FileFindings(ReferenceTable table) {
        this.table = table;
        table.columns().forEach(column -> comparisons.put(column, new ArrayList<>()));
    }

    @Override
    public void compare(ReferenceRow row, String column, double ours, Tolerance tolerance) {
        if (!row.missing(column)) {
            compare(new Comparison(row.line(), column, ours, row.number(column), tolerance));
        }
    }

    @Override
    public void compare(ReferenceRow row, String column, double[] ours, Tolerance tolerance) {
        if (row.missing(column)) {
            return;
        }
        double[] reference = row.numbers(column);
        if (reference.length != ours.length) {
            touched.add(row.line());
            add(row.line(), column, String.format("%d values must be %d.", reference.length, ours.length));
            return;
        }
        for (int i = 0; i < ours.length; i++) {
            compare(new Comparison(row.line(), column, ours[i], reference[i], tolerance));
        }
    }

    @Override
    public void compare(ReferenceRow row, String column, String ours) {
        if (row.missing(column)) {
            return;
        }
        boolean equal = ours.equals(row.text(column));
        Tolerance exact = Tolerance.absolute(0);
        record(new Comparison(row.line(), column, equal ? 1 : 0, 1, exact));
        if (!equal) {
            add(row.line(), column, String.format("ours is %s, the reference %s.", ours, row.text(column)));
        }
    }

    @Override
    public void compareNone(ReferenceRow row, String column) {
        boolean none = row.missing(column);
        record(new Comparison(row.line(), column, none ? 1 : 0, 1, Tolerance.absolute(0)));
        if (!none) {
            add(row.line(), column, String.format("ours has no value, the reference %s.", row.text(column)));
        }
    }

    @Override
    public void failed(ReferenceRow row, RuntimeException reason) {
        touched.add(row.line());
        add(row.line(), "", "cannot be recomputed: " + said(reason));
    }

    /** What concerns the file as a whole. */
    void add(String column, String message) {
        add(0, column, message);
    }

    /** Reports the rows of which nothing was compared, and a file without rows. */
    FileVerification finish() {
        if (table.rows().isEmpty()) {
            add("", "has no rows, so nothing was verified.");
        }
        for (ReferenceRow row : table.rows()) {
            if (!touched.contains(row.line())) {
                add(row.line(), "", "was not recomputed: there is no value to compare with, or the row fits no case.");
            }
        }
        return outcome();
    }

    /** What came of it so far. */
    FileVerification outcome() {
        List<ColumnVerification> columns = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        comparisons.forEach((column, list) -> {
            if (list.isEmpty()) {
                inputs.add(column);
            } else {
                columns.add(new ColumnVerification(column, list.size(), Worst.of(list)));
            }
        });
        return new FileVerification(table.file(), table.header(), table.rows().size(), columns, inputs, findings);
    }

    static String said(RuntimeException reason) {
        String message = reason.getMessage();
        return message == null ? reason.getClass().getSimpleName() : message;
    }

    private void compare(Comparison comparison) {
        record(comparison);
        if (!comparison.holds()) {
            add(
                    comparison.line(),
                    comparison.column(),
                    String.format(
                            "ours is %s, the reference %s; the difference of %s exceeds %s.",
                            comparison.ours(),
                            comparison.reference(),
                            Differences.text(comparison.difference()),
                            Differences.text(comparison.tolerance())));
        }
    }

    private void record(Comparison comparison) {
        touched.add(comparison.line());
        comparisons.computeIfAbsent(comparison.column(), c -> new ArrayList<>()).add(comparison);
    }

    private void add(long line, String column, String message) {
        findings.add(new Finding(table.file(), line, column, message));
    }
}
