package org.evotrial.engine.composition;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.MapBinder;
import java.util.List;
import java.util.Map;
import org.evotrial.engine.PlannedTrialReader;
import org.evotrial.engine.Replayer;
import org.evotrial.engine.Simulator;
import org.evotrial.engine.VirtualPatients;
import org.evotrial.engine.plan.Planner;
import org.evotrial.model.calibration.CalibrationReader;
import org.evotrial.model.config.TrialReader;
import org.evotrial.model.json.Vocabulary;
import org.evotrial.spi.Plugin;
import org.evotrial.spi.Plugins;

/**
 * The engine's objects. Plugins are found on the given class loader and bound by the name of their class; third parties
 * never touch this module.
 */
final class EngineModule extends AbstractModule {
    private final ClassLoader classLoader;

    EngineModule(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().disableCircularProxies();
        bind(ClassLoader.class).toInstance(classLoader);
        MapBinder<String, Plugin> plugins = MapBinder.newMapBinder(binder(), String.class, Plugin.class);
        for (Plugin plugin : Plugins.load(classLoader)) {
            plugins.addBinding(plugin.getClass().getName()).toInstance(plugin);
        }
    }

    @Provides
    @Singleton
    Vocabulary vocabulary(Map<String, Plugin> plugins) {
        return new Vocabulary(List.copyOf(plugins.values()));
    }

    @Provides
    @Singleton
    PlannedTrialReader reader(Vocabulary vocabulary, ClassLoader libraries, Planner planner) {
        return new PlannedTrialReader(new TrialReader(vocabulary, libraries), planner);
    }

    @Provides
    @Singleton
    CalibrationReader calibrationReader(Vocabulary vocabulary, ClassLoader libraries) {
        return new CalibrationReader(vocabulary, libraries);
    }

    @Provides
    @Singleton
    Planner planner() {
        return new Planner();
    }

    @Provides
    @Singleton
    Simulator simulator(Planner planner, Map<String, Plugin> plugins) {
        return new Simulator(planner, List.copyOf(plugins.keySet()));
    }

    @Provides
    @Singleton
    VirtualPatients virtualPatients(
            PlannedTrialReader reader, Planner planner, Vocabulary vocabulary, ClassLoader libraries) {
        return new VirtualPatients(reader, planner, vocabulary, libraries);
    }

    @Provides
    @Singleton
    Replayer replayer(Planner planner) {
        return new Replayer(planner);
    }
}
