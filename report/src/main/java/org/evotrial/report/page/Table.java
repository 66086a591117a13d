package org.evotrial.report.page;

import java.util.List;

/**
 * A table ready to print.
 *
 * @param caption what it holds
 * @param corner heading of the row headings
 * @param columns headings of the columns
 * @param groups its rows in groups
 */
public record Table(String caption, String corner, List<Column> columns, List<Group> groups) {
    /** A column: heading, a small line below it, and whether its cells are numbers. */
    public record Column(String heading, String note, boolean numeric) {
        static Column number(String heading) {
            return new Column(heading, "", true);
        }

        static Column text(String heading) {
            return new Column(heading, "", false);
        }

        /** Class of its cells. */
        public String style() {
            return numeric ? "number" : "words";
        }
    }

    /** Rows under a common heading, which may be empty; the level is {@code topic} or {@code metric}. */
    public record Group(String title, String level, List<Row> rows) {}

    /** A row: heading, a small line below it, and one cell per column. */
    public record Row(String heading, String note, List<Cell> cells) {}

    /**
     * A cell.
     *
     * @param text what is read first
     * @param note a small line below, or empty
     * @param print a further line that only paper shows, because a screen has the tooltip
     * @param tooltip the whole story, or empty
     * @param style class
     */
    public record Cell(String text, String note, String print, String tooltip, String style) {
        static Cell words(String text) {
            return new Cell(text, "", "", "", "words");
        }

        static Cell number(String text) {
            return new Cell(text, "", "", "", "number");
        }
    }

    /** A table of one group without a heading. */
    static Table of(String caption, String corner, List<Column> columns, List<Row> rows) {
        return new Table(caption, corner, columns, rows.isEmpty() ? List.of() : List.of(new Group("", "topic", rows)));
    }

    /** How many columns a group heading spans. */
    public int width() {
        return columns.size() + 1;
    }

    /** True if there is nothing to show. */
    public boolean isEmpty() {
        return groups.isEmpty();
    }
}
