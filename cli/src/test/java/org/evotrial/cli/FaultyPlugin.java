package org.evotrial.cli;

import java.util.List;
import org.evotrial.spi.Plugin;
import org.evotrial.spi.PolicyConfiguration;

/** Offers {@link FaultyPolicy}; no service file of the tests' own class path lists it. */
public final class FaultyPlugin implements Plugin {
    @Override
    public List<Class<? extends PolicyConfiguration>> policies() {
        return List.of(FaultyPolicy.class);
    }
}
