package org.evotrial.engine.provenance;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up the processor time of threads. */
public final class ProcessorTime {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLong nanoseconds = new AtomicLong();

    /** Adds what the current thread has used since it was started; to be called once, at its end. */
    public void addCurrentThread() {
        if (threads.isCurrentThreadCpuTimeSupported()) {
            nanoseconds.addAndGet(threads.getCurrentThreadCpuTime());
        }
    }

    /** Seconds so far. */
    public double seconds() {
        return nanoseconds.get() / 1e9;
    }
}
