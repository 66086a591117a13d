package org.evotrial.model.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The string (or each string of a list, or each key of a map) names something that the same trial file defines. The
 * reader reports an unknown name at its position, with the nearest known name as suggestion.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Reference {
    /** What the name refers to. */
    Target to();

    /** What a name can refer to. */
    enum Target {
        /** A key of {@code treatments}. */
        TREATMENT,
        /** A key of {@code assays}. */
        ASSAY,
        /** A key of {@code endpoints}. */
        ENDPOINT,
        /** The {@code id} of an arm of the design. */
        ARM,
        /** The {@code id} of a look of the design. */
        LOOK,
        /** The {@code id} of a hypothesis of one of the design's analyses. */
        HYPOTHESIS,
        /** The {@code id} of a scenario (or {@code *} for all of them, or {@code base}). */
        SCENARIO,
        /** A biomarker that some assay of the file reports. */
        BIOMARKER,
        /** A biomarker (mechanism of resistance) that the disease defines. */
        DISEASE_BIOMARKER,
        /** A baseline factor that the patient model offers for stratification. */
        FACTOR
    }
}
