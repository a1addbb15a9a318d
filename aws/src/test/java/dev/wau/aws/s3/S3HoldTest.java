package dev.wau.aws.s3;

import static dev.wau.testing.network.HttpFault.loseReply;
import static dev.wau.testing.network.HttpFault.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.store.ObjectStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hold among machines that die, freeze and lose replies. */
final class S3HoldTest {

    private final HoldBench bench = new HoldBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whoIsSecondLearnsWhoIsFirst() {
        try (ObjectStore.Hold hold = bench.take()) {
            hold.confirm();
            TestS3.assertFails(ErrorCode.BUSY, bench::take)
                    .hasMessageStartingWith(
                            "Cannot aggregate in s3://" + bench.s3().bucket() + "/: process "
                                    + ProcessHandle.current().pid() + " on ")
                    .hasMessageContaining(" since 20")
                    .hasMessageContaining("60 s after its last sign of life");
        }
        bench.take().close();
        assertThat(bench.keys()).isEmpty();
    }

    @Test
    void aHoldThatLivesIsRenewedAndNotTakenOver() throws Exception {
        HoldTimes brief = new HoldTimes(Duration.ofSeconds(2));
        try (ObjectStore.Hold hold =
                S3Hold.take(bench.lease(bench.s3().client(), brief), "aggregate", ElapsedTime.SYSTEM)) {
            String first = bench.etag();
            for (int i = 0; i < 3; i++) {
                Thread.sleep(1_000);
                TestS3.assertFails(
                        ErrorCode.BUSY,
                        () -> S3Hold.take(bench.lease(bench.s3().client(), brief), "aggregate", ElapsedTime.SYSTEM));
            }
            hold.confirm();
            assertThat(bench.etag()).isNotEqualTo(first);
        }
    }

    @Test
    void whoWasFrozenButNotTakenOverGoesOn() {
        try (ObjectStore.Hold hold = bench.take()) {
            String before = bench.etag();
            hold.confirm();
            assertThat(bench.etag()).isEqualTo(before);

            bench.monotonicMoves(Duration.ofMinutes(10));
            hold.confirm();
            assertThat(bench.etag()).isNotEqualTo(before);
        }
    }

    @Test
    void aHoldThatSomebodyRemovedIsLost() {
        try (ObjectStore.Hold hold = bench.take()) {
            TestS3.SERVER
                    .client()
                    .deleteObject(request -> request.bucket(bench.s3().bucket()).key(HoldBench.LOCK));
            bench.monotonicMoves(Duration.ofSeconds(31));

            TestS3.assertFails(ErrorCode.BUSY, hold::confirm).hasMessageContaining("the hold was lost (");
        }
    }

    @Test
    void aHoldThatCannotBeRenewedInTimeIsNotConfirmed() {
        ObjectStore.Hold hold = bench.take();
        bench.s3().fail(100, HoldBench.PUT, reply(TestS3.error(403, "AccessDenied", "No.")));
        hold.confirm();

        bench.wallMoves(Duration.ofSeconds(31));
        TestS3.assertFails(ErrorCode.BUSY, hold::confirm)
                .hasMessageContaining("the hold was last renewed 31 s ago, and can't be now (Cannot hold s3://");
        bench.s3().proxy().heal();
        hold.confirm();
        hold.close();
    }

    @Test
    void lostRepliesLoseNoHold() {
        bench.s3().fail(1, HoldBench.PUT, loseReply());
        try (ObjectStore.Hold hold = bench.take()) {
            bench.s3().fail(1, HoldBench.PUT, loseReply());
            bench.monotonicMoves(Duration.ofSeconds(31));
            hold.confirm();
            bench.s3().fail(1, HoldBench.PUT, loseReply());
            bench.monotonicMoves(Duration.ofSeconds(31));
            hold.confirm();
        }
        assertThat(bench.keys()).isEmpty();
    }

    @Test
    void givingUpTwiceDoesNothingAndAfterItNothingIsConfirmed() {
        ObjectStore.Hold hold = bench.take();
        hold.close();
        hold.close();

        assertThatThrownBy(hold::confirm).isInstanceOf(IllegalStateException.class);
    }
}
