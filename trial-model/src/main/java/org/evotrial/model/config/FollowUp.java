package org.evotrial.model.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which virtual patients are to be followed, and how they are treated.
 *
 * @param disease name of a library disease, with or without {@code library:}, or a path
 * @param treatments lines of treatment, the next one at progression: names, {@code library:} references or paths, joined by
 *     {@code +} for a combination; empty: what the disease's course file says
 * @param assays what is measured besides imaging; empty: what the course file says
 * @param years longest follow-up; null: what the course file says, or 5
 * @param seed master seed
 */
public record FollowUp(
        String disease,
        List<String> treatments,
        List<String> assays,
        @Nullable Double years,
        long seed) {
    public FollowUp {
        treatments = List.copyOf(treatments);
        assays = List.copyOf(assays);
        if (years != null && !(years > 0 && years <= 50)) {
            throw new IllegalArgumentException("The years (%s) must lie in (0, 50].".formatted(years));
        }
    }
}
