package org.evotrial.model.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value that a record component takes when the file does not give it. The reader fills it in before binding, so
 * that it is the only place of the default and appears in {@code effective-config.json}.
 *
 * <p>A component is required unless it carries this annotation or {@code @Nullable}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Default {
    /** The default as JSON text, for example {@code 0.05}, {@code "control"} with quotes, {@code []} or {@code {}}. */
    String value();
}
