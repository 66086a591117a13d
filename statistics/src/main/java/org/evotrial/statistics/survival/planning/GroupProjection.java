package org.evotrial.statistics.survival.planning;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The sum of closed forms behind {@link EventProjection}, for one group. */
final class GroupProjection {
    private static final double SMALL = 0.5;
    private static final int TERMS = 14;

    private final Accrual accrual;
    private final StepFunction event;
    private final StepFunction dropout;

    GroupProjection(Accrual accrual, EventProjection.Group group) {
        this.accrual = accrual;
        event = group.event().steps();
        dropout = group.dropout().steps();
    }

    /** Share of the planned subjects with an event by a calendar time. */
    double probability(double calendarTime) {
        double[] cuts = cuts(calendarTime);
        double sum = 0;
        for (int i = 1; i < cuts.length; i++) {
            sum += piece(calendarTime, cuts[i - 1], cuts[i]);
        }
        return sum / accrual.subjects();
    }

    /** {@code int_a^b A(c - s) h(s) S(s) ds}, where hazards are constant and A is linear between the cuts. */
    private double piece(double calendarTime, double a, double b) {
        double middle = 0.5 * (a + b);
        double hazard = event.at(middle);
        if (hazard == 0) {
            return 0;
        }
        double width = b - a;
        double survival = StrictMath.exp(-event.integral(a) - dropout.integral(a));
        double enteredByA = accrual.entered(calendarTime - a);
        double slope = (accrual.entered(calendarTime - b) - enteredByA) / width;
        double x = (hazard + dropout.at(middle)) * width;
        return hazard * survival * width * (enteredByA * zeroth(x) + slope * width * first(x));
    }

    /** {@code int_0^1 exp(-x u) du}. */
    private static double zeroth(double x) {
        return x == 0 ? 1 : -StrictMath.expm1(-x) / x;
    }

    /** {@code int_0^1 u exp(-x u) du}; by its series {@code sum (-x)^k / (k! (k + 2))} where the closed form cancels. */
    private static double first(double x) {
        if (x >= SMALL) {
            return (-StrictMath.expm1(-x) - x * StrictMath.exp(-x)) / (x * x);
        }
        double term = 1;
        double sum = 0.5;
        for (int k = 1; k <= TERMS; k++) {
            term *= -x / k;
            sum += term / (k + 2);
        }
        return sum;
    }

    private double[] cuts(double calendarTime) {
        DoubleStream changes = DoubleStream.concat(starts(event), starts(dropout));
        DoubleStream entries = DoubleStream.concat(starts(accrual.rate()), DoubleStream.of(accrual.end()))
                .map(start -> calendarTime - start);
        return DoubleStream.concat(DoubleStream.of(0, calendarTime), DoubleStream.concat(changes, entries))
                .filter(cut -> cut >= 0 && cut <= calendarTime)
                .sorted()
                .distinct()
                .toArray();
    }

    private static DoubleStream starts(StepFunction steps) {
        return IntStream.range(0, steps.pieces()).mapToDouble(steps::start);
    }
}
