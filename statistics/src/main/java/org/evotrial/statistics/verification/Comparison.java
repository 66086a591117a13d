package org.evotrial.statistics.verification;

/**
 * Our value beside that of a reference package.
 *
 * @param line line of the reference file
 * @param column column of the reference value
 * @param ours our value
 * @param reference their value
 * @param tolerance how near ours must be
 */
public record Comparison(long line, String column, double ours, double reference, Tolerance tolerance) {
    /**
     * The difference on the scale of the tolerance.
     *
     * @return zero or positive, possibly infinite
     */
    public double difference() {
        return tolerance.difference(ours, reference);
    }

    /**
     * Whether the difference is at most the limit.
     *
     * @return whether it holds
     */
    public boolean holds() {
        return tolerance.holds(ours, reference);
    }
}
