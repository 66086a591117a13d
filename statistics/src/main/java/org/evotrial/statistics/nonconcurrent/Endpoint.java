package org.evotrial.statistics.nonconcurrent;

/** What kind of response is compared, and on which scale. */
public enum Endpoint {
    /** Normal errors of one variance; effects are differences of means. */
    CONTINUOUS,
    /** Responses 0 and 1; effects are logarithms of odds ratios. */
    BINARY
}
