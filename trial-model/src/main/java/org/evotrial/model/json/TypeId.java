package org.evotrial.model.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of the JSON property {@code type} that selects this record among the implementations of its interface, in
 * kebab-case. Required on every record that implements an extension point or a sealed vocabulary.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TypeId {
    /** The identifier in kebab-case, unique within the extension point. */
    String value();
}
