package org.evotrial.engine.plan;

import java.io.Serializable;
import org.evotrial.spi.Analysis;

/**
 * An analysis and the place of its results in a replicate's row.
 *
 * @param analysis the compiled analysis
 * @param firstMetric column of its first metric
 * @param metrics number of its metrics
 * @param firstHypothesis index of its first hypothesis among all hypotheses of the trial
 * @param hypotheses number of its hypotheses
 * @param firstCurve index of its first curve among all curves of the trial
 */
public record AnalysisPlan(
        Analysis analysis, int firstMetric, int metrics, int firstHypothesis, int hypotheses, int firstCurve)
        implements Serializable {}
