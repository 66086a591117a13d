package org.evotrial.statistics.nonconcurrent;

import java.io.Serializable;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.evotrial.statistics.Admissible;

/**
 * Patients of a platform trial: arm (0 is the control), time of entry, response. A new period begins whenever the first patient of
 * an experimental arm enters, and after its last one. Immutable.
 */
public final class PlatformData implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int[] arms;
    private final double[] times;
    private final double[] responses;
    private final int[] periods;

    private PlatformData(int[] arms, double[] times, double[] responses, int[] periods) {
        this.arms = arms;
        this.times = times;
        this.responses = responses;
        this.periods = periods;
    }

    /**
     * The patients of a platform, in any order.
     *
     * @param arms arm of each patient, 0 for the control
     * @param times time of entry, or number of the patient in the order of entry; finite
     * @param responses finite; 0 and 1 for a binary endpoint
     * @return data
     * @throws IllegalArgumentException if the lengths differ, there is no patient, or a number is not admissible
     */
    public static PlatformData of(int[] arms, double[] times, double[] responses) {
        Admissible.inRange("number of patients", arms.length, 1, Integer.MAX_VALUE);
        Admissible.inRange("number of times", times.length, arms.length, arms.length);
        Admissible.inRange("number of responses", responses.length, arms.length, arms.length);
        for (int i = 0; i < arms.length; i++) {
            Admissible.inRange("arm", arms[i], 0, 1_000_000);
            Admissible.finite("time", times[i]);
            Admissible.finite("response", responses[i]);
        }
        return new PlatformData(arms.clone(), times.clone(), responses.clone(), periods(arms, times));
    }

    /**
     * The same patients with other periods, such as calendar quarters.
     *
     * @param other period of each patient; any numbers
     * @return data
     * @throws IllegalArgumentException if the length differs
     */
    public PlatformData withPeriods(int... other) {
        Admissible.inRange("number of periods", other.length, arms.length, arms.length);
        return new PlatformData(arms, times, responses, other.clone());
    }

    private static int[] periods(int[] arms, double[] times) {
        TreeSet<Double> begins = new TreeSet<>();
        TreeSet<Double> ends = new TreeSet<>();
        for (int arm : Arrays.stream(arms).distinct().filter(arm -> arm > 0).toArray()) {
            begins.add(extreme(arms, times, arm, true));
            ends.add(extreme(arms, times, arm, false));
        }
        int[] periods = new int[arms.length];
        for (int i = 0; i < arms.length; i++) {
            periods[i] = begins.headSet(times[i], true).size()
                    + ends.headSet(times[i], false).size();
        }
        return periods;
    }

    private static double extreme(int[] arms, double[] times, int arm, boolean first) {
        double extreme = first ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < arms.length; i++) {
            if (arms[i] == arm) {
                extreme = first ? Math.min(extreme, times[i]) : Math.max(extreme, times[i]);
            }
        }
        return extreme;
    }

    /**
     * Number of patients.
     *
     * @return patients
     */
    public int size() {
        return arms.length;
    }

    /**
     * A patient's arm.
     *
     * @param patient from 0
     * @return arm, 0 for the control
     */
    public int arm(int patient) {
        return arms[patient];
    }

    /**
     * A patient's time of entry.
     *
     * @param patient from 0
     * @return time
     */
    public double time(int patient) {
        return times[patient];
    }

    /**
     * A patient's response.
     *
     * @param patient from 0
     * @return response
     */
    public double response(int patient) {
        return responses[patient];
    }

    /**
     * A patient's period.
     *
     * @param patient from 0
     * @return period; later ones have larger numbers
     */
    public int period(int patient) {
        return periods[patient];
    }

    /**
     * Number of controls that entered while an arm was open.
     *
     * @param arm experimental arm
     * @return concurrent controls
     * @throws IllegalArgumentException if the arm has no patient
     */
    public int concurrentControls(int arm) {
        double from = opening(arm);
        double to = closing(arm);
        int count = 0;
        for (int i = 0; i < arms.length; i++) {
            count += arms[i] == 0 && times[i] >= from && times[i] <= to ? 1 : 0;
        }
        return count;
    }

    /** The patients who had entered when the last one of an arm did, which are those that its analysis may use. */
    PlatformData untilClosing(int arm) {
        double to = closing(arm);
        return select(patient -> times[patient] <= to);
    }

    /** An arm and the control patients who entered while it was open. */
    PlatformData concurrent(int arm) {
        double from = opening(arm);
        double to = closing(arm);
        return select(patient ->
                arms[patient] == arm || arms[patient] == 0 && times[patient] >= from && times[patient] <= to);
    }

    /** An arm and the control. */
    PlatformData pair(int arm) {
        return select(patient -> arms[patient] == arm || arms[patient] == 0);
    }

    double[] responses() {
        return responses;
    }

    private PlatformData select(IntPredicate kept) {
        int[] patients = IntStream.range(0, arms.length).filter(kept).toArray();
        return new PlatformData(
                Arrays.stream(patients).map(i -> arms[i]).toArray(),
                Arrays.stream(patients).mapToDouble(i -> times[i]).toArray(),
                Arrays.stream(patients).mapToDouble(i -> responses[i]).toArray(),
                Arrays.stream(patients).map(i -> periods[i]).toArray());
    }

    private double opening(int arm) {
        return requirePatients(arm, extreme(arms, times, arm, true));
    }

    private double closing(int arm) {
        return requirePatients(arm, extreme(arms, times, arm, false));
    }

    private static double requirePatients(int arm, double time) {
        if (arm < 1 || Double.isInfinite(time)) {
            throw new IllegalArgumentException(
                    String.format("The arm (%d) must be an experimental arm with at least one patient.", arm));
        }
        return time;
    }
}
