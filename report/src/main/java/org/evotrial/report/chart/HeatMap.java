package org.evotrial.report.chart;

import java.util.List;
import org.evotrial.report.figure.Figure;

/**
 * One quantity over a grid: every cell a colour, its number and its Monte Carlo standard error.
 *
 * @param title accessible name
 * @param columnLabel what varies from left to right
 * @param columns values from left to right
 * @param rowLabel what varies from top to bottom; empty with one axis only
 * @param rows values from top to bottom; one empty text with one axis only
 * @param cells row by row
 */
public record HeatMap(
        String title,
        String columnLabel,
        List<String> columns,
        String rowLabel,
        List<String> rows,
        List<List<Cell>> cells)
        implements Chart {
    private static final double CELL_HEIGHT = 46;
    private static final double TOP = 46;
    private static final double NARROW = 62;
    private static final double WIDE = 96;
    private static final double LETTER = 7.4;

    /**
     * One cell.
     *
     * @param value what colours it; NaN if not measured
     * @param mcse Monte Carlo standard error of the value
     * @param figure what is written in it
     */
    public record Cell(double value, double mcse, Figure figure) {
        /** A cell that was not simulated. */
        public static final Cell EMPTY = new Cell(Double.NaN, Double.NaN, Figure.MISSING);
    }

    public HeatMap {
        if (cells.size() != rows.size() || cells.stream().anyMatch(row -> row.size() != columns.size())) {
            throw new IllegalArgumentException(
                    "The heat map %s needs %d rows of %d cells.".formatted(title, rows.size(), columns.size()));
        }
    }

    @Override
    public String description() {
        return "Columns: %s. Rows: %s. Every cell holds the estimate with its Monte Carlo standard error in parentheses."
                .formatted(columnLabel, rowLabel.isEmpty() ? "none" : rowLabel);
    }

    @Override
    public String svg() {
        double left = rowLabel.isEmpty() ? 0 : 36 + Math.min(110, Math.max(30, longest(rows)));
        double cellWidth = Math.max(NARROW, Math.min(WIDE, (520 - left) / columns.size()));
        double width = Math.max(left + cellWidth * columns.size(), 240);
        Svg svg = Svg.picture(this, width + 2, TOP + CELL_HEIGHT * rows.size() + 2);
        double middle = left + cellWidth * columns.size() / 2;
        svg.text(middle, 14, "middle", "axis-label", columnLabel);
        for (int column = 0; column < columns.size(); column++) {
            svg.text(left + cellWidth * (column + 0.5), TOP - 9, "middle", "tick strong", columns.get(column));
        }
        if (!rowLabel.isEmpty()) {
            drawRowLabels(svg, left);
        }
        double[] range = range();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                double x = left + cellWidth * column;
                drawCell(svg, cells.get(row).get(column), x, TOP + CELL_HEIGHT * row, cellWidth, range);
            }
        }
        return svg.finish();
    }

    private void drawRowLabels(Svg svg, double left) {
        double middle = TOP + CELL_HEIGHT * rows.size() / 2;
        int characters = Math.max(8, (int) (CELL_HEIGHT * rows.size() / LETTER));
        List<String> lines = FlowChart.wrapped(rowLabel, characters);
        for (int line = 0; line < Math.min(2, lines.size()); line++) {
            String place = "translate(" + Svg.number(11 + 15 * line) + " " + Svg.number(middle) + ") rotate(-90)";
            svg.open("text", "class", "axis-label", "text-anchor", "middle", "transform", place);
            svg.content(Svg.shortened(lines.get(line), characters)).close();
        }
        for (int row = 0; row < rows.size(); row++) {
            double y = TOP + CELL_HEIGHT * (row + 0.5) + 4;
            svg.text(left - 9, y, "end", "tick strong", Svg.shortened(rows.get(row), 16));
        }
    }

    private static void drawCell(Svg svg, Cell cell, double x, double y, double width, double[] range) {
        double share = Double.isNaN(cell.value()) ? Double.NaN : (cell.value() - range[0]) / (range[1] - range[0]);
        String ink = share > 0.72 ? "on-dark" : "on-light";
        svg.open("g").tooltip(cell.figure().sentence());
        svg.element(
                "rect",
                "x",
                Svg.number(x + 1),
                "y",
                Svg.number(y + 1),
                "width",
                Svg.number(width - 2),
                "height",
                Svg.number(CELL_HEIGHT - 2),
                "rx",
                "3",
                "fill",
                Double.isNaN(share) ? "#e9eaec" : shade(share));
        boolean error = !cell.figure().error().isEmpty();
        svg.text(
                x + width / 2,
                y + (error ? 21 : 28),
                "middle",
                "cell " + ink,
                cell.figure().value());
        if (error) {
            svg.text(
                    x + width / 2,
                    y + 36,
                    "middle",
                    "cell-error " + ink,
                    "(" + cell.figure().error() + ")");
        }
        svg.close();
    }

    /** Lightest and darkest value; the range is never narrower than six standard errors, so that noise stays pale. */
    private double[] range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double error = 0;
        for (List<Cell> row : cells) {
            for (Cell cell : row) {
                if (!Double.isNaN(cell.value())) {
                    low = Math.min(low, cell.value());
                    high = Math.max(high, cell.value());
                    error = Math.max(error, Double.isNaN(cell.mcse()) ? 0 : cell.mcse());
                }
            }
        }
        double missing = 6 * error - (high - low);
        if (missing > 0) {
            low -= missing / 2;
            high += missing / 2;
        }
        return high > low ? new double[] {low, high} : new double[] {low, low + 1};
    }

    /** From nearly white to deep blue through a middle blue, evenly in lightness. */
    private static String shade(double share) {
        int[][] stops = {{0xf1, 0xf5, 0xf8}, {0x7f, 0xae, 0xcf}, {0x12, 0x46, 0x78}};
        double position = Math.max(0, Math.min(1, share)) * 2;
        int stop = position < 1 ? 0 : 1;
        double part = position - stop;
        StringBuilder colour = new StringBuilder("#");
        for (int channel = 0; channel < 3; channel++) {
            double mixed = stops[stop][channel] * (1 - part) + stops[stop + 1][channel] * part;
            String digits = Integer.toHexString((int) Math.rint(mixed));
            colour.append(digits.length() < 2 ? "0" : "").append(digits);
        }
        return colour.toString();
    }

    private static double longest(List<String> texts) {
        return texts.stream().mapToDouble(Svg::widthOf).max().orElse(0);
    }
}
