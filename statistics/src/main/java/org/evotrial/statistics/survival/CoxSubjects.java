package org.evotrial.statistics.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.evotrial.statistics.Admissible;

/**
 * Subjects of a Cox regression with their covariates, ordered by stratum and, within it, by descending time, so that risk
 * sets grow. Covariates are centred and scaled to unit variance, which changes nothing but rounding.
 */
final class CoxSubjects {
    final double[] time;
    final boolean[] event;
    final int[] stratum;
    /** Standardised covariates, subject by subject. */
    final double[][] x;
    /** Standard deviation of each covariate. */
    final double[] scale;

    private CoxSubjects(int[] order, double[] time, boolean[] event, double[][] covariates, int[] stratum) {
        int n = order.length;

        this.time = new double[n];
        this.event = new boolean[n];
        this.stratum = new int[n];
        x = new double[n][];
        for (int i = 0; i < n; i++) {
            this.time[i] = time[order[i]];
            this.event[i] = event[order[i]];
            this.stratum[i] = stratum[order[i]];
            x[i] = covariates[order[i]].clone();
        }
        scale = n == 0 ? new double[0] : standardise(x);
    }

    /** Checks and orders. */
    static CoxSubjects of(double[] time, boolean[] event, double[][] covariates, int[] stratum) {
        int n = time.length;
        SubjectArrays.requireLength("event", event.length, n);
        SubjectArrays.requireLength("covariates", covariates.length, n);
        SubjectArrays.requireLength("stratum", stratum.length, n);
        int p = n == 0 ? 0 : covariates[0].length;
        for (int i = 0; i < n; i++) {
            Admissible.nonNegative("time", time[i]);
            Admissible.inRange("number of covariates of subject " + i, covariates[i].length, Math.max(1, p), p);
            for (double value : covariates[i]) {
                Admissible.finite("covariate", value);
            }
        }
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> stratum[i]).thenComparingDouble(i -> -time[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new CoxSubjects(order, time, event, covariates, stratum);
    }

    int size() {
        return time.length;
    }

    int covariates() {
        return scale.length;
    }

    /** The subject after the last one with the stratum and time of a subject. */
    int endOfTies(int first) {
        int end = first + 1;
        while (end < time.length && stratum[end] == stratum[first] && time[end] == time[first]) {
            end++;
        }
        return end;
    }

    boolean startsStratum(int subject) {
        return subject == 0 || stratum[subject] != stratum[subject - 1];
    }

    private static double[] standardise(double[][] x) {
        int p = x[0].length;
        double[] scale = new double[p];
        for (int k = 0; k < p; k++) {
            int column = k;
            double mean =
                    Arrays.stream(x).mapToDouble(row -> row[column]).average().orElse(0);
            double squares = Arrays.stream(x)
                    .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                    .sum();
            double deviation = Math.sqrt(squares / x.length);
            scale[k] = deviation > 0 ? deviation : 1;
            for (double[] row : x) {
                row[k] = (row[k] - mean) / scale[k];
            }
        }
        return scale;
    }
}
