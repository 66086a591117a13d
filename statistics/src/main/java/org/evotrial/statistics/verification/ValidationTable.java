package org.evotrial.statistics.verification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Writes outcomes as a table of Markdown. Numbers are rounded, so that every machine writes the same. */
public final class ValidationTable {
    private static final String LEGEND = """

            Per column of each reference file: how many values were compared and, of the one nearest to its tolerance, our
            value, that of the reference, and their difference on the scale of the tolerance (absolute, relative to
            the reference value, or in Monte Carlo standard errors of the difference where a value is simulated).

            """;

    private ValidationTable() {}

    /**
     * A page with one row per recomputed column, and a list of the other columns.
     *
     * @param introduction heading and text above the table, ends with a line break
     * @param outcomes what came of the files
     * @return page
     */
    public static String markdown(String introduction, List<FileVerification> outcomes) {
        StringBuilder page = new StringBuilder(introduction).append(LEGEND);
        page.append("| file | rows | package | column | values | ours | reference | difference | tolerance |\n");
        page.append("|---|---|---|---|---|---|---|---|---|\n");
        for (FileVerification outcome : outcomes) {
            for (ColumnVerification column : outcome.columns()) {
                Comparison worst = column.worst();
                row(
                        page,
                        "`" + outcome.file() + "`",
                        Integer.toString(outcome.rows()),
                        outcome.provenance(),
                        column.column(),
                        Integer.toString(column.comparisons()),
                        value(worst.ours()),
                        value(worst.reference()),
                        Differences.text(worst.difference()),
                        Differences.text(worst.tolerance()));
            }
        }
        page.append(
                "\nColumns that identify a row, or with which nothing is compared:\n\n| file | columns |\n|---|---|\n");
        for (FileVerification outcome : outcomes) {
            row(page, "`" + outcome.file() + "`", String.join(", ", outcome.inputs()));
        }
        return page.toString();
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Nine significant digits. */
    static String value(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(9)).stripTrailingZeros();
        return Math.abs(value) < 1e-4 || Math.abs(value) >= 1e9 ? rounded.toString() : rounded.toPlainString();
    }
}
