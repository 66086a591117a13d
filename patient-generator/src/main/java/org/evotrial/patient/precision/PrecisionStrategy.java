package org.evotrial.patient.precision;

/**
 * How the dose of the next window is chosen. All but {@link #CURRENT_PRACTICE} predict each dose's cells at the window's end and
 * never choose a dose under which the patient dies meanwhile, unless all do: then the one with the latest death.
 */
public enum PrecisionStrategy {
    /**
     * Strategy 0: the single drug that is best for the dominant type at the start; the other one when, at the end of a window,
     * the burden is at least twice its nadir at the decisions since the last switch, or reaches the detection limit again.
     */
    CURRENT_PRACTICE,

    /** Strategy 1: fewest cells. */
    MINIMISE_TOTAL,

    /** Fewest cells as long as there is at most one doubly resistant cell; from then on fewest doubly resistant cells. */
    MINIMISE_RESISTANT_ONCE_PRESENT,

    /** Strategy 2.1: fewest doubly resistant cells as long as the burden is below 1e9 cells, else fewest cells. */
    MINIMISE_RESISTANT_BELOW_1E9,

    /** Strategy 2.2: fewest doubly resistant cells as long as the burden is below 1e11 cells, else fewest cells. */
    MINIMISE_RESISTANT_BELOW_1E11,

    /**
     * Strategy 3: fewest cells, unless the first doubly resistant cell is predicted to arise under that dose: then fewest doubly
     * resistant cells. Once such a cell is there and neither drug can shrink its clone: fewest cells.
     */
    PREVENT_DOUBLE_RESISTANCE
}
