package org.evotrial.patient.theory;

/** Domains of the arguments of this package. */
final class Admissible {
    private Admissible() {}

    static void nonNegative(String name, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "finite and not negative");
    }

    static void positive(String name, double value) {
        require(value > 0 && value < Double.POSITIVE_INFINITY, name, value, "finite and positive");
    }

    static void finite(String name, double value) {
        require(Double.isFinite(value), name, value, "finite");
    }

    static void probability(String name, double value) {
        require(value >= 0 && value <= 1, name, value, "in [0, 1]");
    }

    static void atLeast(String name, double value, double least) {
        require(value >= least && value < Double.POSITIVE_INFINITY, name, value, "finite and at least " + least);
    }

    /** Rates under which a tumour grows: 0 &le; d &lt; b. */
    static void growing(double birthPerDay, double deathPerDay) {
        nonNegative("deathPerDay", deathPerDay);
        require(
                birthPerDay > deathPerDay && birthPerDay < Double.POSITIVE_INFINITY,
                "birthPerDay",
                birthPerDay,
                "finite and above the deathPerDay (" + deathPerDay + ")");
    }

    static void require(boolean holds, String name, double value, String admissible) {
        if (!holds) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") must be " + admissible + ".");
        }
    }
}
