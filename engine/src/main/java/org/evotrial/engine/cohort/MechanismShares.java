package org.evotrial.engine.cohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.model.result.Estimate;
import org.evotrial.model.result.PopulationResult.LineMechanisms;
import org.evotrial.model.result.PopulationResult.Member;
import org.evotrial.model.result.PopulationResult.Progression;
import org.evotrial.statistics.montecarlo.PerformanceMeasure;

/** The lineage with most cells in progressing lesions, as shares of the progressions on each line of treatment. */
final class MechanismShares {
    private final SimulationPlan plan;
    private final List<Member> members;
    private final double confidence;

    MechanismShares(SimulationPlan plan, List<Member> members, double confidence) {
        this.plan = plan;
        this.members = members;
        this.confidence = confidence;
    }

    List<LineMechanisms> byLine() {
        List<LineMechanisms> lines = new ArrayList<>();
        int line = 1;
        for (LineMechanisms one = of(line); one.progressions() > 0; one = of(++line)) {
            lines.add(one);
        }
        return lines;
    }

    private LineMechanisms of(int line) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        plan.patients().model().lineages().forEach(lineage -> counts.put(lineage, 0));
        Map<String, Integer> regimens = new LinkedHashMap<>();
        int progressions = 0;
        for (Member member : members) {
            for (Progression progression : member.progressions()) {
                if (progression.line() == line) {
                    progressions++;
                    counts.merge(progression.lineage(), 1, Integer::sum);
                    regimens.merge(member.lines().get(line - 1).regimen(), 1, Integer::sum);
                }
            }
        }
        int all = progressions;
        List<Estimate> shares = counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(count -> Measured.of(
                        "mechanismAtProgressionShare",
                        "probability",
                        "",
                        "",
                        count.getKey(),
                        PerformanceMeasure.proportion(count.getValue(), all, confidence)))
                .toList();
        String regimen = regimens.size() == 1 ? regimens.keySet().iterator().next() : "line " + line;
        return new LineMechanisms(line, regimen, progressions, shares);
    }
}
