package org.evotrial.architecture.offenders.spi;

/** Breaks nothing: the one class that may call transcendental functions. */
class StrictFunctions {
    double exponential(double x) {
        return StrictMath.exp(x);
    }
}
