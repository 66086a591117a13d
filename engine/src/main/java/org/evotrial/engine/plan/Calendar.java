package org.evotrial.engine.plan;

/** Units of time. The engine counts in days; files and reports speak of weeks and months. */
public final class Calendar {
    /** Days per month: a twelfth of 365.25 days. */
    public static final double DAYS_PER_MONTH = 365.25 / 12;

    /** Days per year. */
    public static final double DAYS_PER_YEAR = 365.25;

    /** Days per week. */
    public static final double DAYS_PER_WEEK = 7;

    private Calendar() {}

    /** Months as days. */
    public static double days(double months) {
        return months * DAYS_PER_MONTH;
    }

    /** Days as months. */
    public static double months(double days) {
        return days / DAYS_PER_MONTH;
    }
}
