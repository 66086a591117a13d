package org.evotrial.engine.run;

/** A piece of work failed on a worker's thread. */
public final class WorkerFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    WorkerFailure(Throwable cause) {
        super(String.valueOf(cause), cause);
    }
}
