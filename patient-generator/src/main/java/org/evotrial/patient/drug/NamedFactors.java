package org.evotrial.patient.drug;

import java.util.Collection;
import java.util.Map;
import org.evotrial.spi.ConfigurationException;

/** Checks of maps from names of other blocks to numbers. */
final class NamedFactors {
    private NamedFactors() {}

    /** Every name is known and every value is finite and at least so large. */
    static void require(String pointer, Map<String, Double> values, Collection<String> names, double least) {
        values.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw new ConfigurationException(
                        pointer + "/" + name, "expected one of " + String.join(", ", names) + " but found " + name);
            }
            requireAtLeast(pointer + "/" + name, value, least);
        });
    }

    /** Every name is known and every value is positive. */
    static void requirePositive(String pointer, Map<String, Double> values, Collection<String> names) {
        require(pointer, values, names, Double.MIN_VALUE);
    }

    private static void requireAtLeast(String pointer, double value, double least) {
        if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
            String expected = least == Double.MIN_VALUE ? "a positive number" : "a number of at least " + least;
            throw new ConfigurationException(pointer, "expected " + expected + " but found " + value);
        }
    }
}
