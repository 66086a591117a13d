package org.evotrial.spi;

import java.util.Arrays;

/**
 * The result of one assay on one sample, reused from sample to sample. A failed assay has no values.
 *
 * <p>Each channel has a value (VAF in [0, 1] for a plasma biomarker, mm for imaging) and, where the assay makes a call, whether
 * it is positive.
 */
public final class Measurement {
    private final double[] values;
    private final boolean[] positive;
    private boolean evaluable;

    /** A measurement of the given number of channels, not evaluable until filled. */
    public Measurement(int channels) {
        values = new double[channels];
        positive = new boolean[channels];
    }

    /** Clears the measurement and says whether the assay succeeded. */
    public void reset(boolean success) {
        evaluable = success;
        Arrays.fill(values, Double.NaN);
        Arrays.fill(positive, false);
    }

    /** Sets the value and the call of one channel. */
    public void set(int channel, double value, boolean call) {
        values[channel] = value;
        positive[channel] = call;
    }

    /** Copies another measurement of the same assay into this one. */
    public void copyFrom(Measurement other) {
        evaluable = other.evaluable;
        System.arraycopy(other.values, 0, values, 0, values.length);
        System.arraycopy(other.positive, 0, positive, 0, positive.length);
    }

    /** False if the assay failed. */
    public boolean evaluable() {
        return evaluable;
    }

    /** The value of a channel; NaN if the assay failed or the channel was not measured. */
    public double value(int channel) {
        return values[channel];
    }

    /** The call of a channel; false if the assay failed. */
    public boolean positive(int channel) {
        return positive[channel];
    }

    /** The number of channels. */
    public int channels() {
        return values.length;
    }
}
