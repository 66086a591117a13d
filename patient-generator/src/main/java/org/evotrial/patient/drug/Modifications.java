package org.evotrial.patient.drug;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all drugs change other than births and deaths, at full effect. Immutable. */
final class Modifications implements Serializable {
    private static final long serialVersionUID = 1;

    private static final String ANY = "*";

    private final boolean[] modifies;
    private final double[][] transition;
    private final double[] checkpoint;
    private final double[] myeloid;
    private final double[] vascular;
    private final double[] stromal;
    private final double[] capacity;
    private final boolean changeAccess;

    Modifications(List<String> ids, List<DrugTreatment> drugs, CellTypes cells) {
        int count = drugs.size();
        modifies = new boolean[count];
        transition = new double[count][cells.transitions().size()];
        checkpoint = new double[count];
        myeloid = new double[count];
        vascular = new double[count];
        stromal = new double[count];
        capacity = new double[count];
        boolean access = false;
        for (int k = 0; k < count; k++) {
            Modification m = drugs.get(k).modifies();
            modifies[k] = m != null;
            checkpoint[k] = m == null ? 0 : m.checkpointInhibition();
            myeloid[k] = m == null ? 0 : m.myeloidInhibition();
            vascular[k] = m == null ? 1 : m.vascularNormalisation();
            stromal[k] = m == null ? 1 : m.stromalProtection();
            capacity[k] = m == null ? 1 : m.carryingCapacity();
            access |= vascular[k] != 1 || stromal[k] != 1;
            readTransitions(transition[k], "/treatments/" + ids.get(k), m, cells);
        }
        changeAccess = access;
    }

    private static void readTransitions(
            double[] factors, String treatment, @Nullable Modification modification, CellTypes cells) {
        Arrays.fill(factors, 1);
        if (modification == null) {
            return;
        }
        Map<String, Double> values = modification.plasticityTransitions();
        List<String> known = new ArrayList<>();
        for (int t = 0; t < factors.length; t++) {
            CellTypes.Transition change = cells.transitions().get(t);
            for (String from : List.of(change.from(), ANY)) {
                for (String to : List.of(change.to(), ANY)) {
                    String name = from + "->" + to;
                    known.add(name);
                    factors[t] *= values.getOrDefault(name, 1.0);
                }
            }
        }
        NamedFactors.require(treatment + "/modifies/plasticityTransitions", values, known, 0);
    }

    /** Whether a drug changes anything of this kind. */
    boolean modifies(int drug) {
        return modifies[drug];
    }

    /** Whether any drug changes the access of drugs to niches. */
    boolean changeAccess() {
        return changeAccess;
    }

    /** Factor on the rate of a change of phenotype. */
    double transition(int drug, int index) {
        return transition[drug][index];
    }

    double checkpoint(int drug) {
        return checkpoint[drug];
    }

    double myeloid(int drug) {
        return myeloid[drug];
    }

    double vascular(int drug) {
        return vascular[drug];
    }

    double stromal(int drug) {
        return stromal[drug];
    }

    double capacity(int drug) {
        return capacity[drug];
    }
}
