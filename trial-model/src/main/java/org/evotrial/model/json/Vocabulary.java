package org.evotrial.model.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.spi.AnalysisConfiguration;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.DesignConfiguration;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.PatientModelConfiguration;
import org.evotrial.spi.Plugin;
import org.evotrial.spi.PolicyConfiguration;
import org.evotrial.spi.TreatmentConfiguration;

/**
 * The values that the JSON property {@code type} can take: for every extension point the record classes of all plugins,
 * for every sealed vocabulary its permitted records.
 */
public final class Vocabulary {
    private final Map<Class<?>, Map<String, Class<? extends Record>>> extensions = new LinkedHashMap<>();
    private final Map<Class<?>, Map<String, Class<? extends Record>>> sealed = new ConcurrentHashMap<>();

    /**
     * The built-in design {@code composed} and what the plugins add, in their order.
     *
     * @throws IllegalArgumentException if a class is not a record with a {@link TypeId}, or if two plugins claim one type
     */
    public Vocabulary(List<? extends Plugin> plugins) {
        add(PatientModelConfiguration.class, plugins, Plugin::patientModels);
        add(TreatmentConfiguration.class, plugins, Plugin::treatments);
        add(AssayConfiguration.class, plugins, Plugin::assays);
        add(EndpointConfiguration.class, plugins, Plugin::endpoints);
        add(PolicyConfiguration.class, plugins, Plugin::policies);
        add(AnalysisConfiguration.class, plugins, Plugin::analyses);
        add(DesignConfiguration.class, plugins, Plugin::designs);
    }

    /** The extension points, each the interface of its configuration records. */
    public List<Class<?>> extensionPoints() {
        return List.copyOf(extensions.keySet());
    }

    /**
     * Type identifier to record class, in the order of the plugins or of the {@code permits} clause, in which a sealed
     * interface stands for what it permits itself.
     *
     * @throws IllegalArgumentException if the interface is neither an extension point nor sealed
     */
    public Map<String, Class<? extends Record>> types(Class<?> vocabulary) {
        Map<String, Class<? extends Record>> extension = extensions.get(vocabulary);
        return extension != null ? extension : sealed.computeIfAbsent(vocabulary, Vocabulary::permitted);
    }

    /** True if the property {@code type} selects among implementations of this interface. */
    public boolean contains(Class<?> type) {
        return extensions.containsKey(type) || (type.isInterface() && type.isSealed());
    }

    private <T> void add(Class<T> point, List<? extends Plugin> plugins, Contribution<T> contribution) {
        Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
        Map<String, String> owners = new LinkedHashMap<>();
        if (point == DesignConfiguration.class) {
            types.put(typeId(DesignPlan.class), DesignPlan.class);
            owners.put(typeId(DesignPlan.class), "evotrial itself");
        }
        for (Plugin plugin : plugins) {
            String owner = plugin.getClass().getName();
            for (Class<? extends T> type : contribution.of(plugin)) {
                Class<? extends Record> claimed = recordClass(type);
                String id = typeId(claimed);
                String other = owners.putIfAbsent(id, owner);
                if (other != null) {
                    throw new IllegalArgumentException("The type \"%s\" of %s is claimed by both %s and %s."
                            .formatted(id, point.getSimpleName(), other, owner));
                }
                types.put(id, claimed);
            }
        }
        extensions.put(point, Collections.unmodifiableMap(types));
    }

    private static Map<String, Class<? extends Record>> permitted(Class<?> vocabulary) {
        if (!vocabulary.isSealed()) {
            throw new IllegalArgumentException(
                    "%s is neither an extension point nor a sealed interface.".formatted(vocabulary.getName()));
        }
        Map<String, Class<? extends Record>> types = new LinkedHashMap<>();
        for (Class<?> permitted : vocabulary.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                types.putAll(permitted(permitted));
            } else {
                Class<? extends Record> type = recordClass(permitted);
                types.put(typeId(type), type);
            }
        }
        return Collections.unmodifiableMap(types);
    }

    private static Class<? extends Record> recordClass(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("%s must be a record.".formatted(type.getName()));
        }
        return type.asSubclass(Record.class);
    }

    private static String typeId(Class<? extends Record> type) {
        TypeId id = type.getAnnotation(TypeId.class);
        if (id == null) {
            throw new IllegalArgumentException("%s must carry @TypeId.".formatted(type.getName()));
        }
        return id.value();
    }

    private interface Contribution<T> {
        List<Class<? extends T>> of(Plugin plugin);
    }
}
