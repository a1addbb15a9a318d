package dev.wau.aws.s3;

import static dev.wau.testing.network.HttpFault.endReplyAfter;
import static dev.wau.testing.network.HttpFault.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.ErrorCode;
import dev.wau.store.StoredObject;
import dev.wau.testing.network.HttpHead;
import java.io.IOException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading from a bucket that keeps versions. */
final class S3VersionsTest {

    private static final byte[] CONTENT = TestS3.content(1 << 20);
    private static final Predicate<HttpHead> GET = TestS3.request("GET", "/a");

    private final ProxiedS3 s3 = ProxiedS3.openVersioned();

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void aReplacedVersionIsReadToItsEnd() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        s3.fail(1, GET, TestS3.breakAnd(() -> TestS3.put(s3.near(), "a", "other")));

        assertThat(TestS3.bytes(s3.store(), object)).isEqualTo(CONTENT);
    }

    @Test
    void aVersionThatIsRemovedWhileItIsReadIsReadToItsEnd() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        s3.fail(1, GET, TestS3.breakAnd(() -> s3.near().delete(object.key())));

        assertThat(TestS3.bytes(s3.store(), object)).isEqualTo(CONTENT);
    }

    @Test
    void readingOnNeedsNoRightToVersions() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        s3.fail(100, TestS3.request("GET", "versionId="), reply(TestS3.error(403, "AccessDenied", "No.")));
        s3.fail(1, GET, endReplyAfter(1_000));

        assertThat(TestS3.bytes(s3.store(), object)).isEqualTo(CONTENT);
    }

    @Test
    void theVersionThatWasListedIsReadThoughOthersCame() throws IOException {
        StoredObject neighbour = TestS3.put(s3.near(), "ab", "neighbour");
        StoredObject first = TestS3.put(s3.near(), "a", "first");
        StoredObject second = TestS3.put(s3.near(), "a", "second");
        TestS3.put(s3.near(), "a", "third");
        StoredObject never = new StoredObject(first.key(), 9, first.modified(), neighbour.version());

        assertThat(TestS3.text(s3.store(), first)).isEqualTo("first");
        assertThat(TestS3.text(s3.store(), second)).isEqualTo("second");
        TestS3.assertFails(ErrorCode.OBJECT_CHANGED, () -> TestS3.text(s3.store(), never))
                .hasMessageContaining("keeps no older version");
    }

    @Test
    void whatWasDeletedIsGone() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", "x");
        s3.near().delete(object.key());

        TestS3.assertFails(ErrorCode.NOT_FOUND, () -> TestS3.text(s3.store(), object));
        assertThat(s3.store().find(object.key())).isEmpty();
    }

    @Test
    void whereVersionsCannotBeListedTheMessageSaysSo() throws IOException {
        StoredObject first = TestS3.put(s3.near(), "a", "first");
        TestS3.put(s3.near(), "a", "second");
        s3.fail(1, TestS3.request("GET", "?versions"), reply(TestS3.error(403, "AccessDenied", "Access Denied")));

        TestS3.assertFails(ErrorCode.OBJECT_CHANGED, () -> TestS3.text(s3.store(), first))
                .hasMessageContaining("Allow s3:ListBucketVersions");
    }
}
