package org.evotrial.engine.replicate;

import org.evotrial.spi.Measurement;

/** Results of one assay that were sampled but are not available yet, in order of sampling. Grows on demand, then allocates nothing. */
final class ResultQueue {
    private final int channels;
    private Measurement[] results;
    private double[] sampleDay;
    private double[] availableDay;
    private int head;
    private int size;

    ResultQueue(int channels) {
        this.channels = channels;
        results = new Measurement[0];
        sampleDay = new double[0];
        availableDay = new double[0];
        grow(4);
    }

    void clear() {
        size = 0;
        head = 0;
    }

    /** The slot of a new sample, to be filled by the caller. */
    Measurement push(double sampled, double available) {
        if (size == results.length) {
            grow(2 * size);
        }
        int slot = (head + size++) % results.length;
        sampleDay[slot] = sampled;
        availableDay[slot] = available;
        return results[slot];
    }

    /** Day on which the oldest result is available, or infinity. */
    double nextDay() {
        return size == 0 ? Double.POSITIVE_INFINITY : availableDay[head];
    }

    Measurement oldest() {
        return results[head];
    }

    double oldestSampleDay() {
        return sampleDay[head];
    }

    void pop() {
        head = (head + 1) % results.length;
        size--;
    }

    private void grow(int capacity) {
        Measurement[] grown = new Measurement[capacity];
        double[] grownSample = new double[capacity];
        double[] grownAvailable = new double[capacity];
        for (int i = 0; i < capacity; i++) {
            int old = results.length == 0 ? 0 : (head + i) % results.length;
            boolean kept = i < size;
            grown[i] = kept ? results[old] : new Measurement(channels);
            grownSample[i] = kept ? sampleDay[old] : 0;
            grownAvailable[i] = kept ? availableDay[old] : 0;
        }
        results = grown;
        sampleDay = grownSample;
        availableDay = grownAvailable;
        head = 0;
    }
}
