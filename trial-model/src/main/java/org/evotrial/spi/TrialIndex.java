package org.evotrial.spi;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns the names of a trial file into the indices by which the engine refers to things. Used while a trial is planned,
 * never while it runs.
 */
public interface TrialIndex {
    /** Index of an arm. */
    int arm(String id);

    /** All arms in order. */
    List<String> arms();

    /** Planned share of each arm in the allocation, summing to 1. */
    double allocationShare(int arm);

    /** All endpoints in order. */
    List<String> endpoints();

    /** The endpoint as it was configured. */
    EndpointConfiguration endpointConfiguration(String id);

    /** Index of an endpoint. */
    int endpoint(String id);

    /** Label of an endpoint for tables. */
    default String endpointLabel(String id) {
        return endpointConfiguration(id).label();
    }

    /** Index of an assay. */
    int assay(String id);

    /** Index of a channel within an assay. */
    int channel(String assayId, String channel);

    /** Index of a baseline factor. */
    int factor(String id);

    /** Number of strata that the allocation is stratified by (1 if it is not stratified). */
    int strata();

    /** Index of a regimen, registering it if it is new. Index 0 is no treatment. */
    int regimen(Regimen regimen);

    /** All registered regimens; index 0 is no treatment. Complete only after all policies are compiled. */
    List<Regimen> regimens();

    /** Indices of all registered regimens that contain the treatment. Complete only after all policies are compiled. */
    default int[] regimensWith(String treatment) {
        List<Regimen> regimens = regimens();
        return IntStream.range(0, regimens.size())
                .filter(regimen -> regimens.get(regimen).contains(treatment))
                .toArray();
    }

    /** Number of looks, the final one included. */
    int looks();

    /** Looks in order. */
    List<String> lookIds();

    /**
     * Planned number of events of the endpoint at a look if its condition counts them, otherwise NaN.
     */
    double plannedEvents(int look, String endpointId);
}
