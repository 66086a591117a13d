package org.evotrial.patient.drug;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scheduled dose of a drug as a piecewise constant function of the days since the start of its course. Immutable. */
final class DosingSchedule implements Serializable {
    private static final long serialVersionUID = 1;

    /** Within this many days a change has come: days are sums and differences of rounded numbers. */
    private static final double SAME_DAY = 1e-9;

    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final double cycle;
    private final double on;
    private final double end;
    private final double[] stepDay;
    private final double[] stepDose;
    private final double[] holidayFrom;
    private final double[] holidayTo;

    /** Full dose every day where there is no dosing. */
    DosingSchedule(@Nullable Dosing dosing) {
        List<Dosing.Step> steps = dosing == null ? List.of() : dosing.steps();
        List<Dosing.Holiday> holidays = dosing == null ? List.of() : dosing.holidays();
        cycle = dosing == null || dosing.cycleDays() == null ? NEVER : dosing.cycleDays();
        on = dosing == null || dosing.daysOn() == null ? NEVER : dosing.daysOn();
        end = dosing == null ? NEVER : end(dosing);
        stepDay = steps.stream().mapToDouble(Dosing.Step::fromDay).toArray();
        stepDose = steps.stream().mapToDouble(Dosing.Step::dose).toArray();
        holidayFrom = holidays.stream().mapToDouble(Dosing.Holiday::fromDay).toArray();
        holidayTo = holidays.stream().mapToDouble(Dosing.Holiday::toDay).toArray();
    }

    private static double end(Dosing dosing) {
        double byDays = dosing.maximumDays() == null ? NEVER : dosing.maximumDays();
        return dosing.maximumCycles() == null || dosing.cycleDays() == null
                ? byDays
                : Math.min(byDays, dosing.maximumCycles() * dosing.cycleDays());
    }

    /** Dose relative to full dose from a day on until the next change. */
    double dose(double day) {
        double at = day + SAME_DAY;
        boolean off = at >= end || (cycle < NEVER && at - cycle * Math.floor(at / cycle) >= on);
        for (int i = 0; i < holidayFrom.length; i++) {
            off |= at >= holidayFrom[i] && at < holidayTo[i];
        }
        if (off) {
            return 0;
        }
        double dose = 1;
        for (int i = 0; i < stepDay.length && at >= stepDay[i]; i++) {
            dose = stepDose[i];
        }
        return dose;
    }

    /** The first day after a day on which the dose may change; infinite if it does not. */
    double nextChange(double day) {
        double at = day + SAME_DAY;
        if (at >= end) {
            return NEVER;
        }
        double next = end;
        if (cycle < NEVER && on < cycle) {
            double began = cycle * Math.floor(at / cycle);
            next = Math.min(next, at < began + on ? began + on : began + cycle);
        }
        for (double change : stepDay) {
            next = change > at ? Math.min(next, change) : next;
        }
        for (int i = 0; i < holidayFrom.length; i++) {
            next = holidayFrom[i] > at ? Math.min(next, holidayFrom[i]) : next;
            next = holidayTo[i] > at ? Math.min(next, holidayTo[i]) : next;
        }
        return next;
    }
}
