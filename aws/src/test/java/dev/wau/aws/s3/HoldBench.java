package dev.wau.aws.s3;

import static dev.wau.testing.network.HttpFault.changeReply;
import static dev.wau.testing.network.HttpFault.reply;

import dev.wau.store.ObjectStore;
import dev.wau.testing.network.HttpHead;
import dev.wau.testing.network.HttpReply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket for holds, and clocks that move when they are told to. */
final class HoldBench implements AutoCloseable {

    static final String LOCK = ".wau-aggregate.lock";
    static final Predicate<HttpHead> PUT = TestS3.request("PUT", LOCK);
    static final Predicate<HttpHead> GET = TestS3.request("GET", LOCK);

    private final ProxiedS3 s3 = ProxiedS3.open();
    private final AtomicLong nanoseconds = new AtomicLong();
    private final AtomicLong wall = new AtomicLong(1_750_000_000_000L);
    private final ElapsedTime time = new ElapsedTime(nanoseconds::get, () -> Instant.ofEpochMilli(wall.get()));

    ProxiedS3 s3() {
        return s3;
    }

    void wallMoves(Duration time) {
        wall.addAndGet(time.toMillis());
    }

    void monotonicMoves(Duration time) {
        nanoseconds.addAndGet(time.toNanos());
    }

    ObjectStore.Hold take() {
        return S3Hold.take(lease(s3.client(), HoldTimes.DEFAULT), "aggregate", time);
    }

    Lease lease(S3Client client, HoldTimes times) {
        return new Lease(new S3Bucket(client, TestS3.place(s3.bucket())), LOCK, times);
    }

    /** What a process leaves that dies. */
    String leaveByDeath() {
        return lease(TestS3.SERVER.client(), HoldTimes.DEFAULT).write(null).orElseThrow();
    }

    void serverIsLaterBy(Duration later) {
        s3.proxy().heal();
        s3.fail(100, GET, changeReply(reply -> later(reply, later)));
    }

    static HttpReply later(HttpReply reply, Duration later) {
        return reply.with(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plus(later)));
    }

    String etag() {
        return TestS3.SERVER
                .client()
                .headObject(request -> request.bucket(s3.bucket()).key(LOCK))
                .eTag();
    }

    List<String> keys() {
        return TestS3.SERVER.client().listObjectsV2(request -> request.bucket(s3.bucket())).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Override
    public void close() {
        s3.close();
    }
}
