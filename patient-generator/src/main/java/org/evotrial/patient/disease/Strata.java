package org.evotrial.patient.disease;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * Biomarkers that patients have or do not have, with correlated prevalences: either prevalences and pairs (a Gaussian copula: a
 * biomarker is present where a standard normal variable lies below the quantile of its prevalence; pairs that are not named are
 * uncorrelated), or the whole joint table. They are baseline factors of the disease with the levels 0 absent and 1 present.
 *
 * @param biomarkers the biomarkers; with a joint table without prevalences
 * @param pairs pairs of correlated biomarkers
 * @param jointTable probabilities of all combinations that occur
 * @param remarks sources
 */
@Description(
        "Biomarkers that patients have or do not have, with correlated prevalences; baseline factors of the disease.")
public record Strata(
        @NotEmpty @Description("The biomarkers.") List<Biomarker> biomarkers,

        @Default("[]") @Description("Pairs of correlated biomarkers; others are independent.")
        List<Pair> pairs,

        @Default("[]") @Description("Probabilities of all combinations that occur, instead of prevalences and pairs.")
        List<Combination> jointTable,

        @Nullable List<String> remarks)
        implements Serializable {

    /**
     * A biomarker.
     *
     * @param id name, also of the baseline factor
     * @param prevalence share of patients who have it; null with a joint table
     * @param present what it changes in patients who have it
     * @param absent what differs in patients who do not have it
     * @param remarks sources
     */
    @Description("A biomarker that patients have or do not have.")
    public record Biomarker(
            @Description("Name, also of the baseline factor.") @Pattern(regexp = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
            String id,

            @Nullable @Probability @Description("Share of patients who have it; not with a joint table.")
            Double prevalence,

            @Nullable @Description("What differs in patients who have it.")
            Effects present,

            @Nullable @Description("What differs in patients who do not have it.")
            Effects absent,

            @Nullable List<String> remarks)
            implements Serializable {}

    /**
     * Factors on parameters of a patient.
     *
     * @param netGrowthFactor factor on the net growth
     * @param killFactors factors on the kill by treatment
     * @param prevalenceFactors factors on the carrier probability (empirical) or prevalence (truncal) by mechanism; the product
     *     is set to 1 where it is larger
     */
    @Description("Factors on parameters of a patient.")
    public record Effects(
            @Default("1") @Positive @Description("Factor on birth less death.")
            double netGrowthFactor,

            @Default("{}") @Description("Factor on the kill by treatment; 1 where a treatment is not named.")
            Map<String, Double> killFactors,

            @Default("{}")
            @Description("Factor on the share of patients with a mechanism before treatment, by mechanism.")
            Map<String, Double> prevalenceFactors)
            implements Serializable {}

    /**
     * Two correlated biomarkers; exactly one of {@code bothPresent} and {@code tetrachoric}.
     *
     * @param first a biomarker
     * @param second another one
     * @param bothPresent share of patients who have both
     * @param tetrachoric correlation of the normal variables behind them
     */
    @Description("Two correlated biomarkers.")
    public record Pair(
            @Description("A biomarker.") String first,
            @Description("Another biomarker.") String second,

            @Nullable @Probability @Description("Share of patients who have both.")
            Double bothPresent,

            @Nullable @Description("Tetrachoric correlation, -1 to 1; instead of bothPresent.")
            Double tetrachoric)
            implements Serializable {
        public Pair {
            if ((bothPresent == null) == (tetrachoric == null)) {
                throw new IllegalArgumentException(
                        "expected exactly one of bothPresent and tetrachoric for the pair " + first + ", " + second);
            }
            if (tetrachoric != null && !(Math.abs(tetrachoric) <= 1)) {
                throw new IllegalArgumentException("expected a tetrachoric correlation from -1 to 1 for the pair "
                        + first + ", " + second + " but found " + tetrachoric);
            }
            if (first.equals(second)) {
                throw new IllegalArgumentException(
                        "expected two different biomarkers in a pair but found twice " + first);
            }
        }
    }

    /**
     * A combination of biomarkers.
     *
     * @param present the biomarkers that are present; the others are absent
     * @param probability share of patients with just these
     */
    @Description("A combination of biomarkers and the share of patients who have just these.")
    public record Combination(
            @Description("The biomarkers that are present; the others are absent.")
            List<String> present,

            @Probability @Description("Share of patients with just these biomarkers.")
            double probability)
            implements Serializable {}

    public Strata {
        biomarkers = List.copyOf(biomarkers);
        if (!pairs.isEmpty() && !jointTable.isEmpty()) {
            throw new IllegalArgumentException("expected pairs or jointTable but found both");
        }
        for (Biomarker biomarker : biomarkers) {
            if ((biomarker.prevalence() == null) == jointTable.isEmpty()) {
                throw new IllegalArgumentException("expected a prevalence of each biomarker or a jointTable but found "
                        + (jointTable.isEmpty() ? "neither" : "both") + " for " + biomarker.id());
            }
        }
    }
}
