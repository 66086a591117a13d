package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.evotrial.report.figure.Wording;
import tools.jackson.databind.JsonNode;

/**
 * The effective configuration as tables, with each object's remarks beside it.
 *
 * @param parts one per property of the file
 */
public record AssumptionsSection(List<Part> parts) {
    private static final Set<String> ELSEWHERE = Set.of("$schema", "schemaVersion", "id", "title", "remarks");

    /** The parts of a file that describe patients and what is done to them, without a trial around it. */
    static final Set<String> BIOLOGY = Set.of("population", "treatments", "assays");

    /** A part of the file. */
    public record Part(String title, List<Settings> settings) {}

    static AssumptionsSection of(JsonNode configuration) {
        return of(configuration, property -> !ELSEWHERE.contains(property));
    }

    /** The parts of a configuration that are named. */
    static AssumptionsSection of(JsonNode configuration, Set<String> properties) {
        return of(configuration, properties::contains);
    }

    private static AssumptionsSection of(JsonNode configuration, Predicate<String> wanted) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : configuration.properties()) {
            if (wanted.test(property.getKey()) && !property.getValue().isNull()) {
                String title = Wording.words(property.getKey());
                List<Settings> settings = Settings.of(title, "/" + property.getKey(), property.getValue());
                if (!settings.isEmpty()) {
                    parts.add(new Part(title, settings));
                }
            }
        }
        return new AssumptionsSection(parts);
    }
}
