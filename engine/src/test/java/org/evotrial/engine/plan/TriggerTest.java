package org.evotrial.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.evotrial.engine.plan.Trigger.All;
import org.evotrial.engine.plan.Trigger.Any;
import org.evotrial.engine.plan.Trigger.At;
import org.evotrial.engine.plan.Trigger.Events;
import org.evotrial.engine.plan.Trigger.MinimumFollowUp;
import org.evotrial.engine.plan.Trigger.Randomised;
import org.evotrial.model.design.Condition;
import org.junit.jupiter.api.Test;

class TriggerTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    /** Randomised on days 10, 20, 30, 40; events of the only endpoint on days 55, 25, 70 and never. */
    private static final Trigger.State STATE =
            new KnownTrial(new double[] {10, 20, 30, 40}, new double[] {55, 25, 70, NEVER});

    @Test
    void comesTrueOnTheDayOfTheEvent() {
        assertThat(new Events(0, 1).day(STATE)).isEqualTo(25);
        assertThat(new Events(0, 2).day(STATE)).isEqualTo(55);
        assertThat(new Events(0, 2).reachedBy(54.9, STATE)).isFalse();
        assertThat(new Events(0, 2).reachedBy(55, STATE)).isTrue();
    }

    @Test
    void neverComesTrueWithMoreEventsThanHappen() {
        assertThat(new Events(0, 4).day(STATE)).isEqualTo(NEVER);
        assertThat(new Events(0, 4).reachedBy(1e9, STATE)).isFalse();
        assertThat(new Events(0, 5).day(STATE)).isEqualTo(NEVER);
    }

    @Test
    void comesTrueOnTheDayOfTheRandomisationOrNever() {
        assertThat(new Randomised(3).day(STATE)).isEqualTo(30);
        assertThat(new Randomised(3).reachedBy(29.9, STATE)).isFalse();
        assertThat(new Randomised(3).reachedBy(30, STATE)).isTrue();
        assertThat(new Randomised(5).day(STATE)).isEqualTo(NEVER);
    }

    @Test
    void countsMinimumFollowUpFromTheLastPlannedPatient() {
        MinimumFollowUp trigger = new MinimumFollowUp(60);

        assertThat(trigger.day(STATE)).isEqualTo(100);
        assertThat(trigger.latestDay(STATE)).isEqualTo(100);
        assertThat(trigger.reachedBy(99.9, STATE)).isFalse();
        assertThat(trigger.reachedBy(100, STATE)).isTrue();
    }

    @Test
    void waitsForAllOfSeveral() {
        Trigger trigger = new All(List.of(new Events(0, 2), new At(60)));

        assertThat(trigger.day(STATE)).isEqualTo(60);
        assertThat(trigger.reachedBy(59, STATE)).isFalse();
        assertThat(trigger.reachedBy(60, STATE)).isTrue();
        assertThat(trigger.latestDay(STATE)).isEqualTo(NEVER);
        assertThat(new All(List.of(new Events(0, 4), new At(60))).day(STATE)).isEqualTo(NEVER);
    }

    @Test
    void takesTheFirstOfSeveral() {
        Trigger trigger = new Any(List.of(new Events(0, 4), new At(60), new Randomised(5)));

        assertThat(trigger.day(STATE)).isEqualTo(60);
        assertThat(trigger.latestDay(STATE)).isEqualTo(60);
        assertThat(trigger.reachedBy(59, STATE)).isFalse();
        assertThat(trigger.reachedBy(60, STATE)).isTrue();
    }

    @Test
    void nests() {
        Trigger trigger = new Any(List.of(
                new All(List.of(new Events(0, 3), new Randomised(4))), new All(List.of(new At(65), new Events(0, 4)))));

        assertThat(trigger.day(STATE)).isEqualTo(70);
    }

    @Test
    void isSaidInWords() {
        Condition condition = new Condition.Or(List.of(
                new Condition.And(List.of(new Condition.Events("pfs", 100), new Condition.MinimumFollowUp(6))),
                new Condition.Calendar(36.5)));

        assertThat(Trigger.inWords(condition))
                .isEqualTo(
                        "100 events of pfs and 6 months after the last patient was randomised or 36.5 months after the"
                                + " trial opened");
    }

    private record KnownTrial(double[] randomised, double[] events) implements Trigger.State {
        @Override
        public int eventsBy(int endpoint, double calendarDay) {
            return (int) Arrays.stream(events).filter(d -> d <= calendarDay).count();
        }

        @Override
        public double eventDay(int endpoint, int count) {
            return count > events.length
                    ? NEVER
                    : Arrays.stream(events).sorted().toArray()[count - 1];
        }

        @Override
        public double randomisedDay(int count) {
            return count > randomised.length ? NEVER : randomised[count - 1];
        }

        @Override
        public int sampleSize() {
            return randomised.length;
        }
    }
}
