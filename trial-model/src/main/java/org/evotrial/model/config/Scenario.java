package org.evotrial.model.config;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A variation of the base file.
 *
 * @param id name of the scenario; {@code base} is taken by the file itself
 * @param title for tables; null: the id
 * @param kind what kind of truth it is
 * @param overrides JSON Pointer of the effective file (after library references are resolved) to the value that replaces what is there
 * @param replicates replicates of this scenario; null: those of the simulation
 * @param remarks sources
 */
@Description("A variation of the base file: a set of overrides, or a null hypothesis made by biology.")
public record Scenario(
        @Description("Name of the scenario; base is taken by the file itself.")
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
        String id,

        @Description("Title for tables; by default the id.") @Nullable
        String title,

        @Description("What kind of truth it is.") @Default("\"alternative\"")
        Kind kind,

        @Description(
                "JSON Pointer of the effective file (after library references are resolved) to the value that replaces what is there.")
        @Default("{}")
        Map<String, JsonNode> overrides,

        @Description("Replicates of this scenario; by default those of the simulation.") @Nullable @Min(1)
        Integer replicates,

        @Description("Sources of the numbers, and comments.") @Nullable
        List<String> remarks)
        implements Serializable {
    /** What kind of truth a scenario is. */
    public enum Kind {
        /** The overrides and nothing else. */
        ALTERNATIVE,
        /** A null hypothesis by means of the overrides alone; only labels the scenario. */
        NULL,
        /** A null hypothesis by biology: every experimental arm's patients are treated by the control arm's policy. */
        NULL_BY_BIOLOGY
    }
}
