package org.evotrial.model.result;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The axes of a sweep.
 *
 * @param axes in the order of {@link ScenarioResult#sweepCell()}
 */
public record SweepAxes(List<Axis> axes) {
    /** One axis: where it points, its label and its values. */
    public record Axis(String pointer, String label, List<JsonNode> values) {}
}
