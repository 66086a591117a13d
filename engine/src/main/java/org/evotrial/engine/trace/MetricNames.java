package org.evotrial.engine.trace;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evotrial.spi.MetricDefinition;

/** Names of metrics in traces and columns. */
public final class MetricNames {
    private MetricNames() {}

    /** A metric's name with its selectors, for example {@code eventFreeProbability[B;pfs-osi;18 months]}. */
    public static String of(MetricDefinition metric) {
        String selectors = Stream.of(
                        metric.arm(), metric.endpoint(), metric.hypothesis(), metric.look(), metric.detail())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(";"));
        return selectors.isEmpty() ? metric.metric() : metric.metric() + "[" + selectors + "]";
    }
}
