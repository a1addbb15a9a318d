package dev.wau.aws.s3;

import static dev.wau.testing.network.HttpFault.changeReply;
import static dev.wau.testing.network.HttpFault.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hold whose holder died, or froze, and those who take it over. */
final class S3HoldTakeOverTest {

    private final HoldBench bench = new HoldBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theHoldOfADeadProcessIsTakenOverWhenItHasExpiredByTheServersClock() {
        bench.leaveByDeath();
        TestS3.assertFails(ErrorCode.BUSY, bench::take);
        bench.serverIsLaterBy(Duration.ofSeconds(59));
        TestS3.assertFails(ErrorCode.BUSY, bench::take);

        bench.serverIsLaterBy(Duration.ofSeconds(63));
        try (ObjectStore.Hold hold = bench.take()) {
            hold.confirm();
            bench.s3().proxy().heal();
            TestS3.assertFails(ErrorCode.BUSY, bench::take);
        }
        assertThat(bench.keys()).isEmpty();
    }

    @Test
    void thisMachinesClockDoesNotMatter() {
        bench.leaveByDeath();
        bench.wallMoves(Duration.ofDays(1));
        bench.monotonicMoves(Duration.ofDays(1));

        TestS3.assertFails(ErrorCode.BUSY, bench::take);
    }

    @Test
    void whoWasFrozenAndTakenOverNoticesByItself() {
        ObjectStore.Hold frozen = bench.take();
        bench.serverIsLaterBy(Duration.ofSeconds(63));
        ObjectStore.Hold other = bench.take();
        bench.s3().proxy().heal();

        bench.wallMoves(Duration.ofSeconds(63));
        TestS3.assertFails(ErrorCode.BUSY, frozen::confirm).hasMessageContaining("the hold was lost, and process ");
        TestS3.assertFails(ErrorCode.BUSY, frozen::confirm);
        frozen.close();
        other.confirm();
        assertThat(bench.keys()).containsExactly(HoldBench.LOCK);
        other.close();
        assertThat(bench.keys()).isEmpty();
    }

    @Test
    void whoWasTakenOverUnawaresDoesNotRemoveTheOthersHold() {
        ObjectStore.Hold unaware = bench.take();
        bench.serverIsLaterBy(Duration.ofSeconds(63));
        try (ObjectStore.Hold other = bench.take()) {
            unaware.close();

            assertThat(bench.keys()).containsExactly(HoldBench.LOCK);
            other.confirm();
        }
    }

    @Test
    void ofManyWhoTakeOverAnExpiredHoldOneGetsIt() throws Exception {
        String dead = bench.leaveByDeath();
        // Only that one has expired, not those who take it over.
        bench.s3()
                .fail(
                        100,
                        HoldBench.GET,
                        changeReply(reply -> reply.head().header("ETag").equals(Optional.of(dead))
                                ? HoldBench.later(reply, Duration.ofSeconds(63))
                                : reply));
        bench.s3().proxy().passInTurn();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> takers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                takers.add(this::takes);
            }
            List<Boolean> taken = new ArrayList<>();
            for (Future<Boolean> one : threads.invokeAll(takers)) {
                taken.add(one.get());
            }

            assertThat(taken).containsOnlyOnce(true);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean takes() {
        try {
            return bench.take() != null;
        } catch (WauException e) {
            return false;
        }
    }
}
