package org.evotrial.model.json;

/**
 * A position in a source.
 *
 * @param source the source
 * @param pointer JSON Pointer within the source
 * @param line line, from 1; 0 if unknown
 * @param column column in characters, from 1; 0 if unknown
 */
public record Place(Source source, String pointer, int line, int column) {}
