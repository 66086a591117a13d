package org.evotrial.engine.plan;

import java.io.Serializable;
import java.util.List;
import org.evotrial.model.design.Condition;
import org.evotrial.spi.TrialIndex;

/** The condition of a look, compiled: when does it come true, given the patients known so far. */
public sealed interface Trigger extends Serializable {
    /** What a trigger is evaluated on. */
    interface State {
        /** Number of events of an endpoint up to and including a calendar day, among the patients known so far. */
        int eventsBy(int endpoint, double calendarDay);

        /** Calendar day of the count-th event of an endpoint among the patients known so far, or infinity. */
        double eventDay(int endpoint, int count);

        /** Calendar day of the randomisation of the count-th patient (from 1), or infinity if fewer are planned. */
        double randomisedDay(int count);

        /** Planned number of patients. */
        int sampleSize();
    }

    /** True if the condition holds by a calendar day up to which all patients are known. */
    boolean reachedBy(double calendarDay, State state);

    /** The calendar day on which the condition comes true, or infinity. Exact once all patients that arrive before it are known. */
    double day(State state);

    /** An upper bound of {@link #day} that needs no patient's course, or infinity. */
    double latestDay(State state);

    /** Compiles a condition. */
    static Trigger of(Condition condition, TrialIndex index) {
        if (condition instanceof Condition.Calendar c) {
            return new At(Calendar.days(c.months()));
        } else if (condition instanceof Condition.Events c) {
            return new Events(index.endpoint(c.endpoint()), c.count());
        } else if (condition instanceof Condition.Randomised c) {
            return new Randomised(c.count());
        } else if (condition instanceof Condition.MinimumFollowUp c) {
            return new MinimumFollowUp(Calendar.days(c.months()));
        } else if (condition instanceof Condition.And c) {
            return new All(c.conditions().stream().map(x -> of(x, index)).toList());
        } else if (condition instanceof Condition.Or c) {
            return new Any(c.conditions().stream().map(x -> of(x, index)).toList());
        }
        throw new IllegalArgumentException("Unknown condition " + condition);
    }

    /** In words, for the report. */
    static String inWords(Condition condition) {
        if (condition instanceof Condition.Calendar c) {
            return "%s months after the trial opened".formatted(number(c.months()));
        } else if (condition instanceof Condition.Events c) {
            return "%d events of %s".formatted(c.count(), c.endpoint());
        } else if (condition instanceof Condition.Randomised c) {
            return "%d patients randomised".formatted(c.count());
        } else if (condition instanceof Condition.MinimumFollowUp c) {
            return "%s months after the last patient was randomised".formatted(number(c.months()));
        } else if (condition instanceof Condition.And c) {
            return String.join(
                    " and ", c.conditions().stream().map(Trigger::inWords).toList());
        } else if (condition instanceof Condition.Or c) {
            return String.join(
                    " or ", c.conditions().stream().map(Trigger::inWords).toList());
        }
        throw new IllegalArgumentException("Unknown condition " + condition);
    }

    private static String number(double x) {
        return x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
    }

    /** A calendar day. */
    record At(double calendarDay) implements Trigger {
        @Override
        public boolean reachedBy(double now, State state) {
            return now >= calendarDay;
        }

        @Override
        public double day(State state) {
            return calendarDay;
        }

        @Override
        public double latestDay(State state) {
            return calendarDay;
        }
    }

    /** A number of events. */
    record Events(int endpoint, int count) implements Trigger {
        @Override
        public boolean reachedBy(double now, State state) {
            return state.eventsBy(endpoint, now) >= count;
        }

        @Override
        public double day(State state) {
            return state.eventDay(endpoint, count);
        }

        @Override
        public double latestDay(State state) {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** A number of randomised patients. */
    record Randomised(int count) implements Trigger {
        @Override
        public boolean reachedBy(double now, State state) {
            return now >= state.randomisedDay(count);
        }

        @Override
        public double day(State state) {
            return state.randomisedDay(count);
        }

        @Override
        public double latestDay(State state) {
            return state.randomisedDay(count);
        }
    }

    /** Follow-up after the last planned patient. */
    record MinimumFollowUp(double days) implements Trigger {
        @Override
        public boolean reachedBy(double now, State state) {
            return now >= day(state);
        }

        @Override
        public double day(State state) {
            return state.randomisedDay(state.sampleSize()) + days;
        }

        @Override
        public double latestDay(State state) {
            return day(state);
        }
    }

    /** All of several triggers. */
    record All(List<Trigger> triggers) implements Trigger {
        @Override
        public boolean reachedBy(double now, State state) {
            for (int i = 0; i < triggers.size(); i++) {
                if (!triggers.get(i).reachedBy(now, state)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public double day(State state) {
            double day = 0;
            for (int i = 0; i < triggers.size(); i++) {
                day = Math.max(day, triggers.get(i).day(state));
            }
            return day;
        }

        @Override
        public double latestDay(State state) {
            double day = 0;
            for (int i = 0; i < triggers.size(); i++) {
                day = Math.max(day, triggers.get(i).latestDay(state));
            }
            return day;
        }
    }

    /** The first of several triggers. */
    record Any(List<Trigger> triggers) implements Trigger {
        @Override
        public boolean reachedBy(double now, State state) {
            for (int i = 0; i < triggers.size(); i++) {
                if (triggers.get(i).reachedBy(now, state)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public double day(State state) {
            double day = Double.POSITIVE_INFINITY;
            for (int i = 0; i < triggers.size(); i++) {
                day = Math.min(day, triggers.get(i).day(state));
            }
            return day;
        }

        @Override
        public double latestDay(State state) {
            double day = Double.POSITIVE_INFINITY;
            for (int i = 0; i < triggers.size(); i++) {
                day = Math.min(day, triggers.get(i).latestDay(state));
            }
            return day;
        }
    }
}
