package org.evotrial.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.evotrial.engine.provenance.ProcessorTime;

/**
 * Computes numbered pieces of work on several threads and hands the results, in whatever order they are finished, to one
 * thread. Each worker makes its own workspace. An interruption lets the workers finish the pieces that they are at.
 */
public final class Workers {
    private final int threads;
    private final ProcessorTime processorTime;

    /** Workers on so many threads, whose processor time is added up. */
    public Workers(int threads, ProcessorTime processorTime) {
        this.threads = threads;
        this.processorTime = processorTime;
    }

    /**
     * Computes the pieces.
     *
     * @param pieces numbers of the pieces, in the order in which they are begun
     * @param workspace makes a worker's workspace: a function from the number of a piece to its result
     * @param finished is called on this thread for each result
     * @throws InterruptedException if this thread was interrupted; all finished pieces have been handed over
     */
    public <T> void compute(List<Integer> pieces, Supplier<IntFunction<T>> workspace, Consumer<T> finished)
            throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        BlockingQueue<Outcome<T>> outcomes = new LinkedBlockingQueue<>();
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, pieces.size()); i++) {
            Thread worker = new Thread(() -> work(pieces, workspace, next, stopped, outcomes), "evotrial-worker-" + i);
            worker.setDaemon(true);
            workers.add(worker);
            worker.start();
        }
        try {
            collect(workers.size(), outcomes, finished);
        } catch (InterruptedException e) {
            stopped.set(true);
            collectUninterrupted(workers, outcomes, finished);
            throw e;
        } finally {
            stopped.set(true);
        }
    }

    private <T> void work(
            List<Integer> pieces,
            Supplier<IntFunction<T>> workspace,
            AtomicInteger next,
            AtomicBoolean stopped,
            BlockingQueue<Outcome<T>> outcomes) {
        try {
            IntFunction<T> piece = workspace.get();
            int index;
            while (!stopped.get() && (index = next.getAndIncrement()) < pieces.size()) {
                outcomes.add(new Outcome.Result<>(piece.apply(pieces.get(index))));
            }
            outcomes.add(new Outcome.Done<>());
        } catch (RuntimeException | Error e) {
            outcomes.add(new Outcome.Broken<>(e));
        } finally {
            processorTime.addCurrentThread();
        }
    }

    private static <T> void collect(int workers, BlockingQueue<Outcome<T>> outcomes, Consumer<T> finished)
            throws InterruptedException {
        int done = 0;
        while (done < workers) {
            done += accept(outcomes.take(), finished) ? 1 : 0;
        }
    }

    private static <T> void collectUninterrupted(
            List<Thread> workers, BlockingQueue<Outcome<T>> outcomes, Consumer<T> finished)
            throws InterruptedException {
        for (Thread worker : workers) {
            worker.join();
        }
        for (Outcome<T> outcome : outcomes) {
            accept(outcome, finished);
        }
    }

    /** Takes an outcome; true if its worker has ended. */
    private static <T> boolean accept(Outcome<T> outcome, Consumer<T> finished) {
        if (outcome instanceof Outcome.Result<T> result) {
            finished.accept(result.value());
            return false;
        }
        if (outcome instanceof Outcome.Broken<T> broken) {
            throw new WorkerFailure(broken.cause());
        }
        return true;
    }

    /** What a worker sends. */
    private sealed interface Outcome<T> {
        record Result<T>(T value) implements Outcome<T> {}

        record Done<T>() implements Outcome<T> {}

        record Broken<T>(Throwable cause) implements Outcome<T> {}
    }
}
