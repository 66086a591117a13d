package org.evotrial.model.json;

/**
 * A name in a file that refers to something the same file defines.
 *
 * @param target what it refers to
 * @param name the name
 * @param pointer where it is used
 * @param place its position
 */
public record NameUse(Reference.Target target, String name, String pointer, Place place) {}
