package org.evotrial.statistics.survival;

import java.util.Arrays;

/**
 * Sorts doubles with an int each, ascending, without allocation once the buffers have grown: first into as many buckets
 * as elements, then by straight insertion over all of them, or with Shell's gaps where a bucket is crowded.
 *
 * <p>With {@code x} the distance from the smallest key and {@code m} its mean, the bucket is proportional to {@code x},
 * or to {@code x / (x + m)} if the keys are skewed to the right, which spreads exponential times evenly. Buckets only
 * make the last pass short: it compares whole doubles, so the order of the keys is exact. The order of payloads within
 * equal keys is unspecified but a function of the input.
 */
final class KeyedSort {
    private static final int CROWDED = 48;
    private static final double SKEWED = 0.4;
    private static final int[] GAPS = {
        1_391_376, 463_792, 198_768, 86_961, 33_936, 13_776, 4_592, 1_968, 861, 336, 112, 48, 21, 7, 3, 1
    };

    private double[] keys = new double[0];
    private int[] payloads = new int[0];
    private int[] bucketOf = new int[0];
    private int[] bucketEnd = new int[0];

    /** Room for {@code n} elements. */
    void reserve(int n) {
        if (keys.length < n) {
            keys = new double[n];
            payloads = new int[n];
            bucketOf = new int[n];
            bucketEnd = new int[n];
        }
    }

    /** The keys of the last sort, ascending; valid up to the {@code n} of that sort. */
    double[] keys() {
        return keys;
    }

    /** The payloads of the last sort, in the order of the keys. */
    int[] payloads() {
        return payloads;
    }

    /**
     * Sorts copies of the first {@code n} keys and payloads.
     *
     * @param source finite keys; not modified
     * @param tags one payload per key; not modified
     * @param n at least 1
     * @param minimum the smallest key
     * @param maximum the largest key
     * @param sum the sum of the keys, roughly
     */
    void sort(double[] source, int[] tags, int n, double minimum, double maximum, double sum) {
        reserve(n);
        double range = maximum - minimum;
        double mean = sum / n - minimum;
        boolean skewed = mean < SKEWED * range;
        double scale = skewed ? (n - 0.5) * ((range + mean) / range) : (n - 0.5) / range;
        if (!(scale < Double.POSITIVE_INFINITY && mean > 0)) {
            System.arraycopy(source, 0, keys, 0, n);
            System.arraycopy(tags, 0, payloads, 0, n);
            shell(n);
            return;
        }
        if (skewed) {
            for (int i = 0; i < n; i++) {
                double x = source[i] - minimum;
                bucketOf[i] = Math.min(n - 1, (int) (x / (x + mean) * scale));
            }
        } else {
            for (int i = 0; i < n; i++) {
                bucketOf[i] = Math.min(n - 1, (int) ((source[i] - minimum) * scale));
            }
        }
        if (scatter(source, tags, n) <= CROWDED) {
            insertion(n);
        } else {
            shell(n);
        }
    }

    /** Takes keys that ascend already. */
    void copy(double[] source, int[] tags, int n) {
        reserve(n);
        System.arraycopy(source, 0, keys, 0, n);
        System.arraycopy(tags, 0, payloads, 0, n);
    }

    private int scatter(double[] source, int[] tags, int n) {
        int[] end = bucketEnd;
        int[] bucket = bucketOf;
        Arrays.fill(end, 0, n, 0);
        for (int i = 0; i < n; i++) {
            end[bucket[i]]++;
        }
        int crowd = 0;
        int total = 0;
        for (int b = 0; b < n; b++) {
            int size = end[b];
            crowd = Math.max(crowd, size);
            end[b] = total;
            total += size;
        }
        for (int i = 0; i < n; i++) {
            int position = end[bucket[i]]++;
            keys[position] = source[i];
            payloads[position] = tags[i];
        }
        return crowd;
    }

    private void insertion(int n) {
        double[] k = keys;
        int[] p = payloads;
        for (int i = 1; i < n; i++) {
            double key = k[i];
            int j = i - 1;
            if (k[j] > key) {
                int payload = p[i];
                do {
                    k[j + 1] = k[j];
                    p[j + 1] = p[j];
                    j--;
                } while (j >= 0 && k[j] > key);
                k[j + 1] = key;
                p[j + 1] = payload;
            }
        }
    }

    private void shell(int n) {
        double[] k = keys;
        int[] p = payloads;
        for (int gap : GAPS) {
            for (int i = gap; i < n; i++) {
                double key = k[i];
                int payload = p[i];
                int j = i - gap;
                while (j >= 0 && k[j] > key) {
                    k[j + gap] = k[j];
                    p[j + gap] = p[j];
                    j -= gap;
                }
                k[j + gap] = key;
                p[j + gap] = payload;
            }
        }
    }
}
