package org.evotrial.architecture.offenders.engine;

/** Breaks: static fields are final. */
class ReplicateCounter {
    static int replicates;

    private ReplicateCounter() {}
}
