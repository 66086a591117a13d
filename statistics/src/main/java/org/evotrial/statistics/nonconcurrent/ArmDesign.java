package org.evotrial.statistics.nonconcurrent;

import java.util.Arrays;

/** The design of a regression: the effect of one arm first, then the intercept, the other arms, and the trend. */
final class ArmDesign {
    private ArmDesign() {}

    static double[][] of(PlatformData data, int arm, double[][] trend) {
        int[] others = new int[data.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = data.arm(i);
        }
        int[] rest = Arrays.stream(others)
                .filter(other -> other != 0 && other != arm)
                .distinct()
                .sorted()
                .toArray();
        double[][] design = new double[data.size()][];
        for (int i = 0; i < design.length; i++) {
            double[] row = new double[2 + rest.length + trend[i].length];
            row[0] = data.arm(i) == arm ? 1 : 0;
            row[1] = 1;
            int other = Arrays.binarySearch(rest, data.arm(i));
            if (other >= 0) {
                row[2 + other] = 1;
            }
            System.arraycopy(trend[i], 0, row, 2 + rest.length, trend[i].length);
            design[i] = row;
        }
        return design;
    }
}
