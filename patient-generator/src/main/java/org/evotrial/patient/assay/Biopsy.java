package org.evotrial.patient.assay;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.evotrial.model.json.Reference;
import org.evotrial.model.json.TypeId;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Biopsy of one lesion. Clones are not well mixed, so that a small region misrepresents the lesion: its shares of the types of
 * cells are Dirichlet distributed with the lesion's shares f times kappa, hence each Beta(f kappa, (1 - f) kappa) with
 * variance f (1 - f) / (kappa + 1). A variant on one of the tumour's copies has, at purity p and ploidy P, the expected
 * fraction p f / (p P + 2 (1 - p)); mutant reads are binomial.
 *
 * <p>Without a lesion that can be reached and is large enough there is no tissue: the result is not evaluable.
 *
 * @param biomarkers what is looked for, in the order of the channels
 * @param lesion which lesion is sampled
 * @param smallestMillimetres smallest diameter that can be sampled
 * @param regions regions of the lesion that are sampled; a biomarker is positive if it is called in any, its fraction the mean
 * @param mixing kappa; 1 to 5 for segregated clones, 50 for well mixed ones
 * @param purity mean share of tumour cells in the sample, p
 * @param puritySd standard deviation of the purity, which is Beta distributed
 * @param ploidy copies of the locus in a tumour cell, P
 * @param reads reads of a locus
 * @param errorRate probability that a read of a normal copy appears mutant
 * @param minimumMutantReads fewest mutant reads of a positive call
 * @param detectionLimitVaf smallest fraction of a positive call
 * @param failureProbability probability that the sample gives no result
 * @param turnAroundDays days until the result is known
 * @param stateChange adds the channel {@code state-change}; null: none
 * @param remarks sources
 */
@TypeId("biopsy")
@Description("Biopsy of one lesion: a small sample of unevenly mixed clones, with fractions and calls of biomarkers.")
public record Biopsy(
        @Description("What is looked for, in the order of the channels.")
        @Default("[]")
        @Reference(to = Reference.Target.DISEASE_BIOMARKER)
        List<String> biomarkers,

        @Description("Which lesion is sampled.") @Default("\"largest\"")
        SampledLesion lesion,

        @Description("Smallest diameter that can be sampled.") @Default("10") @PositiveOrZero
        double smallestMillimetres,

        @Description("Regions of the lesion that are sampled; positive if called in any.")
        @Default("1")
        @Min(1)
        @Max(100)
        int regions,

        @Default("5") @Positive @Description("Mixing of the clones: 1 to 5 segregated, 50 well mixed.")
        double mixing,

        @Default("0.5") @Probability @Positive @Description("Mean share of tumour cells in the sample.")
        double purity,

        @Default("0") @PositiveOrZero @Description("Standard deviation of the share of tumour cells.")
        double puritySd,

        @Description("Copies of the locus in a tumour cell, of which one is mutant.") @Default("2") @Min(1)
        int ploidy,

        @Description("Reads of a locus.") @Default("500") @Min(1)
        int reads,

        @Default("1e-4") @Probability @Description("Probability that a read of a normal copy appears mutant.")
        double errorRate,

        @Description("Fewest mutant reads of a positive call.") @Default("3") @Min(1)
        int minimumMutantReads,

        @Description("Smallest variant allele fraction of a positive call.") @Default("0.02") @Probability
        double detectionLimitVaf,

        @Default("0.12") @Probability @Description("Probability that the sample gives no result.")
        double failureProbability,

        @Description("Days until the result is known.") @Default("14") @PositiveOrZero
        double turnAroundDays,

        @Nullable @Description("Adds the share of cells that left their first phenotype; none by default.")
        StateChange stateChange,

        @Nullable List<String> remarks)
        implements TumourAssay {
    private static final String STATE_CHANGE = "state-change";

    /** Which lesion is sampled, always among those that can be reached and are large enough. */
    public enum SampledLesion {
        /** The one with most cells. */
        LARGEST,
        /** Any, with equal probability. */
        RANDOM,
        /** The one that has grown most since its nadir, at least by 20 % in diameter; the largest if none has. */
        PROGRESSING,
        /** The primary, if it can be. */
        PRIMARY
    }

    /**
     * Early marker of a change of state: the share of the sampled tumour cells that are in another phenotype than the first,
     * counted in so many cells.
     *
     * @param cells cells counted
     * @param positiveFrom smallest share of a positive call
     */
    @Description("Share of sampled tumour cells in another phenotype than the first, counted cell by cell.")
    public record StateChange(
            @Description("Tumour cells that are counted.") @Default("500") @Min(1)
            int cells,

            @Description("Smallest share of a positive call.") @Default("0.2") @Probability
            double positiveFrom)
            implements Serializable {}

    public Biopsy {
        if (biomarkers.isEmpty() && stateChange == null) {
            throw new IllegalArgumentException("expected biomarkers or stateChange, or nothing is measured");
        }
        if (!(puritySd * puritySd < purity * (1 - purity) || puritySd == 0)) {
            throw new IllegalArgumentException("The puritySd (" + puritySd
                    + ") must be less than sqrt(purity (1 - purity)) = " + Math.sqrt(purity * (1 - purity)) + ".");
        }
    }

    @Override
    public List<String> units() {
        return channels().stream()
                .map(channel -> biomarkers.contains(channel) ? "tissue VAF" : "share")
                .toList();
    }

    /** The biomarkers, then {@code state-change} if it is asked for. */
    @Override
    public List<String> channels() {
        return stateChange == null
                ? biomarkers
                : Stream.concat(biomarkers.stream(), Stream.of(STATE_CHANGE)).toList();
    }

    /** 1: a biopsy detects nothing in plasma. */
    @Override
    public double limitOfDetection() {
        return 1;
    }

    @Override
    public CompiledAssay compile(AssayedDisease disease, String pointer) {
        int[] indices = Biomarkers.indices(biomarkers, disease, pointer);
        if (stateChange != null && disease.phenotypeCount() < 2) {
            throw new ConfigurationException(pointer + "/stateChange", "this disease has one phenotype only");
        }
        return sampled -> new BiopsySampler(this, indices, sampled);
    }

    /** Expected variant allele fraction in a sample of the given purity of which a share of tumour cells is mutant. */
    double expectedVaf(double mutantShare, double samplePurity) {
        return samplePurity * mutantShare / (samplePurity * ploidy + 2 * (1 - samplePurity));
    }
}
