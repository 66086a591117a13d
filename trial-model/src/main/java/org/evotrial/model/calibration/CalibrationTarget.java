package org.evotrial.model.calibration;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A published figure. Its residual in the fit is (simulated - value) / SE with the larger of its own and the Monte Carlo
 * standard error, squared and multiplied by the weight.
 *
 * @param arm arm
 * @param statistic what the figure is
 * @param atMonths months since the start of treatment
 * @param mechanism mechanism of resistance
 * @param assay assay
 * @param biomarker biomarker or other channel of the assay
 * @param fall fraction of the baseline value, in (0, 1]
 * @param cells number of cells
 * @param value the published value; rates and shares in [0, 1]
 * @param standardError its standard error; null if the interval is given
 * @param interval its 95 % confidence interval; null if the standard error is given
 * @param weight multiplies its squared residual
 * @param heldBack whether it is only compared, not fitted
 * @param remarks source
 */
@Description("A published figure to be reproduced, with its standard error or 95 % confidence interval and its source.")
public record CalibrationTarget(
        @Description("The arm.") @Reference(to = Reference.Target.ARM)
        String arm,

        @Description("What the figure is.") Statistic statistic,

        @Description("Months since the start of treatment, for rates.") @Nullable @Positive
        Double atMonths,

        @Description("Mechanism of resistance, for shares at progression.") @Nullable
        String mechanism,

        @Description("Assay, for figures of a biomarker.") @Nullable @Reference(to = Reference.Target.ASSAY)
        String assay,

        @Description("Biomarker or other channel of the assay.") @Nullable
        String biomarker,

        @Description("Decline that counts, as a fraction of the baseline value.") @Nullable @Positive @Probability
        Double fall,

        @Description("Number of tumour cells that counts as none.") @Nullable @PositiveOrZero
        Double cells,

        @Description("The published value; rates and shares in [0, 1].")
        double value,

        @Description("Standard error of the value; either this or the interval.") @Nullable @Positive
        Double standardError,

        @Description("95 % confidence interval of the value, lower and upper limit; instead of standardError.")
        @Nullable
        @Size(min = 2, max = 2)
        List<Double> interval,

        @Description("Multiplies the squared residual of this target in the fit.") @Default("1") @Positive
        double weight,

        @Description("Only compared with the fit, not fitted.") @Default("false")
        boolean heldBack,

        @Description("Source of the figure, and comments.") @Nullable
        List<String> remarks)
        implements Serializable {
    /** Width of a 95 % interval of a normal estimate in standard errors. */
    private static final double WIDTH_95 = 2 * 1.959963984540054;

    public CalibrationTarget {
        require(
                statistic.needsMonths() || (statistic.admitsMonths() && atMonths != null),
                atMonths,
                "atMonths",
                statistic);
        require(statistic.needsMechanism(), mechanism, "mechanism", statistic);
        require(statistic.needsChannel(), assay, "assay", statistic);
        require(statistic.needsChannel(), biomarker, "biomarker", statistic);
        require(statistic.needsFall(), fall, "fall", statistic);
        require(statistic.needsCells(), cells, "cells", statistic);
        if (statistic.share() && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("expected a value between 0 and 1 for %s but found %s%s"
                    .formatted(
                            word(statistic),
                            Wording.number(value),
                            value > 1 && value <= 100 ? "; percentages are written as fractions" : ""));
        }
        if ((standardError == null) == (interval == null)) {
            throw new IllegalArgumentException("expected either standardError or interval (95 %%) but found %s"
                    .formatted(interval == null ? "neither" : "both"));
        }
        if (interval != null
                && !(interval.get(0) < interval.get(1) && interval.get(0) <= value && value <= interval.get(1))) {
            throw new IllegalArgumentException("expected an interval around the value %s but found %s to %s"
                    .formatted(
                            Wording.number(value), Wording.number(interval.get(0)), Wording.number(interval.get(1))));
        }
    }

    private static void require(boolean needed, @Nullable Object given, String name, Statistic statistic) {
        if (needed != (given != null)) {
            throw new IllegalArgumentException(
                    needed
                            ? "expected %s for the statistic %s but found nothing".formatted(name, word(statistic))
                            : "expected no %s for the statistic %s but found %s"
                                    .formatted(name, word(statistic), given));
        }
    }

    private static String word(Statistic statistic) {
        return statistic.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The published standard error, from the interval if only that is known. */
    public double error() {
        return interval == null
                ? (standardError == null ? Double.NaN : standardError)
                : (interval.get(1) - interval.get(0)) / WIDTH_95;
    }

    /** What the figure is, for tables: {@code pfs-rate at 12 months}. */
    public String label() {
        List<String> words = new ArrayList<>(List.of(word(statistic)));
        if (mechanism != null) {
            words.add(mechanism);
        }
        if (biomarker != null) {
            words.add("%s by %s".formatted(biomarker, assay));
        }
        if (fall != null) {
            words.add("of " + Wording.number(fall));
        }
        if (cells != null) {
            words.add(Wording.number(cells));
        }
        if (atMonths != null) {
            words.add("at %s months".formatted(Wording.number(atMonths)));
        }
        return String.join(" ", words);
    }
}
