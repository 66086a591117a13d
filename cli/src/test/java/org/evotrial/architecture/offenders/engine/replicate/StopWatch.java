package org.evotrial.architecture.offenders.engine.replicate;

/** Breaks: only the edges read the clock. */
class StopWatch {
    long ticks() {
        return System.nanoTime();
    }
}
