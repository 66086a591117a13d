package org.evotrial.model.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.evotrial.model.json.Default;
import org.evotrial.model.json.Description;
import org.evotrial.model.json.Inline;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.DesignConfiguration;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.TreatmentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * One trial: one JSON file.
 *
 * @param schema address of the JSON Schema, for editors ({@code $schema} in the file)
 * @param schemaVersion version of this format, {@code 1}
 * @param id name of the trial, used for its output folder
 * @param title for the report
 * @param remarks sources and comments
 * @param population who is treated
 * @param treatments the treatments by name
 * @param assays the assays by name
 * @param endpoints the endpoints by name
 * @param design the design
 * @param scenarios variations of this file; the file itself is the scenario {@code base}
 * @param sweep a grid of variations
 * @param simulation how it is simulated
 * @param acceptance what the design promises
 */
@Description(
        "One trial: population, treatments, assays, endpoints, design, scenarios, simulation and acceptance rules.")
public record TrialFile(
        @Description("Address of the JSON Schema, for editors ($schema in the file).")
        @JsonProperty("$schema")
        @Nullable
        String schema,

        @Description("Version of this format, 1.") @Pattern(regexp = "1")
        String schemaVersion,

        @Description("Name of the trial, used for its output folder.") @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
        String id,

        @Description("Title of the report.") String title,

        @Description("Sources of the numbers, and comments.") @Nullable
        List<String> remarks,

        @Description("Who is treated.") Population population,

        @Description("The treatments by name.") @NotEmpty @Inline
        Map<String, TreatmentConfiguration> treatments,

        @Description("The assays by name.") @Default("{}") @Inline
        Map<String, AssayConfiguration> assays,

        @Description("The endpoints by name.") @NotEmpty Map<String, EndpointConfiguration> endpoints,
        @Description("The design.") DesignConfiguration design,

        @Description("Variations of this file; the file itself is the scenario base.") @Default("[]")
        List<Scenario> scenarios,

        @Description("A grid of variations.") @Nullable Sweep sweep,
        @Description("How it is simulated.") @Default("{}") Simulation simulation,

        @Description("What the design promises.") @Default("[]")
        List<AcceptanceRule> acceptance)
        implements Serializable {}
