package org.evotrial.engine.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evotrial.engine.SmallTrial.calendar;
import static org.evotrial.engine.SmallTrial.events;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evotrial.engine.SmallTrial;
import org.evotrial.engine.Trials;
import org.evotrial.engine.plan.Calendar;
import org.evotrial.engine.plan.SimulationPlan;
import org.evotrial.spi.LookData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialReplicateTest {
    private static final double DAYS_BETWEEN_ARRIVALS = Calendar.days(18) / 350;
    private static final int ENDPOINT = 0;

    @TempDir
    Path folder;

    private static SimulationPlan groupSequential() {
        return SmallTrial.plan(Trials.read(Trials.example("group-sequential"), Map.of()), "base");
    }

    private static double[] row(TrialReplicate trial, SimulationPlan plan, long replicate) {
        int[] offsets = plan.curveOffsets();
        double[] row = new double[plan.metrics().size() + offsets[offsets.length - 1]];
        double[] metrics = new double[plan.metrics().size()];
        double[] curves = new double[offsets[offsets.length - 1]];
        trial.run(replicate, metrics, curves);
        System.arraycopy(metrics, 0, row, 0, metrics.length);
        System.arraycopy(curves, 0, row, metrics.length, curves.length);
        return row;
    }

    @Test
    void enrolsNobodyAfterTheStop() {
        SimulationPlan plan = groupSequential();
        TrialReplicate trial = new TrialReplicate(plan);
        int stoppedEarly = 0;
        for (int replicate = 0; replicate < 60; replicate++) {
            Watch watch = new Watch();
            trial.watchedBy(watch);
            double[] row = row(trial, plan, replicate);
            Look last = watch.looks.get(watch.looks.size() - 1);
            int byStop = (int) Math.min(350, Math.floor(last.day / DAYS_BETWEEN_ARRIVALS + 1e-9));

            assertThat(row[plan.conduct().randomised()]).isEqualTo(byStop);
            assertThat(row[plan.conduct().duration()]).isEqualTo(Calendar.months(last.day));
            // Generated ahead, but never part of the trial: fewer than one chunk of 16.
            assertThat(watch.arrivals.stream().filter(day -> day > last.day)).hasSizeLessThan(16);
            stoppedEarly += byStop < 350 ? 1 : 0;
        }
        assertThat(stoppedEarly).isGreaterThan(5);
    }

    @Test
    void showsALookOnlyWhoWasRandomisedAndWhatWasObservedByThen() {
        SimulationPlan plan = groupSequential();
        TrialReplicate trial = new TrialReplicate(plan);
        for (int replicate = 0; replicate < 20; replicate++) {
            Watch watch = new Watch();
            trial.watchedBy(watch);
            row(trial, plan, replicate);
            for (Look look : watch.looks) {
                assertThat(look.arrivals)
                        .hasSize((int) Math.min(350, Math.floor(look.day / DAYS_BETWEEN_ARRIVALS + 1e-9)));
                for (int i = 0; i < look.arrivals.length; i++) {
                    assertThat(look.arrivals[i] + look.times[i]).isLessThanOrEqualTo(look.day + 1e-9);
                }
            }
        }
    }

    @Test
    void looksOnTheVeryDayOfTheEventThatTriggersIt() {
        SimulationPlan plan = groupSequential();
        TrialReplicate trial = new TrialReplicate(plan);
        int[] planned = {125, 188, 250};
        for (int replicate = 0; replicate < 30; replicate++) {
            Watch watch = new Watch();
            trial.watchedBy(watch);
            row(trial, plan, replicate);
            for (int l = 0; l < watch.looks.size(); l++) {
                Look look = watch.looks.get(l);
                assertThat(look.events).isEqualTo(planned[l]);
                double latest = 0;
                for (int i = 0; i < look.times.length; i++) {
                    latest = look.event[i] ? Math.max(latest, look.arrivals[i] + look.times[i]) : latest;
                }
                assertThat(latest).isCloseTo(look.day, within(1e-9));
            }
        }
    }

    @Test
    void isTheSameTrialWhateverTheNumberOfPatientsGeneratedAtATime() {
        SimulationPlan plan = groupSequential();
        TrialReplicate usual = new TrialReplicate(plan);
        TrialReplicate single = new TrialReplicate(plan, 1);
        TrialReplicate all = new TrialReplicate(plan, 1000);
        for (int replicate = 0; replicate < 20; replicate++) {
            double[] expected = row(usual, plan, replicate);

            assertThat(row(single, plan, replicate)).containsExactly(expected);
            assertThat(row(all, plan, replicate)).containsExactly(expected);
        }
    }

    @Test
    void isTheSameTrialWhateverWasSimulatedBefore() {
        SimulationPlan plan = groupSequential();
        TrialReplicate used = new TrialReplicate(plan);
        for (int replicate = 0; replicate < 7; replicate++) {
            row(used, plan, replicate);
        }

        assertThat(row(used, plan, 3)).containsExactly(row(new TrialReplicate(plan), plan, 3));
        assertThat(row(used, plan, 3)).isNotEqualTo(row(used, plan, 4));
    }

    @Test
    void holdsACalendarLookWhileAccrualGoesOn() {
        SimulationPlan plan = SmallTrial.plan(folder, calendar("final", 2.75));
        TrialReplicate trial = new TrialReplicate(plan);
        Watch watch = new Watch();
        trial.watchedBy(watch);
        double[] row = row(trial, plan, 0);

        // Ten a month: patient 27 arrives at 2.7 months, patient 28 at 2.8.
        assertThat(row[plan.conduct().randomised()]).isEqualTo(27);
        assertThat(row[plan.conduct().duration()]).isCloseTo(2.75, within(1e-12));
    }

    @Test
    void holdsTheFinalLookWithoutAnInterimThatIsNeverReached() {
        SimulationPlan plan = SmallTrial.plan(folder, events("interim", 60) + "," + calendar("final", 12));
        TrialReplicate trial = new TrialReplicate(plan);
        Watch watch = new Watch();
        trial.watchedBy(watch);
        double[] row = row(trial, plan, 0);

        assertThat(watch.looks).hasSize(1);
        assertThat(watch.looks.get(0).look).isEqualTo(1);
        assertThat(watch.looks.get(0).last).isTrue();
        assertThat(row[plan.conduct().duration()]).isCloseTo(12, within(1e-12));
        assertThat(row[plan.conduct().lookMonth()]).isNaN();
        assertThat(row[plan.conduct().stopped()]).isZero();
        assertThat(row[plan.conduct().stopped() + 1]).isEqualTo(1);
    }

    @Test
    void endsAtTheMaximumDurationWhenTheFinalConditionIsNeverMet() {
        SimulationPlan plan = SmallTrial.plan(folder, events("interim", 10) + "," + events("final", 60));
        TrialReplicate trial = new TrialReplicate(plan);
        Watch watch = new Watch();
        trial.watchedBy(watch);
        double[] row = row(trial, plan, 0);

        assertThat(watch.looks).hasSize(2);
        assertThat(watch.looks.get(0).last).isFalse();
        assertThat(watch.looks.get(1).last).isTrue();
        assertThat(row[plan.conduct().duration()]).isCloseTo(30, within(1e-12));
        assertThat(row[plan.conduct().randomised()]).isEqualTo(60);
    }

    @Test
    void makesTheInterimTheLastLookAtTheMaximumDuration() {
        SimulationPlan plan = SmallTrial.plan(folder, events("interim", 59) + "," + events("final", 60));
        TrialReplicate trial = new TrialReplicate(plan);
        Watch watch = new Watch();
        trial.watchedBy(watch);
        double[] row = row(trial, plan, 0);

        assertThat(watch.looks).hasSize(1);
        assertThat(watch.looks.get(0).last).isTrue();
        assertThat(row[plan.conduct().duration()]).isCloseTo(30, within(1e-12));
    }

    /** What one look saw. */
    private static final class Look {
        private final int look;
        private final boolean last;
        private final double day;
        private final int events;
        private final double[] arrivals;
        private final double[] times;
        private final boolean[] event;

        Look(LookData data) {
            look = data.look();
            last = data.last();
            day = data.cutOffDay();
            events = data.events(ENDPOINT);
            arrivals = Arrays.copyOf(data.randomisedDay(), data.size());
            times = Arrays.copyOf(data.time(ENDPOINT), data.size());
            event = Arrays.copyOf(data.event(ENDPOINT), data.size());
        }
    }

    private static final class Watch implements TrialListener {
        private final List<Double> arrivals = new ArrayList<>();
        private final List<Look> looks = new ArrayList<>();

        @Override
        public void randomised(int patient, double calendarDay, int arm) {
            arrivals.add(calendarDay);
        }

        @Override
        public void look(LookData data) {
            looks.add(new Look(data));
        }
    }
}
