package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.RunResult;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.report.figure.Wording;

/**
 * What follows from the numbers, in words.
 *
 * @param parts the conclusions by subject
 */
public record ConclusionsSection(List<Part> parts) {
    /** Conclusions about one subject. */
    public record Part(String title, List<Conclusion> conclusions) {}

    static ConclusionsSection of(RunResult result, Wording wording) {
        List<Part> parts = new ArrayList<>();
        add(parts, "What the design promises", new RuleConclusions(result, wording).all());
        if (!result.scenarios().isEmpty()) {
            Phrases phrases = new Phrases(wording, result.trial().confidence());
            List<ScenarioResult> scenarios = result.scenarios();
            add(parts, "Decisions", new DecisionConclusions(result.trial(), scenarios, phrases).all());
            ScenarioResult first = scenarios.get(0);
            add(parts, "Size, time and treatment: " + first.title(), new ConductConclusions(first, phrases).all());
            add(parts, "The trial's own estimates: " + first.title(), new EstimatorConclusions(first, phrases).all());
        }
        return new ConclusionsSection(parts);
    }

    private static void add(List<Part> parts, String title, List<Conclusion> conclusions) {
        if (!conclusions.isEmpty()) {
            parts.add(new Part(title, conclusions));
        }
    }

    /** True if nothing can be concluded. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
