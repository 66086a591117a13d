package org.evotrial.statistics.survival.planning;

import java.io.Serializable;
import org.evotrial.statistics.Admissible;

/**
 * How subjects enter: at a rate that is constant within each of several periods, evenly within a period, until the last
 * period ends. Immutable. Expectations here are those of entry times spread evenly; a simulation with one subject each
 * {@code 1 / rate} or with a Poisson process has looks some hundredths of a month earlier or later.
 */
public final class Accrual implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double ROUNDING = 1e-12;

    private final StepFunction rate;
    private final double end;

    private Accrual(StepFunction rate, double end) {
        this.rate = rate;
        this.end = end;
    }

    /**
     * A constant rate.
     *
     * @param subjects in all, positive; need not be whole
     * @param duration of accrual, positive
     * @return accrual of {@code subjects / duration} per time unit
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public static Accrual uniform(double subjects, double duration) {
        double rate = Admissible.positive("subjects", subjects) / Admissible.positive("duration", duration);
        return piecewise(new double[] {0}, new double[] {rate}, duration);
    }

    /**
     * Rates by periods.
     *
     * @param starts where each period begins, ascending strictly from 0
     * @param rates subjects per time unit, zero or positive, as many
     * @param end end of the last period, after its start
     * @return accrual
     * @throws IllegalArgumentException if an argument is not admissible or nobody enters
     */
    public static Accrual piecewise(double[] starts, double[] rates, double end) {
        StepFunction rate = StepFunction.of("rates", starts, rates);
        Admissible.finite("end", end);
        if (!(end > starts[starts.length - 1] && rate.integral(end) > 0)) {
            throw new IllegalArgumentException(String.format(
                    "The end (%s) must lie after the start (%s) of the last period, and somebody must enter before it.",
                    end, starts[starts.length - 1]));
        }
        return new Accrual(rate, end);
    }

    /**
     * Subjects in all.
     *
     * @return expected number when accrual has ended
     */
    public double subjects() {
        return rate.integral(end);
    }

    /**
     * Subjects who have entered by a calendar time.
     *
     * @param calendarTime from the start of accrual; nobody before 0
     * @return expected number, rising to {@link #subjects()}
     */
    public double entered(double calendarTime) {
        return rate.integral(Math.min(end, calendarTime));
    }

    /**
     * When a number of subjects have entered.
     *
     * @param number positive, at most {@link #subjects()}; rounding is forgiven
     * @return calendar time
     * @throws IllegalArgumentException if the number is out of reach
     */
    public double timeOf(double number) {
        if (!(number > 0 && number <= subjects() * (1 + ROUNDING))) {
            throw new IllegalArgumentException(String.format(
                    "The number (%s) must be positive and at most all subjects (%s).", number, subjects()));
        }
        return Math.min(end, rate.inverseIntegral(number));
    }

    /**
     * When accrual ends.
     *
     * @return calendar time
     */
    public double end() {
        return end;
    }

    /**
     * The same pattern with another number of subjects in all: every rate is scaled.
     *
     * @param subjects positive
     * @return accrual with the same end
     * @throws IllegalArgumentException if the number is not positive and finite
     */
    public Accrual withSubjects(double subjects) {
        return new Accrual(rate.times(Admissible.positive("subjects", subjects) / subjects()), end);
    }

    StepFunction rate() {
        return rate;
    }
}
