package org.evotrial.statistics.verification;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.evotrial.statistics.montecarlo.SampleMoments;
import org.evotrial.statistics.survival.LogRankTest;
import org.evotrial.statistics.survival.StaggeredEntry;
import org.evotrial.statistics.survival.TwoArmRiskTable;

/** Simulated trials of one scenario: counts and moments by look. Looks count from 0. */
final class SimulatedSurvivalTrials {
    private final SurvivalScenario scenario;
    private final int trials;
    private final double[] critical;
    private final int[] events;
    private final int[] rejections;
    private final int[] futile;
    private final SampleMoments[] times;
    private final SampleMoments[] subjects;
    private final SampleMoments finalEvents = new SampleMoments();
    private final SampleMoments finalSubjects = new SampleMoments();
    private final SampleMoments duration = new SampleMoments();

    private SimulatedSurvivalTrials(SurvivalScenario scenario, int trials, List<ReferenceRow> looks) {
        this.scenario = scenario;
        this.trials = trials;
        critical = LookRows.numbers(looks, "criticalValue");
        events = looks.stream().mapToInt(row -> row.integer("plannedEvents")).toArray();
        rejections = new int[events.length];
        futile = new int[events.length];
        times = new SampleMoments[events.length];
        subjects = new SampleMoments[events.length];
        for (int k = 0; k < events.length; k++) {
            times[k] = new SampleMoments();
            subjects[k] = new SampleMoments();
        }
    }

    /** Simulates trials with looks at the events and with the critical values of the rows. */
    static SimulatedSurvivalTrials run(
            SurvivalScenario scenario, int trials, List<ReferenceRow> looks, UniformRandomProvider random) {
        SimulatedSurvivalTrials result = new SimulatedSurvivalTrials(scenario, trials, looks);
        result.run(random);
        return result;
    }

    private void run(UniformRandomProvider random) {
        double[] entry = scenario.entries();
        int n = entry.length;
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            group[i] = scenario.group(i);
        }
        StaggeredEntry entries = new StaggeredEntry(n);
        TwoArmRiskTable risks = new TwoArmRiskTable(n);
        LogRankTest test = new LogRankTest(n);
        for (int trial = 0; trial < trials; trial++) {
            scenario.draw(random, time, event);
            follow(entries.prepare(entry, time, event, group, n), risks, test);
        }
    }

    /** One trial to its end. */
    private void follow(StaggeredEntry entries, TwoArmRiskTable risks, LogRankTest test) {
        for (int k = 0; k < events.length; k++) {
            double calendar = entries.calendarTimeOfEvent(events[k]);
            int entered = entries.entered(calendar);
            times[k].add(calendar);
            subjects[k].add(entered);
            double z = test.compute(entries.at(calendar, risks)).z();
            boolean last = k == events.length - 1;
            boolean rejects = z >= critical[k];
            boolean stops = !rejects && !last && scenario.futility() && z <= 0;
            rejections[k] += rejects ? 1 : 0;
            futile[k] += stops ? 1 : 0;
            if (rejects || stops || last) {
                finalEvents.add(events[k]);
                finalSubjects.add(entered);
                duration.add(calendar);
                return;
            }
        }
    }

    double rejection(int look) {
        return rejections[look] / (double) trials;
    }

    double futility(int look) {
        return futile[look] / (double) trials;
    }

    double overallRejection() {
        double sum = 0;
        for (int k = 0; k < events.length; k++) {
            sum += rejection(k);
        }
        return sum;
    }

    /** Calendar time of a look over the trials that reach it. */
    SampleMoments times(int look) {
        return times[look];
    }

    /** Subjects entered by a look over the trials that reach it. */
    SampleMoments subjects(int look) {
        return subjects[look];
    }

    SampleMoments finalEvents() {
        return finalEvents;
    }

    SampleMoments finalSubjects() {
        return finalSubjects;
    }

    SampleMoments duration() {
        return duration;
    }

    int trials() {
        return trials;
    }
}
