package org.evotrial.model.config;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * One truth to be simulated: the base file, a scenario of it, or a cell of its sweep, with all overrides applied.
 *
 * @param id {@code base}, the scenario's id, or {@code sweep-i-j}
 * @param title for tables
 * @param kind {@code base}, {@code alternative}, {@code null}, {@code null-by-biology} or {@code sweep}
 * @param remarks sources
 * @param overrides pointer to value
 * @param sweepCell index of the cell on each axis; empty unless a sweep cell
 * @param replicates replicates to simulate
 * @param file the file with the overrides applied
 */
public record TrialVariant(
        String id,
        String title,
        String kind,
        List<String> remarks,
        Map<String, JsonNode> overrides,
        List<Integer> sweepCell,
        int replicates,
        TrialFile file)
        implements Serializable {}
