package org.evotrial.model.config;

import org.evotrial.model.json.Place;
import org.evotrial.model.json.Places;
import tools.jackson.databind.JsonNode;

/**
 * A value that replaces another one in the effective file.
 *
 * @param pointer what is replaced
 * @param value by what
 * @param place where the pointer was written
 * @param places where the value was written
 * @param written pointer of the value within {@code places}
 */
record Replacement(String pointer, JsonNode value, Place place, Places places, String written) {}
