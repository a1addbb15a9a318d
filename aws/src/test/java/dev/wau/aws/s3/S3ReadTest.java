package dev.wau.aws.s3;

import static dev.wau.testing.network.HttpFault.endReplyAfter;
import static dev.wau.testing.network.HttpFault.reply;
import static dev.wau.testing.network.HttpFault.resetReplyAfter;
import static dev.wau.testing.network.HttpFault.stallReplyAfter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.store.StoredObject;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.network.HttpFault;
import dev.wau.testing.network.HttpHead;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;

/** Reading over a network that fails. */
final class S3ReadTest {

    private static final byte[] CONTENT = TestS3.content(3 << 20);
    private static final Predicate<HttpHead> GET = TestS3.request("GET", "/a");

    private final ProxiedS3 s3 = ProxiedS3.open();

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void throttlingIsWaitedOut() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        s3.fail(2, GET, reply(TestS3.error(503, "SlowDown", "Please reduce your request rate.")));

        assertThat(TestS3.bytes(s3.store(), object)).isEqualTo(CONTENT);
        assertThat(s3.proxy().count(GET)).isEqualTo(3);
    }

    @Test
    void aResetInTheBodyIsReadOnFromTheByteReached() throws IOException {
        assertResumed(resetReplyAfter(1_000_000));
    }

    @Test
    void anEarlyEndOfTheBodyIsReadOnFromTheByteReached() throws IOException {
        assertResumed(endReplyAfter(1_000_000));
    }

    @Test
    void silenceInTheBodyIsReadOnFromTheByteReached() throws IOException {
        assertResumed(stallReplyAfter(1_000_000, Duration.ofSeconds(4)));
    }

    @Test
    void anEndThatTheHttpClientTakesForTheRightOneIsReadOnFromTheByteReached() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        AtomicInteger bodies = new AtomicInteger();
        ExecutionInterceptor shortened = new ExecutionInterceptor() {
            @Override
            public Optional<InputStream> modifyHttpResponseContent(
                    Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
                return context.responseBody()
                        .map(body -> bodies.getAndIncrement() == 0 ? new BoundedBody(body, 1_000_000) : body);
            }
        };
        try (S3Client client = S3Server.client(TestS3.SERVER.uri())
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(shortened))
                .build()) {
            assertThat(TestS3.bytes(TestS3.store(client, s3.bucket()), object)).isEqualTo(CONTENT);
        }
        assertThat(bodies).hasValue(2);
    }

    private static final class BoundedBody extends FilterInputStream {
        private int left;

        BoundedBody(InputStream in, int length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int read = left == 0 ? -1 : super.read(bytes, start, Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }

    private void assertResumed(HttpFault fault) throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        s3.fail(2, GET, fault);

        assertThat(TestS3.bytes(s3.store(), object)).isEqualTo(CONTENT);
        assertThat(ranges()).containsExactly("", "bytes=1000000-", "bytes=2000000-");
    }

    @Test
    void aBodyThatBreaksOffAgainAndAgainFailsAtLast() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        s3.fail(100, GET, endReplyAfter(10));

        TestS3.assertFails(ErrorCode.STORE_FAILED, () -> TestS3.bytes(s3.store(), object))
                .hasMessageContaining("it broke off 6 times, at last at byte 60 of 3145728");
        assertThat(ranges()).hasSize(6);
    }

    @Test
    void anObjectThatIsReplacedWhileItIsReadIsNotMixed() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        s3.fail(1, GET, TestS3.breakAnd(() -> TestS3.put(s3.near(), "a", "other")));

        TestS3.assertFails(ErrorCode.OBJECT_CHANGED, () -> TestS3.bytes(s3.store(), object))
                .hasMessageContaining("s3://" + s3.bucket() + "/a")
                .hasMessageContaining("keeps no older version");
    }

    @Test
    void anObjectThatIsRemovedWhileItIsReadIsNotFound() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        s3.fail(1, GET, TestS3.breakAnd(() -> s3.near().delete(object.key())));

        TestS3.assertFails(ErrorCode.NOT_FOUND, () -> TestS3.bytes(s3.store(), object));
    }

    @Test
    void closingEarlyDoesNotFetchTheRest() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        s3.fail(1, GET, stallReplyAfter(1_000, Duration.ofSeconds(10)));
        long start = System.nanoTime();

        try (InputStream in = s3.store().read(object)) {
            assertThat(in.readNBytes(10)).hasSize(10);
        }

        // The client waits 2 s for a silent server: had it read on, it would have waited.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void skippingFarFetchesOnlyWhatFollows() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);

        try (InputStream in = s3.store().read(object)) {
            assertThat(in.read()).isEqualTo(CONTENT[0] & 0xFF);
            in.skipNBytes(2_000_000);
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(CONTENT, 2_000_001, CONTENT.length));
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(ranges()).containsExactly("", "bytes=2000001-");
    }

    @Test
    void skippingToTheEndEnds() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);

        try (InputStream in = s3.store().read(object)) {
            assertThat(in.skip(Long.MAX_VALUE)).isEqualTo(CONTENT.length);
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(ranges()).hasSize(1);
    }

    @Test
    void aClosedBodyIsNotRead() throws IOException {
        InputStream in = s3.store().read(TestS3.put(s3.near(), "a", "x"));
        in.close();

        assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }

    private List<String> ranges() {
        return s3.proxy().requests().stream()
                .filter(GET)
                .map(request -> request.header("Range"))
                .map(range -> range.orElse(""))
                .toList();
    }
}
