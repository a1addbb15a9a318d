package dev.wau.aws.s3;

import static dev.wau.testing.network.HttpFault.loseReply;
import static dev.wau.testing.network.HttpFault.reply;
import static dev.wau.testing.network.HttpFault.resetRequestAfter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import dev.wau.testing.network.HttpFault;
import dev.wau.testing.network.HttpHead;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writing, in one piece and in parts, over a network that fails. */
final class S3WriteTest {

    private static final int PART = 8 << 20;
    private static final ObjectKey KEY = new ObjectKey("a");
    private static final Predicate<HttpHead> PUT = TestS3.request("PUT", "/a");
    private static final Predicate<HttpHead> SECOND_PART = TestS3.request("PUT", "partNumber=2");
    private static final Predicate<HttpHead> COMPLETE = TestS3.request("POST", "?uploadId=");
    private static final Predicate<HttpHead> ABORT = TestS3.request("DELETE", "?uploadId=");

    private final ProxiedS3 s3 = ProxiedS3.open();

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void whatFitsIntoOnePartIsPutInOneRequest() throws IOException {
        byte[] content = TestS3.content(PART);
        StoredObject written = TestS3.put(s3.store(), "a", content);

        assertThat(TestS3.bytes(s3.near(), written)).isEqualTo(content);
        assertThat(s3.proxy().count(PUT)).isEqualTo(1);
        assertThat(s3.proxy().count(COMPLETE)).isZero();
    }

    @Test
    void moreGoesUpInPartsWhateverTheWritesAre() throws IOException {
        byte[] content = TestS3.content(2 * PART + 12_345);
        StoredObject written;
        try (ObjectStore.Write write = s3.store().write(KEY)) {
            write.write(content[0]);
            write.write(content, 1, PART);
            write.write(content, PART + 1, 7);
            write.write(content, PART + 8, content.length - PART - 8);
            written = write.commit();
        }

        assertThat(written.bytes()).isEqualTo(content.length);
        assertThat(s3.near().find(KEY)).contains(written);
        assertThat(TestS3.bytes(s3.near(), written)).isEqualTo(content);
        assertThat(s3.proxy().count(PUT)).isEqualTo(3);
    }

    @Test
    void aPartThatIsCutOffIsSentAgain() throws IOException {
        byte[] content = TestS3.content(2 * PART + 1);
        s3.fail(2, SECOND_PART, resetRequestAfter(100_000));

        assertThat(TestS3.bytes(s3.near(), TestS3.put(s3.store(), "a", content)))
                .isEqualTo(content);
        assertThat(s3.proxy().count(SECOND_PART)).isEqualTo(3);
    }

    @Test
    void aSmallObjectThatIsThrottledOrCutOffIsSentAgain() throws IOException {
        s3.fail(1, PUT, reply(TestS3.error(503, "SlowDown", "Please reduce your request rate.")));
        s3.fail(1, PUT, resetRequestAfter(2));

        assertThat(TestS3.text(s3.near(), TestS3.put(s3.store(), "a", "content")))
                .isEqualTo("content");
    }

    @Test
    void aPartThatFailsIsToldOnceAndLeavesNothing() throws IOException {
        s3.fail(100, TestS3.request("PUT", "partNumber=1&"), reply(TestS3.error(403, "AccessDenied", "No.")));

        try (ObjectStore.Write write = s3.store().write(KEY)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 5; i++) {
                            write.write(new byte[PART]);
                        }
                    })
                    .isInstanceOf(WauException.class)
                    .hasMessageContaining("AccessDenied")
                    .hasMessageContaining("Allow s3:PutObject");
            assertThatThrownBy(() -> write.write(1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(write::commit).isInstanceOf(IllegalStateException.class);
        }
        assertThat(s3.near().find(KEY)).isEmpty();
        assertNoUploads();
    }

    @Test
    void aPartThatFailsAtTheEndFailsTheCommit() throws IOException {
        s3.fail(100, SECOND_PART, reply(TestS3.error(403, "AccessDenied", "No.")));

        try (ObjectStore.Write write = s3.store().write(KEY)) {
            write.write(new byte[PART + 1]);
            assertThatThrownBy(write::commit).hasMessageContaining("AccessDenied");
        }
        assertThat(s3.near().find(KEY)).isEmpty();
        assertNoUploads();
    }

    @Test
    void aWriteThatIsNotCommittedLeavesNoParts() throws IOException {
        try (ObjectStore.Write write = s3.store().write(KEY)) {
            write.write(new byte[3 * PART]);
        }

        assertThat(s3.proxy().count(ABORT)).isEqualTo(1);
        assertThat(s3.near().find(KEY)).isEmpty();
        assertNoUploads();
    }

    @Test
    void anUploadIsGivenUpWhenNoPartIsOnItsWayAnyMore() throws IOException {
        AtomicBoolean arrived = new AtomicBoolean();
        AtomicBoolean inOrder = new AtomicBoolean();
        s3.fail(1, PUT, passage -> {
            passage.body();
            HttpFault.pause(Duration.ofMillis(500));
            passage.reply(passage.forward());
            arrived.set(true);
        });
        s3.fail(1, ABORT, passage -> {
            inOrder.set(arrived.get());
            passage.reply(passage.forward());
        });
        try (ObjectStore.Write write = s3.store().write(KEY)) {
            write.write(new byte[PART + 1]);
        }

        assertThat(inOrder).isTrue();
        assertNoUploads();
    }

    @Test
    void partsThatCannotBeRemovedAreTold() throws IOException {
        s3.fail(1, ABORT, reply(TestS3.error(403, "AccessDenied", "No.")));
        ObjectStore.Write write = s3.store().write(KEY);
        write.write(new byte[PART + 1]);

        assertThatThrownBy(write::close)
                .hasMessageStartingWith("Cannot give up the upload of s3://")
                .hasMessageContaining("Allow s3:AbortMultipartUpload");
    }

    @Test
    void aLostReplyToTheEndOfAnUploadIsNoFailure() throws IOException {
        byte[] content = TestS3.content(PART + 1);
        s3.fail(1, COMPLETE, loseReply());
        s3.fail(100, COMPLETE, reply(TestS3.error(404, "NoSuchUpload", "The upload does not exist.")));

        StoredObject written = TestS3.put(s3.store(), "a", content);

        assertThat(TestS3.bytes(s3.near(), written)).isEqualTo(content);
    }

    @Test
    void anUploadThatIsGoneIsAFailure() throws IOException {
        TestS3.put(s3.near(), "a", "old");
        s3.fail(100, COMPLETE, reply(TestS3.error(404, "NoSuchUpload", "The upload does not exist.")));

        assertThatThrownBy(() -> TestS3.put(s3.store(), "a", new byte[PART + 1]))
                .hasMessageContaining("NoSuchUpload");
    }

    @Test
    void aCommitHasNotFailedWhereItsTimeCannotBeAskedFor() throws IOException {
        s3.fail(100, TestS3.request("HEAD", "/a"), reply(TestS3.error(403, "AccessDenied", "No.")));

        StoredObject written = TestS3.put(s3.store(), "a", "x");

        assertThat(TestS3.text(s3.near(), written)).isEqualTo("x");
    }

    private void assertNoUploads() {
        assertThat(TestS3.SERVER
                        .client()
                        .listMultipartUploads(request -> request.bucket(s3.bucket()))
                        .uploads())
                .isEmpty();
    }
}
