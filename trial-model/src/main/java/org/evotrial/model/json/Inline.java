package org.evotrial.model.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value (or each value of the map) may be written in place or as a string that names a library file:
 * {@code "library:egfr-nsclc"} for a file that ships with evotrial or a third-party jar, otherwise a path relative to
 * the file that holds the reference.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Inline {}
