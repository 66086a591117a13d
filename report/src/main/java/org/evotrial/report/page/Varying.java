package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.report.figure.Wording;

/** A quantity that differs from one truth to another. */
interface Varying {
    /** Its metric. */
    String metric();

    /** By how much, in Monte Carlo standard errors; 0 if nothing can be compared. */
    double variation();

    /**
     * The quantities worth a picture: every probability of rejecting, then metric by metric what varies most and by more
     * than a number of standard errors, until there are enough; in the order of their metrics.
     */
    static <T extends Varying> List<T> most(List<T> all, double noise, int enough, Wording wording) {
        Map<String, List<T>> byMetric = new LinkedHashMap<>();
        for (T one : all) {
            if (one.metric().equals("rejectionProbability") || one.variation() > noise) {
                byMetric.computeIfAbsent(one.metric(), key -> new ArrayList<>()).add(one);
            }
        }
        byMetric.values()
                .forEach(same ->
                        same.sort(Comparator.comparingDouble(Varying::variation).reversed()));
        List<T> chosen = new ArrayList<>();
        boolean more = true;
        for (int round = 0; more; round++) {
            more = false;
            for (List<T> same : byMetric.values()) {
                if (round < same.size() && chosen.size() < enough) {
                    chosen.add(same.get(round));
                    more = true;
                }
            }
        }
        chosen.sort(Comparator.comparingInt(one -> wording.rank(one.metric())));
        return chosen;
    }
}
