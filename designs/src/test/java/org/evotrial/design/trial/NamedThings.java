package org.evotrial.design.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evotrial.design.endpoint.OverallSurvival;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.TrialIndex;

/** A trial index over given names. */
public final class NamedThings implements TrialIndex {
    private final List<String> arms;
    private final List<Regimen> regimens = new ArrayList<>(List.of(Regimen.NONE));
    private Map<String, EndpointConfiguration> endpoints = Map.of("os", new OverallSurvival("OS"));
    private List<String> channels = List.of("EGFR", "T790M");
    private double[] lookEvents = {Double.NaN};

    public NamedThings(String... arms) {
        this.arms = List.of(arms);
    }

    public NamedThings endpoints(Map<String, EndpointConfiguration> newEndpoints) {
        endpoints = new LinkedHashMap<>(newEndpoints);
        return this;
    }

    public NamedThings lookEvents(double... counts) {
        lookEvents = counts.clone();
        return this;
    }

    @Override
    public List<Regimen> regimens() {
        return regimens;
    }

    @Override
    public int arm(String id) {
        return find(arms, id);
    }

    @Override
    public List<String> arms() {
        return arms;
    }

    @Override
    public double allocationShare(int arm) {
        return 1.0 / arms.size();
    }

    @Override
    public List<String> endpoints() {
        return List.copyOf(endpoints.keySet());
    }

    @Override
    public EndpointConfiguration endpointConfiguration(String id) {
        return endpoints.get(id);
    }

    @Override
    public int endpoint(String id) {
        return find(List.copyOf(endpoints.keySet()), id);
    }

    @Override
    public int assay(String id) {
        return find(List.of("imaging", "plasma"), id);
    }

    @Override
    public int channel(String assayId, String channel) {
        return find(channels, channel);
    }

    @Override
    public int factor(String id) {
        throw new IllegalArgumentException(id);
    }

    @Override
    public int strata() {
        return 1;
    }

    @Override
    public int regimen(Regimen regimen) {
        if (!regimens.contains(regimen)) {
            regimens.add(regimen);
        }
        return regimens.indexOf(regimen);
    }

    @Override
    public int looks() {
        return lookEvents.length;
    }

    @Override
    public List<String> lookIds() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < lookEvents.length; i++) {
            ids.add("look-" + (i + 1));
        }
        return ids;
    }

    @Override
    public double plannedEvents(int look, String endpointId) {
        return lookEvents[look];
    }

    private static int find(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(name);
        }
        return index;
    }
}
