package dev.wau.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.store.StoredObject;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.network.HttpFault;
import dev.wau.testing.network.HttpHead;
import dev.wau.testing.network.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.s3.S3Client;

/** One S3 for all tests; each test has a bucket of its own. */
final class TestS3 {

    static final S3Server SERVER = start();

    private TestS3() {}

    private static S3Server start() {
        try {
            return S3Server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StorePlace place(String bucket) {
        return StorePlace.of(Location.of("s3://" + bucket));
    }

    static S3Store store(String bucket) {
        return new S3Store(SERVER.client(), place(bucket));
    }

    static S3Store store(S3Client client, String bucket) {
        return new S3Store(client, place(bucket));
    }

    static StoredObject put(ObjectStore store, String key, byte[] content) throws IOException {
        try (ObjectStore.Write write = store.write(new ObjectKey(key))) {
            write.write(content);
            return write.commit();
        }
    }

    static StoredObject put(ObjectStore store, String key, String content) throws IOException {
        return put(store, key, content.getBytes(UTF_8));
    }

    static byte[] bytes(ObjectStore store, StoredObject object) throws IOException {
        try (InputStream in = store.read(object)) {
            return in.readAllBytes();
        }
    }

    static String text(ObjectStore store, StoredObject object) throws IOException {
        return new String(bytes(store, object), UTF_8);
    }

    /** The same bytes every time. */
    static byte[] content(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    static Predicate<HttpHead> request(String method, String part) {
        return request ->
                request.line().startsWith(method + " ") && request.line().contains(part);
    }

    static HttpReply error(int status, String code, String message) {
        return HttpReply.of(
                status,
                "<Error><Code>" + code + "</Code><Message>" + message
                        + "</Message><RequestId>REQUEST1</RequestId></Error>");
    }

    /** What happens behind a reader's back. */
    interface Change {
        void make() throws IOException;
    }

    /** The reply breaks off after 100,000 bytes, and meanwhile something happens. */
    static HttpFault breakAnd(Change change) {
        return passage -> {
            passage.replyPart(passage.forward(), 100_000);
            change.make();
            passage.hangUp();
        };
    }

    static AbstractThrowableAssert<?, ? extends Throwable> assertFails(ErrorCode code, ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
