package org.evotrial.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into an interruption of the calling thread and holds the end of the Java virtual machine until that
 * thread has put its work in order. The exit code is then the one that the signal stands for (130 for Ctrl-C).
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch inOrder = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread worker) {
        hook = new Thread(
                () -> {
                    worker.interrupt();
                    await();
                },
                "evotrial-interruption");
    }

    /** Guards the calling thread until it closes the guard. */
    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** The thread's work is in order. */
    void close() {
        inOrder.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The virtual machine is already ending: the hook has done its work.
        }
    }

    private void await() {
        try {
            inOrder.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
