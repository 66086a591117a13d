package org.evotrial.statistics.allocation;

import java.util.Arrays;
import org.evotrial.statistics.Admissible;

/**
 * Responses per arm so far, with independent Beta priors, and which arms are still open. A workspace: not thread-safe,
 * allocates nothing after construction.
 */
public final class BinaryArms {
    private final double priorAlpha;
    private final double priorBeta;
    private final int[] patients;
    private final int[] responses;
    private final boolean[] open;
    private int total;
    private long changes;

    /**
     * Arms without patients, all open.
     *
     * @param arms number of arms, positive
     * @param priorAlpha first shape of every arm's Beta prior, positive; 1 for a uniform one
     * @param priorBeta second shape, positive
     * @throws IllegalArgumentException if an argument is not admissible
     */
    public BinaryArms(int arms, double priorAlpha, double priorBeta) {
        Admissible.inRange("number of arms", arms, 1, 1000);
        this.priorAlpha = Admissible.positive("priorAlpha", priorAlpha);
        this.priorBeta = Admissible.positive("priorBeta", priorBeta);
        patients = new int[arms];
        responses = new int[arms];
        open = new boolean[arms];
        reset();
    }

    /** Begins anew: no patients, all arms open. */
    public void reset() {
        Arrays.fill(patients, 0);
        Arrays.fill(responses, 0);
        Arrays.fill(open, true);
        total = 0;
        changes++;
    }

    /**
     * Takes a patient's result, also in an arm that was closed meanwhile.
     *
     * @param arm from 0
     * @param response whether the patient responded
     */
    public void add(int arm, boolean response) {
        patients[arm]++;
        responses[arm] += response ? 1 : 0;
        total++;
        changes++;
    }

    /**
     * Closes an arm.
     *
     * @param arm from 0
     */
    public void close(int arm) {
        open[arm] = false;
        changes++;
    }

    /**
     * Number of arms, open or closed.
     *
     * @return arms
     */
    public int arms() {
        return open.length;
    }

    /**
     * Patients with a result.
     *
     * @return in all arms together
     */
    public int total() {
        return total;
    }

    /**
     * Patients with a result in an arm.
     *
     * @param arm from 0
     * @return count
     */
    public int patients(int arm) {
        return patients[arm];
    }

    /**
     * Responses in an arm.
     *
     * @param arm from 0
     * @return count
     */
    public int responses(int arm) {
        return responses[arm];
    }

    /**
     * Whether an arm is open.
     *
     * @param arm from 0
     * @return whether patients may get it
     */
    public boolean isOpen(int arm) {
        return open[arm];
    }

    /**
     * Number of open arms.
     *
     * @return count
     */
    public int openArms() {
        int count = 0;
        for (boolean each : open) {
            count += each ? 1 : 0;
        }
        return count;
    }

    /**
     * First shape of an arm's Beta posterior.
     *
     * @param arm from 0
     * @return prior shape plus responses
     */
    public double alpha(int arm) {
        return priorAlpha + responses[arm];
    }

    /**
     * Second shape of an arm's Beta posterior.
     *
     * @param arm from 0
     * @return prior shape plus patients without a response
     */
    public double beta(int arm) {
        return priorBeta + (patients[arm] - responses[arm]);
    }

    /** Grows with every change, so that what was computed from the arms can be kept until the next one. */
    long changes() {
        return changes;
    }

    boolean[] open() {
        return open;
    }
}
