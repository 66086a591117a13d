package org.evotrial.engine.calibration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The mechanisms in the names of lineages, which are joined by plus signs. */
final class Lineages {
    private Lineages() {}

    /** Whether the lineage has the mechanism. */
    static boolean has(String lineage, String mechanism) {
        return List.of(lineage.split("\\+")).contains(mechanism);
    }

    /** All mechanisms that occur. */
    static Set<String> mechanisms(List<String> lineages) {
        Set<String> mechanisms = new LinkedHashSet<>();
        lineages.forEach(lineage -> mechanisms.addAll(List.of(lineage.split("\\+"))));
        return mechanisms;
    }
}
