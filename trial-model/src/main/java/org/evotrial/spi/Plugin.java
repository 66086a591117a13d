package org.evotrial.spi;

import java.util.List;

/**
 * What a jar adds to evotrial. Found with {@link java.util.ServiceLoader}: list the implementing class in
 * {@code META-INF/services/org.evotrial.spi.Plugin}. Every class returned is a record with a
 * {@link org.evotrial.model.json.TypeId}, which becomes a value of the JSON property {@code type}.
 *
 * <p>Library files of the jar, referred to as {@code library:name}, are resources {@code org/evotrial/library/name.json}
 * of the class loader that loaded the plugin.
 */
public interface Plugin {
    /** Kinds of {@code population.disease}. */
    default List<Class<? extends PatientModelConfiguration>> patientModels() {
        return List.of();
    }

    /** Kinds of {@code treatments}. */
    default List<Class<? extends TreatmentConfiguration>> treatments() {
        return List.of();
    }

    /** Kinds of {@code assays}. */
    default List<Class<? extends AssayConfiguration>> assays() {
        return List.of();
    }

    /** Kinds of {@code endpoints}. */
    default List<Class<? extends EndpointConfiguration>> endpoints() {
        return List.of();
    }

    /** Kinds of {@code policy} of an arm. */
    default List<Class<? extends PolicyConfiguration>> policies() {
        return List.of();
    }

    /** Kinds of {@code analyses}. */
    default List<Class<? extends AnalysisConfiguration>> analyses() {
        return List.of();
    }

    /** Kinds of {@code design}. */
    default List<Class<? extends DesignConfiguration>> designs() {
        return List.of();
    }
}
