package dev.wau.spark.engine;

import dev.wau.testing.network.HttpFault;
import dev.wau.testing.network.HttpPassage;
import dev.wau.testing.network.HttpReply;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Requests whose replies wait until they are let go. Thread-safe. */
final class Held implements HttpFault {

    private final Semaphore waiting = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void play(HttpPassage passage) throws IOException {
        HttpReply reply = passage.forward();
        waiting.release();
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        passage.reply(reply);
    }

    /** Waits until so many more wait. */
    void await(int requests) throws InterruptedException {
        if (!waiting.tryAcquire(requests, 120, TimeUnit.SECONDS)) {
            throw new AssertionError("there were no " + requests + " such requests");
        }
    }

    /** Lets them go, now and later. */
    void letGo() {
        open.countDown();
    }
}
