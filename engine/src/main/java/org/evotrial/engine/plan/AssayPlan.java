package org.evotrial.engine.plan;

import java.io.Serializable;

/**
 * What the engine must know of an assay.
 *
 * @param id name
 * @param channels number of channels
 * @param turnAroundDays days from sampling until the result is available
 * @param imaging whether it feeds the response assessment
 * @param confirmsProgression whether progression needs the next scan
 */
public record AssayPlan(String id, int channels, double turnAroundDays, boolean imaging, boolean confirmsProgression)
        implements Serializable {}
