package org.evotrial.model.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as an object of JSON.
 *
 * @param type the record
 * @param typeId its value of the property {@code type}; null if it is not part of a vocabulary
 * @param properties its properties in order
 * @param description for users; null without one
 */
record RecordShape(
        Class<? extends Record> type,
        @Nullable String typeId,
        List<Property> properties,
        @Nullable String description) {
    /** Every object may carry this, whether or not its record asks for it: the sources of its numbers. */
    static final String REMARKS = "remarks";

    static final String REMARKS_DESCRIPTION = "Sources of the numbers, and comments.";

    RecordShape {
        properties = List.copyOf(properties);
    }

    /** The property of this name, or null. */
    @Nullable
    Property property(String name) {
        return properties.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
