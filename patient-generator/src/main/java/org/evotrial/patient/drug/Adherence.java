package org.evotrial.patient.drug;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * Share of the doses that patients take: a patient's own share is beta distributed with the mean and standard deviation. With
 * periods, the number taken of the n = periodDays dosesPerDay doses of each period is Binomial(n, share); the relative dose of the
 * period is that number over n. Without, it is the patient's share at all times.
 *
 * @param meanShare mean of the patients' shares
 * @param standardDeviation their standard deviation, below sqrt(mean (1 - mean))
 * @param periodDays length of the periods, which count from the patient's day 0; null: no periods
 * @param dosesPerDay doses per day
 * @param remarks sources
 */
@Description("Share of the doses of a drug that patients take.")
public record Adherence(
        @Probability @Positive @Description("Mean of the patients' shares.")
        double meanShare,

        @Default("0") @PositiveOrZero @Description("Standard deviation of the patients' shares (beta distributed).")
        double standardDeviation,

        @Nullable
        @Positive
        @Description("Length of periods in which the number of doses taken varies; without it, the share is constant.")
        Double periodDays,

        @Default("1") @Positive @Description("Doses per day.")
        double dosesPerDay,

        @Nullable List<String> remarks)
        implements Serializable {
    public Adherence {
        double largest = meanShare * (1 - meanShare);
        if (standardDeviation > 0 && !(standardDeviation * standardDeviation < largest)) {
            throw new IllegalArgumentException(
                    "expected a standardDeviation below the square root of mean (1 - mean) = " + largest + " but found "
                            + standardDeviation);
        }
        if (periodDays != null && periodDays * dosesPerDay < 1) {
            throw new IllegalArgumentException(
                    "expected at least one dose in a period but found " + periodDays * dosesPerDay);
        }
    }

    /** Doses of a period, rounded. */
    double dosesPerPeriod() {
        return periodDays == null ? 0 : Math.rint(periodDays * dosesPerDay);
    }

    /** Sum of the parameters of the beta distribution, mean (1 - mean) / variance - 1; infinite without variance. */
    double concentration() {
        return standardDeviation == 0
                ? Double.POSITIVE_INFINITY
                : meanShare * (1 - meanShare) / (standardDeviation * standardDeviation) - 1;
    }
}
