package org.evotrial.patient.disease;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * The tree of clones behind the mechanisms of resistance: mutations of the trunk, which all tumour cells have; neutral branches with a
 * share of the cells at baseline; passengers as molecular clock. It changes no tumour: it says of the same cells where they
 * come from.
 *
 * @param truncalMutations names of mutations that all cells have, which assays can report
 * @param branches subclones at baseline; parents before children
 * @param passengerMutationsPerDivision neutral mutations per division in what is sequenced, both daughters together
 * @param remarks sources
 */
@Description("The tree of clones: mutations of the trunk and of branches, and passengers as a molecular clock.")
public record ClonalArchitecture(
        @Default("[]") @Description("Mutations that all tumour cells have; assays can report them.")
        List<String> truncalMutations,

        @Default("[]") @Description("Neutral subclones at baseline; parents before children.")
        List<Branch> branches,

        @Default("0") @PositiveOrZero @Description("Neutral mutations per division in what is sequenced.")
        double passengerMutationsPerDivision,

        @Nullable List<String> remarks)
        implements Serializable {

    /**
     * A subclone.
     *
     * @param id name of its mutation
     * @param parent the branch in which it arose; null: the trunk
     * @param prevalence share of patients whose tumours have it
     * @param medianFraction median share, of those cells of its parent that belong to no branch listed before
     * @param sigmaLog between-patient standard deviation of the logarithm of the share, which is at most 1
     * @param remarks sources
     */
    @Description("A neutral subclone at baseline.")
    public record Branch(
            @Description("Name of its mutation.") String id,

            @Nullable @Description("The branch in which it arose; without it the trunk.")
            String parent,

            @Default("1") @Probability @Description("Share of patients whose tumours have it.")
            double prevalence,

            @Positive
            @DecimalMax("1")
            @Description("Median share of those cells of its parent that no earlier branch has.")
            double medianFraction,

            @Default("0")
            @PositiveOrZero
            @Description("Between-patient standard deviation of the logarithm of the share.")
            double sigmaLog,

            @Nullable List<String> remarks)
            implements Serializable {}

    public ClonalArchitecture {
        truncalMutations = List.copyOf(truncalMutations);
        branches = List.copyOf(branches);
        List<String> known = new ArrayList<>(truncalMutations);
        for (Branch branch : branches) {
            if (branch.parent() != null && branches.stream().noneMatch(b -> b.id().equals(branch.parent()))) {
                throw new IllegalArgumentException(
                        "expected a branch as parent of " + branch.id() + " but found " + branch.parent());
            }
            if (branch.parent() != null && !known.contains(branch.parent())) {
                throw new IllegalArgumentException(
                        "expected the parent " + branch.parent() + " to be listed before its branch " + branch.id());
            }
            if (known.contains(branch.id())) {
                throw new IllegalArgumentException("expected different names but found twice " + branch.id());
            }
            known.add(branch.id());
        }
    }
}
