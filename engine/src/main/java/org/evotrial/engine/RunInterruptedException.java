package org.evotrial.engine;

/** A run was interrupted. The blocks that were finished are kept, and the next run of the same file and seed uses them. */
public final class RunInterruptedException extends Exception {
    private static final long serialVersionUID = 1;

    private final long completed;
    private final long requested;

    /**
     * @param completed replicates that are kept
     * @param requested replicates of the run
     */
    public RunInterruptedException(long completed, long requested) {
        super("Interrupted: %d of %d replicates are kept; the same command continues from there."
                .formatted(completed, requested));
        this.completed = completed;
        this.requested = requested;
    }

    /** Replicates that are kept. */
    public long completed() {
        return completed;
    }

    /** Replicates of the run. */
    public long requested() {
        return requested;
    }
}
