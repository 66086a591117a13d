package org.evotrial.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evotrial.report.figure.Wording;
import tools.jackson.databind.JsonNode;

/**
 * The effective configuration as tables, with each object's remarks beside it.
 *
 * @param parts one per property of the file
 */
public record AssumptionsSection(List<Part> parts) {
    private static final Set<String> ELSEWHERE = Set.of("$schema", "schemaVersion", "id", "title", "remarks");

    /** A part of the file. */
    public record Part(String title, List<Settings> settings) {}

    static AssumptionsSection of(JsonNode configuration) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> property : configuration.properties()) {
            if (!ELSEWHERE.contains(property.getKey()) && !property.getValue().isNull()) {
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
