package org.evotrial.patient.disease;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.TypeId;
import org.jspecify.annotations.Nullable;

/**
 * How the births of a lesion depend on its size: births per cell and day are b times a factor, deaths d stay what they are.
 * N is the number of cells of the lesion, K its capacity.
 *
 * <p>What K means differs between the laws. Logistic and Lotka-Volterra growth take b as the birth rate in an empty lesion:
 * with deaths, growth stops at K (1 - d/b), so that a capacity near the size at baseline makes untreated lesions shrink.
 * Gompertz growth takes b as the birth rate at the lesion's size at baseline, and growth stops at K.
 */
public sealed interface GrowthLaw extends Serializable {
    /**
     * The capacity of a lesion.
     *
     * @param baselineCells its cells at baseline
     * @return cells; infinite where births do not depend on size
     */
    double capacity(double baselineCells);

    /** The longest time, in days, over which a solver may keep rates at their average. */
    double stepDays();

    /** Births do not depend on the size of the lesion. */
    @TypeId("exponential")
    @Description("Births do not depend on the size of the lesion.")
    record Exponential() implements GrowthLaw {
        @Override
        public double capacity(double baselineCells) {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public double stepDays() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** A law with a capacity, which is given in cells or as a multiple of each lesion's cells at baseline. */
    sealed interface Limited extends GrowthLaw {
        /** The capacity, the same for all lesions; null if it is relative. */
        @Nullable
        Double capacityCells();

        /** The capacity as a multiple of each lesion's cells at baseline; null if it is absolute. */
        @Nullable
        Double capacityRelativeToBaseline();

        @Override
        default double capacity(double baselineCells) {
            Double absolute = capacityCells();
            Double relative = capacityRelativeToBaseline();
            if (absolute != null) {
                return absolute;
            }
            return relative == null ? Double.POSITIVE_INFINITY : relative * baselineCells;
        }

        private static void requireOne(@Nullable Double absolute, @Nullable Double relative) {
            if ((absolute == null) == (relative == null)) {
                throw new IllegalArgumentException(
                        "expected exactly one of capacityCells and capacityRelativeToBaseline but found capacityCells = "
                                + absolute + " and capacityRelativeToBaseline = " + relative);
            }
        }
    }

    /**
     * Births b (1 - N/K): net growth at baseline is b (1 - N0/K) - d, and growth stops at K (1 - d/b).
     *
     * @param capacityCells K, the same for all lesions
     * @param capacityRelativeToBaseline K as a multiple of each lesion's cells at baseline
     * @param stepDays longest step of the solver
     * @param remarks sources
     */
    @TypeId("logistic")
    @Description(
            "Births b (1 - N/K): b is the birth rate in an empty lesion; with deaths d, growth stops at K (1 - d/b).")
    record Logistic(
            @Nullable @Positive @Description("Capacity K in cells, the same for all lesions.")
            Double capacityCells,

            @Nullable @Positive @Description("Capacity K as a multiple of each lesion's cells at baseline.")
            Double capacityRelativeToBaseline,

            @Default("7") @Positive @Description("Longest step of the solver, days.")
            double stepDays,

            @Nullable List<String> remarks)
            implements Limited {
        public Logistic {
            Limited.requireOne(capacityCells, capacityRelativeToBaseline);
        }
    }

    /**
     * Net growth of untreated sensitive cells (b - d) ln(K/N) / ln(K/N0), carried by the births: their factor is
     * d/b + (1 - d/b) ln(K/N) / max(1, ln(K/N0)). At baseline, N = N0, it is 1 and b and d hold as given; growth stops at K.
     * The 1 serves lesions found close to their capacity (N0 > K/e): they grow at (b - d) ln(K/N0) at baseline.
     *
     * @param capacityCells K, the same for all lesions
     * @param capacityRelativeToBaseline K as a multiple of each lesion's cells at baseline
     * @param stepDays longest step of the solver
     * @param remarks sources
     */
    @TypeId("gompertz")
    @Description(
            "Net growth (b - d) ln(K/N) / ln(K/N0), carried by the births: b and d hold at the size N0 at baseline;"
                    + " growth stops at K.")
    record Gompertz(
            @Nullable @Positive @Description("Capacity K in cells, the same for all lesions.")
            Double capacityCells,

            @Nullable @Positive @Description("Capacity K as a multiple of each lesion's cells at baseline.")
            Double capacityRelativeToBaseline,

            @Default("7") @Positive @Description("Longest step of the solver, days.")
            double stepDays,

            @Nullable List<String> remarks)
            implements Limited {
        public Gompertz {
            Limited.requireOne(capacityCells, capacityRelativeToBaseline);
        }
    }

    /**
     * Births of genotype i: b_i (1 - sum_j alpha_ij N_j / K). With every alpha 1 it is logistic growth.
     *
     * <p>{@code competition} names i, then j. A name is a genotype ({@code sensitive}, {@code a}, {@code a+b}) or a mechanism,
     * which stands for all genotypes that have it and are not named themselves; where several names match, their
     * coefficients are multiplied.
     *
     * @param capacityCells K, the same for all lesions
     * @param capacityRelativeToBaseline K as a multiple of each lesion's cells at baseline
     * @param competition alpha_ij: how much a cell of j takes from i, relative to a cell of i; 1 where not given
     * @param stepDays longest step of the solver
     * @param remarks sources
     */
    @TypeId("lotka-volterra")
    @Description(
            "Births of genotype i b_i (1 - sum over j of alpha_ij N_j / K): competition of genotypes for one capacity.")
    record LotkaVolterra(
            @Nullable @Positive @Description("Capacity K in cells, the same for all lesions.")
            Double capacityCells,

            @Nullable @Positive @Description("Capacity K as a multiple of each lesion's cells at baseline.")
            Double capacityRelativeToBaseline,

            @Default("{}")
            @PositiveOrZero
            @Description(
                    "Coefficients alpha by the genotype or mechanism that suffers, then by the one that it suffers from;"
                            + " 1 where not given.")
            Map<String, Map<String, Double>> competition,

            @Default("7") @Positive @Description("Longest step of the solver, days.")
            double stepDays,

            @Nullable List<String> remarks)
            implements Limited {
        public LotkaVolterra {
            Limited.requireOne(capacityCells, capacityRelativeToBaseline);
        }
    }
}
