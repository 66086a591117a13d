package org.evotrial.spi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the plugins of a class loader. */
public final class Plugins {
    private Plugins() {}

    /**
     * All plugins that the class loader or one of its parents lists, in the order of their class names, so that nothing
     * depends on the order of the class path.
     *
     * @throws java.util.ServiceConfigurationError if a listed plugin cannot be loaded
     */
    public static List<Plugin> load(ClassLoader classLoader) {
        List<Plugin> plugins = new ArrayList<>();
        ServiceLoader.load(Plugin.class, classLoader).forEach(plugins::add);
        plugins.sort(Comparator.comparing(plugin -> plugin.getClass().getName()));
        return List.copyOf(plugins);
    }
}
