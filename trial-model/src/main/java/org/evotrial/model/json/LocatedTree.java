package org.evotrial.model.json;

import tools.jackson.databind.JsonNode;

/**
 * JSON and where each part of it was written.
 *
 * @param tree the values
 * @param places their places
 */
public record LocatedTree(JsonNode tree, Places places) {}
