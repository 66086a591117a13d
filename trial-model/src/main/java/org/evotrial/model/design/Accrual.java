package org.evotrial.model.design;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.jspecify.annotations.Nullable;

/**
 * When patients are randomised: piecewise constant rate over calendar time.
 *
 * @param pattern how single arrivals lie within the rate
 * @param periods the periods in order; the last one goes on until the sample size is reached
 * @param remarks sources
 */
@Description("When patients arrive: a piecewise constant accrual rate.")
public record Accrual(
        @Description("How single arrivals lie within the rate.") @Default("\"poisson\"")
        Pattern pattern,

        @Description("The periods in order; the last one goes on until the sample size is reached.") @NotEmpty
        List<Period> periods,

        @Description("Sources of the numbers, and comments.") @Nullable
        List<String> remarks)
        implements Serializable {
    public Accrual {
        for (int i = 0; i < periods.size() - 1; i++) {
            if (periods.get(i).months() == null) {
                throw new IllegalArgumentException(
                        "expected months for every period of accrual but the last but found none for period "
                                + (i + 1));
            }
        }
        if (!periods.isEmpty() && periods.get(periods.size() - 1).patientsPerMonth() == 0) {
            throw new IllegalArgumentException("expected a positive patientsPerMonth in the last period but found 0");
        }
    }

    /** How single arrivals lie within the rate. Conventions move look times by hundredths of months, so they are named. */
    public enum Pattern {
        /** Arrival i of a constant rate r at (i + 1) / r: the convention of rpact's simulations. */
        EVENLY_SPACED,
        /** A Poisson process of the given rate. */
        POISSON
    }

    /**
     * A period of constant accrual.
     *
     * @param months length; ignored (may be null) for the last period
     * @param patientsPerMonth rate
     */
    @Description("A period of constant accrual rate.")
    public record Period(
            @Description("Length of the period; may be left out for the last one.") @Nullable @Positive
            Double months,

            @Description("Patients randomised per month.") @PositiveOrZero
            double patientsPerMonth)
            implements Serializable {}
}
