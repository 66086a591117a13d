package org.evotrial.model.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Set;
import org.evotrial.spi.ConfigurationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The usual care of a library disease: resource {@code org/evotrial/care/NAME.json} beside {@code org/evotrial/library/NAME.json}.
 * All of its properties are optional and mean the same as in a trial file: {@code title}, {@code remarks}, {@code treatments},
 * {@code assays}, {@code assessments}, {@code endpoints}; further {@code lines}, the regimens in their order, or instead of
 * them a {@code policy}, and {@code years}, the follow-up.
 */
final class CareFile {
    /** Folder of the resources. */
    static final String FOLDER = "org/evotrial/care/";

    private static final Set<String> PROPERTIES =
            Set.of("title", "remarks", "treatments", "assays", "assessments", "endpoints", "lines", "policy", "years");

    private CareFile() {}

    /** The care of a disease; an empty object if there is no file. */
    static JsonNode of(String disease, ClassLoader classLoader) {
        URL resource = classLoader.getResource(FOLDER + disease + ".json");
        if (resource == null) {
            return JsonNodeFactory.instance.objectNode();
        }
        try (InputStream in = resource.openStream()) {
            return checked(disease, new JsonMapper().readTree(in));
        } catch (JacksonException e) {
            throw problem(disease, "expected JSON but found " + e.getOriginalMessage());
        } catch (IOException e) {
            throw problem(disease, "cannot be read: " + e.getMessage());
        }
    }

    private static JsonNode checked(String disease, JsonNode care) {
        for (var property : care.properties()) {
            if (!PROPERTIES.contains(property.getKey())) {
                throw problem(disease, "expected properties of a care file but found " + property.getKey());
            }
        }
        return care;
    }

    private static ConfigurationException problem(String disease, String what) {
        return new ConfigurationException("/", "the care file %s%s.json: %s".formatted(FOLDER, disease, what));
    }
}
