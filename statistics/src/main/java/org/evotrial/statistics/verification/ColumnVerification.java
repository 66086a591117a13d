package org.evotrial.statistics.verification;

/**
 * How well a column was recomputed.
 *
 * @param column name of the column
 * @param comparisons how many values were compared
 * @param worst of the comparisons the one nearest to its limit or furthest beyond it
 */
public record ColumnVerification(String column, int comparisons, Comparison worst) {}
