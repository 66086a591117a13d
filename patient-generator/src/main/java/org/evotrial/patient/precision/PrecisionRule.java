package org.evotrial.patient.precision;

/**
 * What all strategies have in common.
 *
 * @param windowDays days between decisions, &gt; 0
 * @param detectionCells burden that imaging detects: current practice switches when it is reached again
 * @param lethalCells burden at which the patient dies
 * @param horizonDays days that are followed, a multiple of the window
 */
public record PrecisionRule(double windowDays, double detectionCells, double lethalCells, double horizonDays) {
    public PrecisionRule {
        if (!(windowDays > 0 && windowDays <= horizonDays && horizonDays < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The windowDays (" + windowDays
                    + ") must be positive and at most the horizonDays (" + horizonDays + "), which must be finite.");
        }
        if (!(detectionCells > 0 && lethalCells > detectionCells && lethalCells < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The detectionCells (" + detectionCells
                    + ") must be positive and below the lethalCells (" + lethalCells + "), which must be finite.");
        }
    }

    /** Decisions every 45 days, detection of 1e9 cells, death at 1e13 cells, 1,800 days. */
    public static PrecisionRule published() {
        return new PrecisionRule(45, 1e9, 1e13, 1800);
    }
}
