package org.evotrial.model.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place for a value: a record component, an element of a list or a value of a map.
 *
 * @param shape what JSON it takes
 * @param nullable true if null is admitted
 * @param inline true if a string may name a library file instead
 * @param reference what a string names; null: nothing in particular
 * @param constraints what the value must further satisfy
 */
record Slot(
        Shape shape,
        boolean nullable,
        boolean inline,
        Reference.@Nullable Target reference,
        List<Constraint> constraints) {
    /** What is expected, for messages about a value of the wrong type or a missing one. */
    String expected() {
        return inline ? shape.expected() + " or the name of a library file" : shape.expected();
    }
}
