package org.evotrial.patient.disease;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Probability;
import org.jspecify.annotations.Nullable;

/**
 * Phenotypes between which cells of any genotype switch without a mutation: drug-tolerant persisters, the waves of an
 * adaptive stress response, memory, stem-like cells.
 *
 * <p>A continuous-time Markov chain on the phenotypes, on top of births and deaths. Its rates lie between those without and
 * those on treatment: off + (on - off) x stress, with stress the relative effect of the drugs on the genotype (kill over the
 * largest possible kill, in [0, 1]). Hysteresis is structural: a way back that is not the way there.
 *
 * @param phenotypes the first is that of founders and, with what the others leave, of cells at baseline
 * @param transitions changes of phenotype
 * @param asymmetricDivisions divisions that place one daughter in another phenotype
 * @param leastStress relative drug effect below which cells are not stressed, so that resistant ones stay as they are
 * @param remarks sources
 */
@Description("Phenotypes between which cells switch without a mutation, and the rates at which they do.")
public record Plasticity(
        @Description("The phenotypes; the first is that of founders.") @NotEmpty
        List<Phenotype> phenotypes,

        @Description("Changes of phenotype.") @Default("[]") List<Transition> transitions,

        @Description("Divisions that place one daughter in another phenotype, as those of stem-like cells.")
        @Default("[]")
        List<AsymmetricDivision> asymmetricDivisions,

        @Description("Relative drug effect below which cells are not stressed.") @Default("0.1") @Probability
        double leastStress,

        @Nullable List<String> remarks)
        implements Serializable {

    /**
     * A phenotype.
     *
     * @param id name
     * @param birthFactor birth rate relative to the genotype's
     * @param deathFactor natural death rate relative to the genotype's
     * @param killFraction kill by drugs relative to the genotype's; a drug may say otherwise
     * @param baselineShare share of the cells at baseline
     * @param inheritedByMutants whether a daughter that acquires a mechanism keeps the phenotype; otherwise it begins in the
     *     first
     * @param remarks sources
     */
    @Description("A phenotype: how its cells divide, die and are killed, relative to the genotype.")
    public record Phenotype(
            @Description("Name.") String id,

            @Description("Birth rate relative to the genotype's.") @Default("1") @PositiveOrZero
            double birthFactor,

            @Description("Natural death rate relative to the genotype's.") @Default("1") @PositiveOrZero
            double deathFactor,

            @Description("Kill by drugs relative to the genotype's; a drug may say otherwise.")
            @Default("1")
            @PositiveOrZero
            double killFraction,

            @Description("Share of the cells at baseline; the first phenotype has what the others leave.")
            @Default("0")
            @Probability
            double baselineShare,

            @Description("Whether a daughter that acquires a mechanism keeps the phenotype.") @Default("false")
            boolean inheritedByMutants,

            @Nullable List<String> remarks)
            implements Serializable {}

    /**
     * A change of phenotype.
     *
     * @param from phenotype that is left
     * @param to phenotype that is entered
     * @param onTreatmentPerDay rate where the drugs have their full effect
     * @param offTreatmentPerDay rate without treatment
     * @param remarks sources
     */
    @Description("A change of phenotype with its rates on and off treatment.")
    public record Transition(
            @Description("Phenotype that is left.") String from,
            @Description("Phenotype that is entered.") String to,

            @Description("Rate where the drugs have their full effect.") @Default("0") @PositiveOrZero
            double onTreatmentPerDay,

            @Description("Rate without treatment.") @Default("0") @PositiveOrZero
            double offTreatmentPerDay,

            @Nullable List<String> remarks)
            implements Serializable {}

    /**
     * Divisions that place one daughter in another phenotype; the mother keeps hers.
     *
     * @param from phenotype of the mother
     * @param to phenotype of the daughter
     * @param probability share of the divisions; the others are symmetric (self-renewal)
     * @param remarks sources
     */
    @Description("Divisions that place one daughter in another phenotype; the others renew the phenotype.")
    public record AsymmetricDivision(
            @Description("Phenotype of the mother.") String from,
            @Description("Phenotype of the daughter.") String to,

            @Description("Share of the divisions.") @Probability
            double probability,

            @Nullable List<String> remarks)
            implements Serializable {}
}
