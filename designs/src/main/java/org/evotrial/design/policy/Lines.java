package org.evotrial.design.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.evotrial.model.design.RegimenChoice;
import org.evotrial.spi.TrialIndex;

/** Lines of treatment, which several policies have in common. */
final class Lines {
    private Lines() {}

    static int[] compile(List<RegimenChoice> regimens, TrialIndex index) {
        return regimens.stream().mapToInt(r -> index.regimen(r.regimen())).toArray();
    }

    /** For example {@code gefitinib until progression, then osimertinib until progression, then chemotherapy}. */
    static String sentence(List<RegimenChoice> regimens) {
        return regimens.stream().map(r -> r.regimen().label()).collect(Collectors.joining(" until progression, then "));
    }
}
