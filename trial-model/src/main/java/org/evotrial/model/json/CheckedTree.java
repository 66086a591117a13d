package org.evotrial.model.json;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A tree whose every value was looked at.
 *
 * @param effective library files in place, defaults filled in, properties in the order of the records
 * @param places where its parts were written
 * @param uses the names that refer to something
 * @param absent pointers of optional properties that are not given
 */
public record CheckedTree(JsonNode effective, Places places, List<NameUse> uses, Set<String> absent) {
    public CheckedTree {
        uses = List.copyOf(uses);
    }
}
