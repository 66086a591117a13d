package org.evotrial.engine.plan;

import java.io.Serializable;
import java.util.List;
import org.evotrial.engine.random.StreamSet;
import org.evotrial.spi.CurveDefinition;
import org.evotrial.spi.MetricDefinition;

/**
 * Everything that a replicate of one variant needs. Immutable and serialisable: the same plan runs in a thread, in a
 * build and on an executor.
 *
 * @param variant name of the variant
 * @param seed master seed
 * @param platform who enters which arm and when
 * @param patients what happens to one patient
 * @param looks data cut-offs
 * @param analyses what is tested and estimated
 * @param hypotheses names of all hypotheses, in the order of the analyses
 * @param primaryHypothesis index of the hypothesis whose decision stops the trial, or -1
 * @param conduct columns about the conduct of the trial
 * @param metrics what a replicate's row holds: conduct first, then the analyses
 * @param conductCurves curves about the conduct of the trial
 * @param curves curves of all analyses, then those about the conduct
 */
public record SimulationPlan(
        String variant,
        long seed,
        PlatformPlan platform,
        PatientPlan patients,
        LookPlan[] looks,
        AnalysisPlan[] analyses,
        String[] hypotheses,
        int primaryHypothesis,
        ConductColumns conduct,
        ConductCurves conductCurves,
        List<MetricDefinition> metrics,
        List<CurveDefinition> curves)
        implements Serializable {
    /** Streams for one thread. */
    public StreamSet newStreams() {
        return new StreamSet(seed, patients.assays().length, platform.strata());
    }

    /** Offsets of the curves in a flat array of ordinates; the last element is the total. */
    public int[] curveOffsets() {
        int[] offsets = new int[curves.size() + 1];
        for (int i = 0; i < curves.size(); i++) {
            offsets[i + 1] = offsets[i] + curves.get(i).gridMonths().length;
        }
        return offsets;
    }
}
