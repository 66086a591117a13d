package org.evotrial.model.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record has a single component, a map from names to numbers, and is written in JSON as that map itself, without the
 * component's name; a bare string stands for the map of that one name to 1: {@code "osimertinib"} is
 * {@code {"osimertinib": 1}}. What annotations say of the component's keys holds for the bare string too.
 *
 * <p>The record binds by itself (a delegating creator for each of the two forms, and a {@code @JsonValue}); the reader's
 * checks and the schema follow this annotation.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Shorthand {}
