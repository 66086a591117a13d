package org.evotrial.model.config;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.io.Serializable;
import java.util.List;
import org.evotrial.model.json.Description;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A grid of variations of the base file: every combination of the axes' values.
 *
 * @param axes one to three axes
 * @param replicates replicates of each cell; null: those of the simulation
 */
@Description("A grid of variations: every combination of the values of its axes.")
public record Sweep(
        @Size(min = 1, max = 3) List<Axis> axes,
        @Nullable @Min(1) Integer replicates) implements Serializable {
    /**
     * One axis of the grid.
     *
     * @param pointer JSON Pointer into the effective file
     * @param label for tables and pictures
     * @param values the values in order
     */
    @Description("One axis of a sweep: a pointer into the file and the values that it takes.")
    public record Axis(
            String pointer, String label, @NotEmpty List<JsonNode> values) implements Serializable {}
}
