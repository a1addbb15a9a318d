package dev.wau.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that wait for a network, and keep no program from ending. */
final class WaitingThreads {

    private WaitingThreads() {}

    static ExecutorService daemons(int number, String name) {
        return Executors.newFixedThreadPool(number, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What a thread found; its error, as this thread's. */
    static <T> T await(Future<T> work, String doing) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot " + doing + ": interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WauException failed) {
                throw failed;
            }
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot " + doing + ": " + e.getCause(), e);
        }
    }
}
