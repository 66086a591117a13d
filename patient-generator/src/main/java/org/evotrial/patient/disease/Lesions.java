package org.evotrial.patient.disease;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.jspecify.annotations.Nullable;

/**
 * Lesions at baseline. The primary lies in the first organ and is measurable (at least 10 mm); metastases and occult
 * lesions are spread over the organs by their shares. Sizes are log-normal.
 *
 * @param primaryMedianCells median cells of the primary
 * @param primarySigmaLog standard deviation of its natural logarithm
 * @param meanMetastases mean of the Poisson number of metastases
 * @param metastasisMedianCells median cells of a metastasis
 * @param metastasisSigmaLog standard deviation of its natural logarithm
 * @param meanOccult mean of the Poisson number of lesions too small to be seen
 * @param occultMedianCells median cells of an occult lesion
 * @param occultSigmaLog standard deviation of its natural logarithm
 * @param maximum most lesions of a patient
 * @param largestCells most cells of a lesion
 * @param seeding how metastases are founded from the primary; null: the clones of each lesion are drawn by themselves
 * @param remarks sources
 */
@Description("Number and sizes of lesions at baseline; 1e9 cells are one cubic centimetre.")
public record Lesions(
        @Description("Median cells of the primary.") @Positive
        double primaryMedianCells,

        @Description("Standard deviation of the natural logarithm of the cells of the primary.") @PositiveOrZero
        double primarySigmaLog,

        @Description("Mean of the Poisson number of metastases.") @PositiveOrZero
        double meanMetastases,

        @Description("Median cells of a metastasis.") @Positive
        double metastasisMedianCells,

        @Description("Standard deviation of the natural logarithm of the cells of a metastasis.") @PositiveOrZero
        double metastasisSigmaLog,

        @Default("0") @PositiveOrZero @Description("Mean number of lesions below 5 mm, which imaging cannot see.")
        double meanOccult,

        @Description("Median cells of an occult lesion.") @Default("1e6") @Positive
        double occultMedianCells,

        @Description("Standard deviation of the natural logarithm of the cells of an occult lesion.")
        @Default("2")
        @PositiveOrZero
        double occultSigmaLog,

        @Description("Most lesions of a patient.") @Default("12") @Min(1) @Max(60)
        int maximum,

        @Description("Most cells of a lesion.") @Default("2e11") @Positive
        double largestCells,

        @Nullable @Description("Metastases inherit the clones of the primary; without it lesions are independent.")
        Seeding seeding,

        @Nullable List<String> remarks)
        implements Serializable {

    /** Lesions whose clones are independent. */
    public Lesions(
            double primaryMedianCells,
            double primarySigmaLog,
            double meanMetastases,
            double metastasisMedianCells,
            double metastasisSigmaLog,
            double meanOccult,
            double occultMedianCells,
            double occultSigmaLog,
            int maximum,
            double largestCells,
            @Nullable List<String> remarks) {
        this(
                primaryMedianCells,
                primarySigmaLog,
                meanMetastases,
                metastasisMedianCells,
                metastasisSigmaLog,
                meanOccult,
                occultMedianCells,
                occultSigmaLog,
                maximum,
                largestCells,
                null,
                remarks);
    }
}
