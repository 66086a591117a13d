package org.evotrial.engine.text;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in aligned columns, for a terminal or a build log. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    /** A table with a header. */
    public TextTable(String... header) {
        columns = header.length;
        rows.add(List.of(header));
    }

    /**
     * Adds a row.
     *
     * @param cells as many as the header has
     */
    public TextTable row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    "The number of cells (%d) must be that of the header (%d).".formatted(cells.length, columns));
        }
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, each ended by a line feed, without trailing blanks. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                line.append(cell)
                        .append(" ".repeat(width(column) - cell.length()))
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
