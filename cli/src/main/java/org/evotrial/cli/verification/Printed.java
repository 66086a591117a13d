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

    /** The limit of {@link #tolerance}. */
    static double error(ReferenceRow row, String column, double relative) {
        if (row.missing(column)) {
            return 0;
        }
        double value = row.number(column);
        double lastDigit =
                Double.isFinite(value) ? new BigDecimal(row.text(column)).ulp().doubleValue() : 0;
        return 0.5000001 * lastDigit + relative * Math.abs(value);
    }
}
