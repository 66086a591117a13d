package org.evotrial.model.config;

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
        @com.fasterxml.jackson.annotation.JsonProperty("$schema") @Nullable
        String schema,

        @Pattern(regexp = "1") String schemaVersion,
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String id,
        String title,
        @Nullable List<String> remarks,
        Population population,
        @NotEmpty @Inline Map<String, TreatmentConfiguration> treatments,
        @Default("{}") @Inline Map<String, AssayConfiguration> assays,
        @NotEmpty Map<String, EndpointConfiguration> endpoints,
        DesignConfiguration design,
        @Default("[]") List<Scenario> scenarios,
        @Nullable Sweep sweep,
        @Default("{}") Simulation simulation,
        @Default("[]") List<AcceptanceRule> acceptance)
        implements Serializable {}
