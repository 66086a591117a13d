package org.evotrial.model.json;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A property of an object: a component of its record.
 *
 * @param name as in JSON
 * @param component the component
 * @param slot what value it takes
 * @param defaultValue the value of an absent property; null without one
 * @param description for users; null without one
 */
record Property(
        String name,
        RecordComponent component,
        Slot slot,
        @Nullable JsonNode defaultValue,
        @Nullable String description) {
    /** True if the property must be given. */
    boolean required() {
        return defaultValue == null && !slot.nullable();
    }
}
