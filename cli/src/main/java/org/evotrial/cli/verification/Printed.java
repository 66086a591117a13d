package org.evotrial.cli.verification;

import java.math.BigDecimal;
import org.evotrial.statistics.verification.ReferenceRow;
import org.evotrial.statistics.verification.Tolerance;

/** Tolerances for values that are printed with few digits. */
final class Printed {
    private Printed() {}

    /**
     * Half a unit of the last digit that the cell prints, and beside it a relative error.
     *
     * @param row row
     * @param column column of the value; a missing one is not compared, so that any tolerance will do
     * @param relative admissible error relative to the value
     * @return tolerance
     */
    static Tolerance tolerance(ReferenceRow row, String column, double relative) {
        return Tolerance.absolute(error(row, column, relative));
    }

    /**
     * The same for the numbers of one cell: of them, half a unit of the last digit of the one that is printed with the fewest.
     *
     * @param row row
     * @param column column of numbers separated by spaces
     * @param relative admissible error relative to each value
     * @return tolerance
     */
    static Tolerance toleranceOfList(ReferenceRow row, String column, double relative) {
        double largest = 0;
        for (String word : row.text(column).split(" +", -1)) {
            largest = Math.max(largest, error(word, relative));
        }
        return Tolerance.absolute(largest);
    }

    /** The limit of {@link #tolerance}. */
    static double error(ReferenceRow row, String column, double relative) {
        return row.missing(column) || Double.isInfinite(row.number(column)) ? 0 : error(row.text(column), relative);
    }

    private static double error(String word, double relative) {
        BigDecimal printed = new BigDecimal(word);
        return 0.5000001 * printed.ulp().doubleValue() + relative * Math.abs(printed.doubleValue());
    }
}
