package org.evotrial.statistics;

import java.util.SplittableRandom;
import org.evotrial.statistics.groupsequential.GroupSequentialDesign;
import org.evotrial.statistics.groupsequential.Sidedness;
import org.evotrial.statistics.groupsequential.SpendingFunction;
import org.evotrial.statistics.survival.KaplanMeier;
import org.evotrial.statistics.survival.LandmarkSurvival;
import org.evotrial.statistics.survival.LogRankTest;
import org.evotrial.statistics.survival.StaggeredEntry;
import org.evotrial.statistics.survival.SurvivalScale;
import org.evotrial.statistics.survival.TwoArmRiskTable;
import org.junit.jupiter.api.Test;

/** Kernels put together as a simulation does it; fixed seeds, alpha 1e-6 per assertion ({@link BinomialAssertion}). */
class SimulatedTrialsTest {
    private static final int PATIENTS = 350;

    @Test
    void theClassicalGroupSequentialTrialHasThePowerThatRpactSimulates() {
        // rpact 4.5, 200,000 trials: power .8857 (MCSE .0007), by look .2400 .4228 .2230.
        // 20,000 trials detect a shift of the power of .018 with probability .999, of the looks of .024 to .028.
        int[] rejections = simulate(20_000, 9, new SplittableRandom(20_261_121));
        BinomialAssertion.assertProportion(rejections[0], 20_000, 0.2400);
        BinomialAssertion.assertProportion(rejections[1], 20_000, 0.4228);
        BinomialAssertion.assertProportion(rejections[2], 20_000, 0.2230);
        BinomialAssertion.assertProportion(rejections[0] + rejections[1] + rejections[2], 20_000, 0.8857);
    }

    @Test
    void theClassicalGroupSequentialTrialKeepsTheLevelThatRpactSimulates() {
        // rpact 4.5, 200,000 trials: .0255 (MCSE .00035). 20,000 trials detect a shift of .0089.
        int[] rejections = simulate(20_000, 6, new SplittableRandom(7));
        BinomialAssertion.assertProportion(rejections[0] + rejections[1] + rejections[2], 20_000, 0.0255);
    }

    @Test
    void theLogLogIntervalOfALandmarkRateCoversIt() {
        // Nominal 0.95 for 200 subjects; 4,000 samples detect a loss of coverage of .028.
        SplittableRandom random = new SplittableRandom(11);
        int covered = 0;
        double truth = Math.exp(-1);
        for (int sample = 0; sample < 4_000; sample++) {
            double[] time = new double[200];
            boolean[] event = new boolean[200];
            for (int i = 0; i < 200; i++) {
                double death = -Math.log(1 - random.nextDouble());
                double loss = 3 * random.nextDouble();
                time[i] = Math.min(death, loss);
                event[i] = death <= loss;
            }
            KaplanMeier curve = KaplanMeier.of(time, event);
            covered += LandmarkSurvival.interval(curve, 1, 0.95, SurvivalScale.LOG_LOG)
                            .contains(truth)
                    ? 1
                    : 0;
        }
        BinomialAssertion.assertProportion(covered, 4_000, 0.95);
    }

    /** Trials that reject, by look: medians 6 months against the given, accrual evenly over 18, 5 % a year lost. */
    private static int[] simulate(int trials, double experimentalMedian, SplittableRandom random) {
        GroupSequentialDesign design = GroupSequentialDesign.spending(
                new SpendingFunction.LanDeMetsOBrienFleming(), 0.025, Sidedness.ONE_SIDED, 0.5, 0.75, 1);
        int[] events = {125, 188, 250};
        double[] entry = new double[PATIENTS];
        double[] time = new double[PATIENTS];
        boolean[] event = new boolean[PATIENTS];
        int[] group = new int[PATIENTS];
        StaggeredEntry entries = new StaggeredEntry(PATIENTS);
        TwoArmRiskTable risks = new TwoArmRiskTable(PATIENTS);
        LogRankTest test = new LogRankTest(PATIENTS);
        double lossRate = -Math.log(0.95) / 12;
        int[] rejections = new int[3];
        for (int trial = 0; trial < trials; trial++) {
            for (int i = 0; i < PATIENTS; i++) {
                group[i] = i & 1;
                entry[i] = 18.0 * (i + 1) / PATIENTS;
                double hazard = Math.log(2) / (group[i] == 1 ? experimentalMedian : 6);
                double death = -Math.log(1 - random.nextDouble()) / hazard;
                double loss = -Math.log(1 - random.nextDouble()) / lossRate;
                time[i] = Math.min(death, loss);
                event[i] = death <= loss;
            }
            entries.prepare(entry, time, event, group, PATIENTS);
            for (int look = 0; look < 3; look++) {
                double calendar = entries.calendarTimeOfEvent(events[look]);
                if (test.compute(entries.at(calendar, risks)).z() >= design.criticalValue(look + 1)) {
                    rejections[look]++;
                    break;
                }
            }
        }
        return rejections;
    }
}
