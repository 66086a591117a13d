package org.evotrial.patient.disease;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * A mechanism of resistance: what a cell can acquire at a division, and lose again. Which drugs it resists is said by the
 * drugs. It arises at a rate per division (given, or bases times the disease's rate per base) or, for a switch of lineage, per
 * day: exactly one of {@code mutationsPerDivision}, {@code targetBases} and {@code switchesPerDay}.
 *
 * @param id name
 * @param mutationsPerDivision probability that one daughter of a division acquires it
 * @param targetBases number of bases whose mutation confers it
 * @param fitnessCost relative reduction of the birth rate; negative: an advantage
 * @param preExisting how many cells have it before treatment
 * @param biomarker whether assays can report it
 * @param kind what kind of event it is
 * @param requires mechanisms without which it does not arise: a later drug generation, a compound mutation
 * @param excludes mechanisms together with which it does not arise, whichever of them comes first
 * @param cancels mechanisms, among those required, that have no effect any more in a cell that has this one; assays still see
 *     them
 * @param reversionsPerDivision probability that one daughter of a division loses it again; it is not lost from a cell with a
 *     mechanism that requires it
 * @param switchesPerDay rate per cell and day, divided or not, of a switch of lineage
 * @param onTreatmentFactor factor on the rate of a switch of lineage at full drug effect: rate times 1 + (factor - 1) times stress,
 *     where the stress is the drugs' kill of the genotype over their largest possible kill
 * @param antigenicity recognition by immune cells relative to other tumour cells
 * @param remarks sources
 */
@Description("A mechanism of resistance that a cell can acquire, and lose again.")
public record Mechanism(
        @Description("Name, to which drugs and assays refer.")
        String id,

        @Nullable @Probability @Description("Probability per division that one daughter acquires it.")
        Double mutationsPerDivision,

        @Nullable
        @Positive
        @Description(
                "Bases whose mutation confers it; times the disease's mutationsPerBasePerDivision. Instead of mutationsPerDivision.")
        Double targetBases,

        @Default("0")
        @DecimalMin("-1")
        @DecimalMax("1")
        @Description("Relative reduction of the birth rate; negative: an advantage.")
        double fitnessCost,

        @Description("How many cells have it before treatment.") @Default("{\"type\": \"closed-form\"}")
        PreExisting preExisting,

        @Default("true") @Description("Whether assays can report it.")
        boolean biomarker,

        @Default("\"point-mutation\"") @Description("Kind of event; chromosomal instability drives copy-number events.")
        Kind kind,

        @Default("[]") @Description("Mechanisms without which a cell does not acquire it.")
        List<String> requires,

        @Default("[]") @Description("Mechanisms that never occur in one cell with it.")
        List<String> excludes,

        @Default("[]") @Description("Required mechanisms that have no effect any more in cells with this one.")
        List<String> cancels,

        @Default("0") @Probability @Description("Probability per division that one daughter loses it again.")
        double reversionsPerDivision,

        @Default("0")
        @PositiveOrZero
        @Description("Rate per cell and day of a switch of lineage. Instead of mutationsPerDivision.")
        double switchesPerDay,

        @Default("1")
        @PositiveOrZero
        @Description("Factor on the rate of a switch of lineage where the drugs have their full effect.")
        double onTreatmentFactor,

        @Default("1")
        @PositiveOrZero
        @Description("Recognition by immune cells relative to other tumour cells; below 1: loss of antigens.")
        double antigenicity,

        @Nullable List<String> remarks)
        implements Serializable {

    /** What kind of event gives a mechanism to a cell. */
    public enum Kind {
        /** A mutation of one of a few bases. */
        POINT_MUTATION,
        /** A gain or loss of a chromosome segment. */
        COPY_NUMBER,
        /** A rearrangement that joins two genes. */
        FUSION,
        /** A further mutation that restores what another one changed. */
        REVERSION,
        /** A switch of lineage, which needs no mutation. */
        LINEAGE_PLASTICITY
    }

    public Mechanism {
        requires = List.copyOf(requires);
        excludes = List.copyOf(excludes);
        cancels = List.copyOf(cancels);
        int given =
                (mutationsPerDivision == null ? 0 : 1) + (targetBases == null ? 0 : 1) + (switchesPerDay > 0 ? 1 : 0);
        if (given != 1) {
            throw new IllegalArgumentException(
                    "expected exactly one of mutationsPerDivision, targetBases and switchesPerDay (above 0) for mechanism "
                            + id + " but found " + given);
        }
        if (kind != Kind.LINEAGE_PLASTICITY && (switchesPerDay > 0 || onTreatmentFactor != 1)) {
            throw new IllegalArgumentException(
                    "expected switchesPerDay and onTreatmentFactor only with kind lineage-plasticity"
                            + " but mechanism " + id + " is a " + word(kind));
        }
        if (mutationsPerDivision != null && mutationsPerDivision * onTreatmentFactor > 1) {
            throw new IllegalArgumentException(
                    "expected mutationsPerDivision times onTreatmentFactor at most 1 for mechanism " + id
                            + " but found " + mutationsPerDivision * onTreatmentFactor);
        }
        if (targetBases != null && kind != Kind.POINT_MUTATION && kind != Kind.REVERSION) {
            throw new IllegalArgumentException(
                    "expected targetBases only with kind point-mutation or reversion but mechanism " + id + " is a "
                            + word(kind));
        }
        if (!requires.containsAll(cancels)) {
            throw new IllegalArgumentException("expected the mechanisms that " + id
                    + " cancels among those that it requires but found " + cancels);
        }
        if (kind == Kind.REVERSION && cancels.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected the mechanisms that the reversion " + id + " cancels but found none");
        }
        if (requires.contains(id) || excludes.contains(id) || excludes.stream().anyMatch(requires::contains)) {
            throw new IllegalArgumentException("expected mechanism " + id
                    + " neither to require or exclude itself nor to exclude what it requires");
        }
    }

    /** A point mutation without prerequisites that is never lost. */
    public Mechanism(
            String id,
            double mutationsPerDivision,
            double fitnessCost,
            PreExisting preExisting,
            boolean biomarker,
            @Nullable List<String> remarks) {
        this(
                id,
                mutationsPerDivision,
                null,
                fitnessCost,
                preExisting,
                biomarker,
                Kind.POINT_MUTATION,
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                1,
                1,
                remarks);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Probability per division that one daughter acquires it, in [0, 1].
     *
     * @param mutationsPerBasePerDivision the disease's rate per base
     */
    public double perDivision(double mutationsPerBasePerDivision) {
        if (mutationsPerDivision != null) {
            return mutationsPerDivision;
        }
        return targetBases == null ? 0 : Math.min(1, targetBases * mutationsPerBasePerDivision);
    }
}
