package org.evotrial.engine.replicate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.evotrial.spi.PatientView;
import org.evotrial.spi.PatientView.News;
import org.evotrial.spi.Policy;

/** A policy that begins with regimen 1, decides by a function and writes down what it was asked. */
final class ScriptedPolicy implements Policy {
    private static final long serialVersionUID = 1;

    /** What the policy was asked: {@code progression 56.0}, {@code result of 1 sampled 28.0 38.0}. */
    final List<String> asked = new ArrayList<>();

    private final transient ToIntFunction<PatientView> rule;

    ScriptedPolicy(ToIntFunction<PatientView> rule) {
        this.rule = rule;
    }

    /** Stays on the first regimen. */
    static ScriptedPolicy stay() {
        return new ScriptedPolicy(PatientView::regimen);
    }

    /** Goes to regimen 2 at progression. */
    static ScriptedPolicy switchAtProgression() {
        return new ScriptedPolicy(v -> v.news() == News.PROGRESSION ? 2 : v.regimen());
    }

    /** Goes to regimen 2 when a plasma test is positive. */
    static ScriptedPolicy switchOnPlasma() {
        return new ScriptedPolicy(v -> v.news() == News.RESULT
                        && v.assay() != ScriptedPatient.SCAN
                        && v.result().positive(0)
                ? 2
                : v.regimen());
    }

    @Override
    public int initialRegimen() {
        return 1;
    }

    @Override
    public int decide(PatientView view) {
        asked.add(
                view.news() == News.PROGRESSION
                        ? "progression %s".formatted(view.day())
                        : "result of %d sampled %s %s".formatted(view.assay(), view.sampleDay(), view.day()));
        return rule.applyAsInt(view);
    }
}
