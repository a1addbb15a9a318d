package dev.wau.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that wait for a network, and keep no program from ending. */
final class Workers {

    private Workers() {}

    static ExecutorService daemons(int number, String name) {
        return Executors.newFixedThreadPool(number, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
