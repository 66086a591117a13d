package org.evotrial.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.evotrial.model.config.TrialFile;
import org.evotrial.model.design.Condition;
import org.evotrial.model.design.DesignPlan;
import org.evotrial.model.design.Look;
import org.evotrial.spi.AssayConfiguration;
import org.evotrial.spi.ConfigurationException;
import org.evotrial.spi.EndpointConfiguration;
import org.evotrial.spi.Regimen;
import org.evotrial.spi.TrialIndex;

/** The names of one trial file in their order, and the regimens that its policies ask for. */
final class NameIndex implements TrialIndex {
    private final List<String> arms;
    private final List<String> endpoints;
    private final List<EndpointConfiguration> endpointConfigurations;
    private final List<String> assays;
    private final List<AssayConfiguration> assayConfigurations;
    private final List<String> factors;
    private final List<Look> looks;
    private final List<Regimen> regimens = new ArrayList<>(List.of(Regimen.NONE));
    private final AllocationPlan allocation;
    private final int strata;

    NameIndex(TrialFile file, DesignPlan design, AllocationPlan allocation, int strata) {
        arms = design.arms().stream().map(a -> a.id()).toList();
        endpoints = List.copyOf(file.endpoints().keySet());
        endpointConfigurations = List.copyOf(file.endpoints().values());
        assays = List.copyOf(file.assays().keySet());
        assayConfigurations = List.copyOf(file.assays().values());
        factors = file.population().disease().factors();
        looks = design.looks();
        this.allocation = allocation;
        this.strata = strata;
    }

    @Override
    public int arm(String id) {
        return find(arms, id, "arm", "/design/arms");
    }

    @Override
    public List<String> arms() {
        return arms;
    }

    @Override
    public double allocationShare(int arm) {
        return allocation.shares()[arm];
    }

    @Override
    public int endpoint(String id) {
        return find(endpoints, id, "endpoint", "/endpoints");
    }

    @Override
    public List<String> endpoints() {
        return endpoints;
    }

    @Override
    public EndpointConfiguration endpointConfiguration(String id) {
        return endpointConfigurations.get(endpoint(id));
    }

    @Override
    public int assay(String id) {
        return find(assays, id, "assay", "/assays");
    }

    @Override
    public int channel(String assayId, String channel) {
        return find(assayConfigurations.get(assay(assayId)).channels(), channel, "channel", "/assays/" + assayId);
    }

    @Override
    public int factor(String id) {
        return find(factors, id, "factor", "/population/disease");
    }

    @Override
    public int strata() {
        return strata;
    }

    @Override
    public int regimen(Regimen regimen) {
        int known = regimens.indexOf(regimen);
        if (known >= 0) {
            return known;
        }
        regimens.add(regimen);
        return regimens.size() - 1;
    }

    @Override
    public int looks() {
        return looks.size();
    }

    @Override
    public List<String> lookIds() {
        return looks.stream().map(Look::id).toList();
    }

    @Override
    public double plannedEvents(int look, String endpointId) {
        return plannedEvents(looks.get(look).when(), endpointId);
    }

    @Override
    public List<Regimen> regimens() {
        return List.copyOf(regimens);
    }

    private static double plannedEvents(Condition condition, String endpointId) {
        if (condition instanceof Condition.Events events && events.endpoint().equals(endpointId)) {
            return events.count();
        }
        List<Condition> parts = condition instanceof Condition.And and
                ? and.conditions()
                : condition instanceof Condition.Or or ? or.conditions() : List.of();
        return parts.stream()
                .mapToDouble(c -> plannedEvents(c, endpointId))
                .filter(count -> !Double.isNaN(count))
                .max()
                .orElse(Double.NaN);
    }

    private static int find(List<String> names, String name, String what, String pointer) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new ConfigurationException(
                    pointer,
                    "expected the name of an %s, one of %s, but found \"%s\""
                            .formatted(what, String.join(", ", names), name));
        }
        return index;
    }
}
