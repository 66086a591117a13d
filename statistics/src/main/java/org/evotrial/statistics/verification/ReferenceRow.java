package org.evotrial.statistics.verification;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * One row of a reference file.
 *
 * @param line line of the file, from 1, comment lines included
 * @param cells text by column
 */
public record ReferenceRow(long line, Map<String, String> cells) {
    private static final Pattern SPACE = Pattern.compile(" +");

    /**
     * Whether the row has no value in a column.
     *
     * @param column a column of the table
     * @return whether the cell is empty, {@code NA} or {@code NaN}
     */
    public boolean missing(String column) {
        String cell = text(column);
        return cell.isEmpty() || "NA".equals(cell) || "NaN".equals(cell);
    }

    /**
     * The text of a cell, without space around it.
     *
     * @param column a column of the table
     * @return text, possibly empty
     * @throws IllegalArgumentException if the table has no such column
     */
    public String text(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException(
                    String.format("The column (%s) must be one of %s.", column, cells.keySet()));
        }
        return cell.strip();
    }

    /**
     * A number.
     *
     * @param column a column of the table
     * @return its value; {@code Inf} and {@code -Inf} are infinities
     * @throws IllegalArgumentException if the cell is missing or no number
     */
    public double number(String column) {
        if (missing(column)) {
            throw rejected(column, text(column), "a number");
        }
        return parsed(column, text(column));
    }

    /**
     * A number where there is one.
     *
     * @param column a column of the table
     * @param otherwise value of a missing cell
     * @return the number or {@code otherwise}
     * @throws IllegalArgumentException if the cell holds something else
     */
    public double numberOr(String column, double otherwise) {
        return missing(column) ? otherwise : number(column);
    }

    /**
     * A whole number.
     *
     * @param column a column of the table
     * @return its value
     * @throws IllegalArgumentException if the cell is missing or no whole number
     */
    public int integer(String column) {
        double number = number(column);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw rejected(column, text(column), "a whole number");
        }
        return (int) number;
    }

    /**
     * A truth value.
     *
     * @param column a column of the table
     * @return whether it is true
     * @throws IllegalArgumentException if the cell is not TRUE or FALSE, in letters of any case
     */
    public boolean flag(String column) {
        String cell = text(column);
        if (!"true".equalsIgnoreCase(cell) && !"false".equalsIgnoreCase(cell)) {
            throw rejected(column, cell, "TRUE or FALSE");
        }
        return Boolean.parseBoolean(cell);
    }

    /**
     * Numbers separated by spaces.
     *
     * @param column a column of the table
     * @return the numbers, at least one
     * @throws IllegalArgumentException if the cell is missing or one of them is no number
     */
    public double[] numbers(String column) {
        if (missing(column)) {
            throw rejected(column, text(column), "numbers separated by spaces");
        }
        return SPACE.splitAsStream(text(column))
                .mapToDouble(word -> parsed(column, word))
                .toArray();
    }

    /**
     * Whole numbers separated by spaces.
     *
     * @param column a column of the table
     * @return the numbers, at least one
     * @throws IllegalArgumentException if the cell is missing or one of them is no whole number
     */
    public int[] integers(String column) {
        double[] numbers = numbers(column);
        int[] integers = new int[numbers.length];
        for (int i = 0; i < integers.length; i++) {
            integers[i] = (int) numbers[i];
            if (integers[i] != numbers[i]) {
                throw rejected(column, text(column), "whole numbers separated by spaces");
            }
        }
        return integers;
    }

    private double parsed(String column, String word) {
        try {
            return switch (word) {
                case "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(word);
            };
        } catch (NumberFormatException e) {
            IllegalArgumentException rejected = rejected(column, word, "a number");
            rejected.addSuppressed(e);
            throw rejected;
        }
    }

    private static IllegalArgumentException rejected(String column, String cell, String admissible) {
        return new IllegalArgumentException(String.format("The %s (%s) must be %s.", column, cell, admissible));
    }
}
