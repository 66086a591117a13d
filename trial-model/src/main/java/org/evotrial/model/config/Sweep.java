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
 * @param truthPatients patients per arm in the run that computes the true values in each cell; null: there is no such run, and
 *     neither true values nor bias and coverage are known in the cells
 */
@Description("A grid of variations: every combination of the values of its axes.")
public record Sweep(
        @Description("One to three axes.") @Size(min = 1, max = 3)
        List<Axis> axes,

        @Description("Replicates of each cell; by default those of the simulation.") @Nullable @Min(1)
        Integer replicates,

        @Description(
                "Patients per arm in a separate run for each cell that computes the true value of every estimand, and with it bias and coverage; by default there is none, because it costs as much as that of a scenario in every cell.")
        @Nullable
        @Min(100)
        Integer truthPatients)
        implements Serializable {
    private static final long LARGEST_GRID = 1000;

    public Sweep {
        long cells = axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, Math::multiplyExact);
        if (cells > LARGEST_GRID) {
            throw new IllegalArgumentException(
                    "expected a grid of at most %d cells but found %d".formatted(LARGEST_GRID, cells));
        }
        if (axes.stream().map(Axis::pointer).distinct().count() < axes.size()) {
            throw new IllegalArgumentException("expected a different pointer for each axis but found one twice");
        }
    }

    /**
     * One axis of the grid.
     *
     * @param pointer JSON Pointer into the effective file
     * @param label for tables and pictures
     * @param values the values in order
     */
    @Description("One axis of a sweep: a pointer into the file and the values that it takes.")
    public record Axis(
            @Description("JSON Pointer into the effective file.")
            String pointer,

            @Description("Label for tables and pictures.") String label,
            @Description("The values in order.") @NotEmpty List<JsonNode> values)
            implements Serializable {}
}
