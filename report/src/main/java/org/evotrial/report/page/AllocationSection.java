package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.result.ScenarioResult;
import org.evotrial.report.figure.Wording;

/**
 * Allocation over time: patients enrolled by arm over calendar time, and what each arm's patients are on over the time since
 * their randomisation.
 *
 * @param base pictures of the first scenario
 * @param others pictures of the others, by scenario
 */
public record AllocationSection(List<Picture> base, List<Scenario> others) {
    /** The pictures of one scenario. */
    public record Scenario(String title, List<Picture> pictures) {}

    static AllocationSection of(List<ScenarioResult> scenarios, Wording wording) {
        List<Scenario> all = new ArrayList<>();
        for (ScenarioResult scenario : scenarios) {
            List<Picture> pictures = new AllocationPictures(scenario, wording).all();
            if (!pictures.isEmpty()) {
                all.add(new Scenario(scenario.title(), pictures));
            }
        }
        return all.isEmpty()
                ? new AllocationSection(List.of(), List.of())
                : new AllocationSection(all.get(0).pictures(), all.subList(1, all.size()));
    }

    /** True if the results hold nothing of it. */
    public boolean isEmpty() {
        return base.isEmpty();
    }
}
