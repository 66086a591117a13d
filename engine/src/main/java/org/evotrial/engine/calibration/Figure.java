package org.evotrial.engine.calibration;

/**
 * A simulated figure.
 *
 * @param value the figure; NaN if it does not exist, as a median that is not reached or a share of nobody
 * @param comparable what the fit compares with the target: the value, or for a median that is not reached that of the
 *     exponential curve through the last point; NaN if there is none
 * @param standardError Monte Carlo standard error
 */
record Figure(double value, double comparable, double standardError) {
    /** A figure of nobody. */
    static final Figure NONE = new Figure(Double.NaN, Double.NaN, 0);
}
