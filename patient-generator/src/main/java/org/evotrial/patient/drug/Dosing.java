package org.evotrial.patient.drug;

import jakarta.validation.constraints.Positive;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.jspecify.annotations.Nullable;

/**
 * When and how much of a drug is taken, counted in days since the start of its course: the day on which it came into the
 * patient's regimen. The relative dose is the regimen's dose times the step's dose, on the days of the cycle, outside
 * holidays, until the course is over; each course of the drug starts anew.
 *
 * @param cycleDays length of a cycle; null: no cycles, every day
 * @param daysOn days of each cycle on which it is taken, from the first on
 * @param steps doses relative to full dose, in the order of their days; before the first, and without any, full dose
 * @param holidays periods without the drug
 * @param maximumDays length of a course; null: as long as the regimen
 * @param maximumCycles number of cycles of a course; null: as many as there are
 * @param adherence how much of it the patient takes; null: all
 * @param remarks sources
 */
@Description("When and how much of a drug is taken, in days since the drug was started.")
public record Dosing(
        @Nullable @Positive @Description("Length of a cycle; without it, the drug is taken every day.")
        Double cycleDays,

        @Nullable @Positive @Description("Days of each cycle on which it is taken, from the first on.")
        Double daysOn,

        @Default("[]") @Description("Doses relative to full dose and the days from which on they are given.")
        List<Step> steps,

        @Default("[]") @Description("Periods without the drug.")
        List<Holiday> holidays,

        @Nullable @Positive @Description("Length of a course; without it, as long as the regimen.")
        Double maximumDays,

        @Nullable @Positive @Description("Number of cycles of a course.")
        Integer maximumCycles,

        @Nullable @Description("Share of the doses that the patient takes; without it, all.")
        Adherence adherence,

        @Nullable List<String> remarks)
        implements Serializable {

    public Dosing {
        steps = List.copyOf(steps);
        holidays = List.copyOf(holidays);
        if ((cycleDays == null) != (daysOn == null)) {
            throw new IllegalArgumentException(
                    "expected cycleDays and daysOn both or neither but found " + cycleDays + " and " + daysOn);
        }
        if (cycleDays != null && daysOn != null && daysOn > cycleDays) {
            throw new IllegalArgumentException(
                    "expected daysOn at most cycleDays (" + cycleDays + ") but found " + daysOn);
        }
        if (maximumCycles != null && cycleDays == null) {
            throw new IllegalArgumentException("expected maximumCycles only with cycleDays");
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (!(step.fromDay() >= 0 && step.dose() >= 0)) {
                throw new IllegalArgumentException("expected fromDay and dose of at least 0 but found " + step);
            }
            if (i > 0 && !(step.fromDay() > steps.get(i - 1).fromDay())) {
                throw new IllegalArgumentException("expected steps in the order of their days but found "
                        + step.fromDay() + " after " + steps.get(i - 1).fromDay());
            }
        }
        for (Holiday holiday : holidays) {
            if (!(holiday.fromDay() >= 0 && holiday.toDay() > holiday.fromDay())) {
                throw new IllegalArgumentException("expected a holiday with 0 <= fromDay < toDay but found " + holiday);
            }
        }
    }

    /**
     * A dose from a day on.
     *
     * @param fromDay days since the start of the course
     * @param dose relative to full dose, at least 0
     */
    @Description("A dose from a day on.")
    public record Step(
            @Description("Days since the start of the course.")
            double fromDay,

            @Description("Dose relative to full dose.") double dose)
            implements Serializable {}

    /**
     * A period without the drug.
     *
     * @param fromDay first day without it
     * @param toDay day on which it is taken again
     */
    @Description("A period without the drug.")
    public record Holiday(
            @Description("First day without the drug, since the start of the course.")
            double fromDay,

            @Description("Day on which it is taken again.") double toDay)
            implements Serializable {}
}
