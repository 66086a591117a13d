package org.evotrial.architecture.offenders.patient;

/** Breaks: transcendental functions are platform independent. */
class PlatformGrowth {
    double factor(double rate) {
        return Math.exp(rate);
    }
}
