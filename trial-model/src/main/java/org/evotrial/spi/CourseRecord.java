package org.evotrial.spi;

/**
 * What the trial recorded of one patient from randomisation until death, loss to follow-up or the horizon. Days since
 * randomisation; infinity means that it was not observed.
 */
public interface CourseRecord {
    /** Day of death, or infinity. */
    double deathDay();

    /** Day on which observation ended: death, drop-out or the horizon. */
    double lastDay();

    /** Day of the first recorded progression, whatever the treatment. */
    double firstProgressionDay();

    /**
     * Day of the second recorded progression: the first one on a line of treatment that began on or after the day of the first
     * progression.
     */
    double secondProgressionDay();

    /** Day of the first recorded progression in the central nervous system. */
    double firstCnsProgressionDay();

    /** The regimen at randomisation. */
    int initialRegimen();

    /** Day of the first progression recorded while on the regimen; infinity if none or never on it. */
    double progressionDayOn(int regimen);

    /** First day on the regimen, or infinity. */
    double startDayOn(int regimen);

    /** Day on which the regimen was last left; infinity if it never was taken or was still taken at the end. */
    default double stopDayOn(int regimen) {
        return Double.POSITIVE_INFINITY;
    }

    /** Days spent on the regimen. */
    double daysOn(int regimen);

    /** Day of the sample of the first positive result of an assay's channel, or infinity. */
    double firstPositiveDay(int assay, int channel);

    /** Day of the first assessment with an objective response (complete or partial, unconfirmed) on the first line of treatment, or infinity. */
    double firstResponseDay();

    /**
     * Day on which an objective response on the first line of treatment was confirmed: the first assessment with a response at
     * least four weeks after another since which no assessment lacked it; infinity if none was.
     */
    default double confirmedResponseDay() {
        return Double.POSITIVE_INFINITY;
    }

    /** Best response on the first line of treatment. */
    Response bestResponse();
}
