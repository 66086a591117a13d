package org.evotrial.patient.drug;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.jspecify.annotations.Nullable;

/**
 * How a drug combines with the others that are taken. Drugs without a group, and groups with each other, are independent in
 * the sense of Bliss (1939, doi:10.1111/j.1744-7348.1939.tb06990.x): rates of kill add, since survivals multiply, and the factors
 * on the birth rate multiply. Within a group the rule applies. An interaction changes the kill of two drugs i and j of
 * different groups by
 *
 * <pre>alpha sqrt(kill_i kill_j)</pre>
 *
 * <p>where the kills are those of each drug alone: 0 is Bliss, above 0 synergy, below 0 antagonism; at -1 two drugs of equal kill do
 * what one of them does. The sum of all kills is not less than 0.
 *
 * @param group drugs of the same group combine by {@code rule}; null: the drug is a group of its own
 * @param rule the same for all drugs of a group
 * @param interactions alpha by treatment, at least -2; said by one of the two drugs
 * @param remarks sources
 */
@Description("How a drug combines with the other drugs that a patient takes.")
public record Combination(
        @Nullable @Description("Drugs of the same group, such as those of one target, combine by the rule.")
        String group,

        @Default("\"loewe\"") @Description("Rule within the group; the same for all of its drugs.")
        Rule rule,

        @Default("{}")
        @Description(
                "Interaction with drugs outside the group: 0 Bliss, above 0 synergy, below 0 antagonism, at least -2.")
        Map<String, Double> interactions,

        @Nullable List<String> remarks)
        implements Serializable {

    /** The rule within a group. */
    public enum Rule {
        /**
         * Dose additivity (Loewe and Muischnek 1926, doi:10.1007/BF01952257): the effect E for which the doses are together one
         * dose, sum of x_i / X_i(E) = 1, where drug i alone has the effect E at the dose X_i(E). A drug whose largest effect is
         * below E adds nothing. A drug combined with itself is the same drug at the sum of the doses.
         */
        LOEWE,
        /** The larger effect (highest single agent). */
        HSA
    }
}
