package org.evotrial.spi;

import java.io.Serializable;
import java.util.List;
import org.evotrial.model.result.TrialSummary;

/** A compiled analysis: immutable, shared between threads. */
public interface Analysis extends Serializable {
    /** What one replicate reports, one value per metric, in a fixed order. */
    List<MetricDefinition> metrics();

    /**
     * The estimands whose true values the engine computes from large uncensored samples, with the index of the metric
     * that estimates each.
     */
    default List<Estimand> estimands() {
        return List.of();
    }

    /** Curves reported for each replicate, averaged over replicates; see {@link CurveDefinition}. */
    default List<CurveDefinition> curves() {
        return List.of();
    }

    /**
     * True if this analysis is wanted only at the look that ends the trial, after all others: a description that decides
     * nothing.
     */
    default boolean onlyAtEnd() {
        return false;
    }

    /** Planned decision boundaries for the report; empty for analyses without any. */
    default List<TrialSummary.Boundary> boundaries() {
        return List.of();
    }

    /** A workspace for one thread. */
    Workspace newWorkspace();

    /** Performs the analysis look by look in one replicate after the other. Allocates nothing after warm-up. */
    interface Workspace {
        /** A new replicate begins. */
        void begin();

        /**
         * Analyses the data available at a look.
         *
         * @param data the data at the cut-off
         * @param out receives decisions, metric values and curve ordinates
         */
        void analyse(LookData data, LookReport out);
    }
}
