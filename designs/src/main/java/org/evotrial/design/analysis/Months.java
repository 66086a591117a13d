package org.evotrial.design.analysis;

/** Months and days: a month is 365.25 / 12 days. */
final class Months {
    static final double DAYS = 365.25 / 12;

    private Months() {}

    /** For example {@code 18 months}, {@code 7.5 months}. */
    static String label(double months) {
        return months == Math.rint(months) ? "%d months".formatted((long) months) : "%s months".formatted(months);
    }
}
