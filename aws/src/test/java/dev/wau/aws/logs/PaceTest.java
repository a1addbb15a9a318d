package dev.wau.aws.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.WauException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PaceTest {

    @Test
    void callsOfManyThreadsGoOneAfterTheOther() throws InterruptedException {
        Pace pace = new Pace(Duration.ofMillis(20));
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Thread thread = new Thread(() -> {
                pace.await();
                pace.await();
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(9 * 20));
    }

    @Test
    void whoIsInterruptedDoesNotCall() {
        Pace pace = new Pace(Duration.ofHours(1));
        pace.await();
        Thread.currentThread().interrupt();

        assertThatThrownBy(pace::await).isInstanceOf(WauException.class).hasMessageStartingWith("Interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }
}
