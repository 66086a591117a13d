package org.evotrial.statistics.verification;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.evotrial.statistics.adaptive.AdaptiveSimulation;
import org.evotrial.statistics.adaptive.AdaptiveTrialCounts;
import org.evotrial.statistics.adaptive.StagewiseOutcomes;

/** Simulates the trial of a row with a seed of its own and compares shares and means within the error of both sides. */
final class SimulatedTrials {
    private static final int REPLICATES = 40_000;
    private static final double STANDARD_ERRORS = 5;

    private SimulatedTrials() {}

    /** Simulates a row's trial; the seed depends on the row's design and scenario alone. */
    static AdaptiveTrialCounts run(ReferenceRow row, AdaptiveSimulation simulation, StagewiseOutcomes outcomes) {
        return simulation.run(outcomes, REPLICATES, random(row.text("design") + "," + row.text("scenario")));
    }

    private static UniformRandomProvider random(String key) {
        long[] seed = new long[4];
        long mixed = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < seed.length; i++) {
            for (int j = 0; j < key.length(); j++) {
                mixed = (mixed ^ key.charAt(j)) * 0xBF58476D1CE4E5B9L;
                mixed ^= mixed >>> 29;
            }
            seed[i] = mixed;
        }
        return new XoShiRo256PlusPlus(seed);
    }

    /** Compares the shares of trials that reject, one column per hypothesis, and the mean size in the column of its unit. */
    static void compare(ReferenceRow row, AdaptiveTrialCounts ours, List<String> hypotheses, Findings findings) {
        share(row, "rejectAtLeastOne", ours.anyRejectionRate(), findings);
        for (int i = 0; i < hypotheses.size(); i++) {
            if (i < ours.rejections().size()) {
                share(row, hypotheses.get(i), ours.rejectionRate(i), findings);
            } else {
                findings.compareNone(row, hypotheses.get(i));
            }
        }
        size(row, "expectedNumber", ours, findings);
        size(row, "expectedEvents", ours, findings);
    }

    /** Compares a share of trials. */
    static void share(ReferenceRow row, String column, double ours, Findings findings) {
        if (row.missing(column)) {
            return;
        }
        double iterations = row.number("iterations");
        // One more trial of each kind keeps the standard error away from 0 where neither side has seen any.
        double pooled = (ours * REPLICATES + row.number(column) * iterations + 1) / (REPLICATES + iterations + 2);
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / REPLICATES + 1 / iterations));
        findings.compare(row, column, ours, Tolerance.simulated(error, STANDARD_ERRORS));
    }

    private static void size(ReferenceRow row, String column, AdaptiveTrialCounts ours, Findings findings) {
        if (row.missing(column)) {
            return;
        }
        double iterations = row.number("iterations");
        // As if one trial in all had stopped at half of its size.
        double deviation =
                Math.hypot(ours.standardDeviationOfSize(), 0.5 * ours.meanSize() / Math.sqrt(REPLICATES + iterations));
        double error = deviation * Math.sqrt(1.0 / REPLICATES + 1 / iterations);
        findings.compare(row, column, ours.meanSize(), Tolerance.simulated(error, STANDARD_ERRORS));
    }
}
