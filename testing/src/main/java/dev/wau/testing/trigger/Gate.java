package dev.wau.testing.trigger;

import java.util.concurrent.CountDownLatch;

/** The body of runs that wait until a test opens it, or end at once when they are interrupted. Thread-safe. */
public final class Gate implements Runnable {

    private final CountDownLatch open = new CountDownLatch(1);

    /** Lets all runs end, now and later. */
    public void open() {
        open.countDown();
    }

    @Override
    public void run() {
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
