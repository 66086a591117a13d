package org.example.holiday;

import java.util.List;
import org.evotrial.spi.Plugin;
import org.evotrial.spi.PolicyConfiguration;

/** Adds the policy {@code holiday-at-progression}. */
public final class HolidayPlugin implements Plugin {
    @Override
    public List<Class<? extends PolicyConfiguration>> policies() {
        return List.of(HolidayAtProgression.class);
    }
}
