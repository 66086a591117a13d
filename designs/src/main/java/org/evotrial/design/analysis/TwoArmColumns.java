package org.evotrial.design.analysis;

import org.evotrial.spi.LookData;
import org.evotrial.statistics.survival.TwoArmRiskTable;

/** The risk sets of two arms of a trial at a look, in reused memory. */
final class TwoArmColumns {
    private final int endpoint;
    private final int experimental;
    private final int control;
    private final boolean asTheyAre;
    private final TwoArmRiskTable table = new TwoArmRiskTable(0);
    private double[] time = new double[0];
    private boolean[] event = new boolean[0];
    private int[] group = new int[0];
    private int[] stratum = new int[0];

    /**
     * @param twoArms whether the trial has no other arm, so that its columns need not be copied if the control is the
     *     first one
     */
    TwoArmColumns(int endpoint, int experimental, int control, boolean twoArms) {
        this.endpoint = endpoint;
        this.experimental = experimental;
        this.control = control;
        asTheyAre = twoArms && control == 0 && experimental == 1;
    }

    /** The risk sets at a look, valid until the next call. */
    TwoArmRiskTable risks(LookData data, boolean stratified) {
        if (asTheyAre) {
            return stratified
                    ? table.fillStratified(
                            data.time(endpoint), data.event(endpoint), data.arm(), data.stratum(), data.size())
                    : table.fill(data.time(endpoint), data.event(endpoint), data.arm(), data.size());
        }
        int n = select(data);
        return stratified ? table.fillStratified(time, event, group, stratum, n) : table.fill(time, event, group, n);
    }

    /** The risk sets of the last look. */
    TwoArmRiskTable risks() {
        return table;
    }

    private int select(LookData data) {
        int size = data.size();
        if (time.length < size) {
            time = new double[size];
            event = new boolean[size];
            group = new int[size];
            stratum = new int[size];
        }
        int[] arm = data.arm();
        int[] strata = data.stratum();
        double[] times = data.time(endpoint);
        boolean[] events = data.event(endpoint);
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (arm[i] == experimental || arm[i] == control) {
                time[n] = times[i];
                event[n] = events[i];
                group[n] = arm[i] == experimental ? 1 : 0;
                stratum[n] = strata[i];
                n++;
            }
        }
        return n;
    }
}
