package dev.wau.aggregate;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Does one thing to many, on a few threads; the first error stops all of them, and is thrown. */
final class Workers {

    private Workers() {}

    static <T> void forEach(int threads, List<T> items, Consumer<T> action) {
        Queue<T> rest = new ConcurrentLinkedQueue<>(items);
        AtomicBoolean stop = new AtomicBoolean();
        int number = Math.min(threads, items.size());
        if (number <= 1) {
            work(rest, stop, action);
            return;
        }
        ExecutorService executor = Executors.newFixedThreadPool(number);
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            workers.add(executor.submit(() -> work(rest, stop, action)));
        }
        executor.shutdown();
        boolean ended = false;
        try {
            // All of them, also after an error: whoever called must find nobody at work any more.
            ended = executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WauException(
                    ErrorCode.STORE_FAILED, "Interrupted: run again, and it goes on where it stopped", e);
        } finally {
            if (!ended) {
                stop.set(true);
                executor.shutdownNow();
            }
        }
        workers.forEach(Workers::requireSuccess);
    }

    private static void requireSuccess(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("It has ended", e);
        }
    }

    private static <T> void work(Queue<T> rest, AtomicBoolean stop, Consumer<T> action) {
        boolean done = false;
        try {
            for (T item = rest.poll(); item != null && !stop.get(); item = rest.poll()) {
                action.accept(item);
            }
            done = true;
        } finally {
            if (!done) {
                stop.set(true);
            }
        }
    }
}
