package org.evotrial.architecture.offenders.engine.replicate;

import com.google.inject.Injector;

/** Breaks: the replicate loop is free of frameworks, and Guice stays at composition roots. */
class InjectedLoop {
    private final Injector injector;

    InjectedLoop(Injector injector) {
        this.injector = injector;
    }

    Injector injector() {
        return injector;
    }
}
