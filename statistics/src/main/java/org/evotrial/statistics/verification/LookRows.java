package org.evotrial.statistics.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts rows together that are the looks of one design. */
final class LookRows {
    private static final String LOOK = "look";

    private LookRows() {}

    /**
     * The rows of each design in the order of its looks. Rows with equal inputs may be those of several designs (with
     * equally spaced looks and with early ones, say): the n-th row of a look then belongs to the n-th design.
     *
     * @param table a table with a column {@code look}
     * @param inputs the columns that identify a design
     * @return designs, none empty, possibly incomplete: see {@link #requireComplete}
     */
    static List<List<ReferenceRow>> designs(ReferenceTable table, String... inputs) {
        List<List<ReferenceRow>> designs = new ArrayList<>();
        for (List<ReferenceRow> group : table.groups(inputs)) {
            List<List<ReferenceRow>> alike = new ArrayList<>();
            for (ReferenceRow row : group) {
                String look = row.text(LOOK);
                alike.stream()
                        .filter(design -> design.stream()
                                .noneMatch(other -> other.text(LOOK).equals(look)))
                        .findFirst()
                        .orElseGet(() -> {
                            List<ReferenceRow> design = new ArrayList<>();
                            alike.add(design);
                            return design;
                        })
                        .add(row);
            }
            designs.addAll(alike);
        }
        return designs;
    }

    /**
     * The rows of looks 1 to {@code looks}, in this order.
     *
     * @param rows of one design
     * @param looks how many looks the design has
     * @return sorted rows
     * @throws IllegalArgumentException if a look is missing or does not belong there
     */
    static List<ReferenceRow> requireComplete(List<ReferenceRow> rows, int looks) {
        List<ReferenceRow> sorted = rows.stream()
                .sorted(Comparator.comparingInt(row -> row.integer(LOOK)))
                .toList();
        List<Integer> numbers = sorted.stream().map(row -> row.integer(LOOK)).toList();
        for (int i = 0; i < Math.max(looks, numbers.size()); i++) {
            if (i >= looks || i >= numbers.size() || numbers.get(i) != i + 1) {
                throw new IllegalArgumentException(
                        String.format("The looks (%s) of a design must be 1 to %d.", numbers, looks));
            }
        }
        return sorted;
    }

    /**
     * A column as an array, for instance of information fractions.
     *
     * @param rows in order
     * @param column of numbers
     * @return the numbers
     */
    static double[] numbers(List<ReferenceRow> rows, String column) {
        return rows.stream().mapToDouble(row -> row.number(column)).toArray();
    }
}
