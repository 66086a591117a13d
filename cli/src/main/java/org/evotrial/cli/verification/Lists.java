package org.evotrial.cli.verification;

import java.util.Arrays;
import org.evotrial.statistics.verification.ReferenceRow;

/** Cells that hold one number per type, per phenotype or per pair of them, and numbers of types. */
final class Lists {
    private Lists() {}

    /**
     * Numbers separated by spaces.
     *
     * @throws IllegalArgumentException if there are more or fewer
     */
    static double[] numbers(ReferenceRow row, String column, int length) {
        double[] values = row.numbers(column);
        if (values.length != length) {
            throw new IllegalArgumentException(
                    "The %s (%s) must be %d numbers.".formatted(column, Arrays.toString(values), length));
        }
        return values;
    }

    /**
     * The number of a type, from 0 on.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    static int index(ReferenceRow row, String column, int types) {
        int type = row.integer(column);
        if (type < 0 || type >= types) {
            throw new IllegalArgumentException(
                    "The %s (%d) must be between 0 and %d.".formatted(column, type, types - 1));
        }
        return type;
    }
}
