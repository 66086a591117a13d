package org.evotrial.patient.drug;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evotrial.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** Groups and interactions of all drugs. Immutable. */
final class Combinations implements Serializable {
    private static final long serialVersionUID = 1;

    private static final double STRONGEST_ANTAGONISM = -2;

    private final int[] group;
    private final Combination.Rule[] rule;
    private final double[][] interaction;
    private final boolean interacting;

    Combinations(List<String> ids, List<DrugTreatment> drugs) {
        int count = drugs.size();
        List<String> names = new ArrayList<>();
        group = new int[count];
        rule = new Combination.Rule[count];
        interaction = new double[count][count];
        for (int k = 0; k < count; k++) {
            Combination combination = drugs.get(k).combination();
            String name = combination == null ? null : combination.group();
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
            group[k] = name == null ? -1 : names.indexOf(name);
            rule[k] = combination == null ? Combination.Rule.LOEWE : combination.rule();
            requireOneRule(ids.get(k), k);
        }
        boolean any = false;
        for (int k = 0; k < count; k++) {
            any |= readInteractions(k, drugs.get(k).combination(), ids);
        }
        interacting = any;
    }

    private void requireOneRule(String id, int drug) {
        for (int other = 0; other < drug; other++) {
            if (together(other, drug) && rule[other] != rule[drug]) {
                throw new ConfigurationException(
                        "/treatments/" + id + "/combination/rule", "expected the same rule for all drugs of a group");
            }
        }
    }

    private boolean readInteractions(int drug, @Nullable Combination combination, List<String> ids) {
        if (combination == null) {
            return false;
        }
        String pointer = "/treatments/" + ids.get(drug) + "/combination/interactions";
        Map<String, Double> values = combination.interactions();
        NamedFactors.require(pointer, values, ids, STRONGEST_ANTAGONISM);
        values.forEach((name, alpha) -> {
            int other = ids.indexOf(name);
            if (other == drug || together(drug, other)) {
                throw new ConfigurationException(pointer + "/" + name, "expected a drug outside the group");
            }
            if (interaction[drug][other] != 0) {
                throw new ConfigurationException(
                        pointer + "/" + name, "expected an interaction said by one of the two drugs, not by both");
            }
            interaction[drug][other] = alpha;
            interaction[other][drug] = alpha;
        });
        return !values.isEmpty();
    }

    /** Whether two drugs are of one group. */
    boolean together(int drug, int other) {
        return group[drug] >= 0 && group[drug] == group[other];
    }

    /** Whether a drug's group combines by dose additivity. */
    boolean loewe(int drug) {
        return rule[drug] == Combination.Rule.LOEWE;
    }

    /** Whether any two drugs interact. */
    boolean interacting() {
        return interacting;
    }

    /** Interaction of two drugs, 0 without. */
    double interaction(int drug, int other) {
        return interaction[drug][other];
    }
}
