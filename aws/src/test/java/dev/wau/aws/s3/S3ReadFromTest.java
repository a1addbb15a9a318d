package dev.wau.aws.s3;

import static dev.wau.testing.network.HttpFault.endReplyAfter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.model.ErrorCode;
import dev.wau.store.StoredObject;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.network.HttpHead;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;

/** Reading from one of an object's bytes on. */
final class S3ReadFromTest {

    private static final byte[] CONTENT = TestS3.content(3 << 20);
    private static final Predicate<HttpHead> GET = TestS3.request("GET", "/a");

    private final ProxiedS3 s3 = ProxiedS3.open();

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void onlyWhatFollowsIsFetched() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);

        assertThat(from(s3.store(), object, 2_000_000)).isEqualTo(rest(2_000_000));
        assertThat(ranges()).containsExactly("bytes=2000000-");
    }

    @Test
    void whatBreaksOffIsReadOnFromTheByteReached() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        s3.fail(1, GET, endReplyAfter(1_000_000));

        assertThat(from(s3.store(), object, 2_000_000)).isEqualTo(rest(2_000_000));
        assertThat(ranges()).containsExactly("bytes=2000000-", "bytes=3000000-");
    }

    @Test
    void anObjectThatIsReplacedWhileItIsReadIsNotMixed() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        s3.fail(1, GET, TestS3.breakAnd(() -> TestS3.put(s3.near(), "a", "other")));

        TestS3.assertFails(ErrorCode.OBJECT_CHANGED, () -> from(s3.store(), object, 2_000_000));
    }

    @Test
    void aReplyThatDoesNotSayWhereItStartsIsNotTaken() throws IOException {
        StoredObject object = TestS3.put(s3.near(), "a", CONTENT);
        ExecutionInterceptor rangeless = new ExecutionInterceptor() {
            @Override
            public SdkHttpResponse modifyHttpResponse(
                    Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
                return context.httpResponse().copy(response -> response.removeHeader("Content-Range"));
            }
        };
        try (S3Client client = S3Server.client(TestS3.SERVER.uri())
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(rangeless))
                .build()) {
            TestS3.assertFails(ErrorCode.STORE_FAILED, () -> from(TestS3.store(client, s3.bucket()), object, 2_000_000))
                    .hasMessageContaining("from byte 2000000: the service sent the whole object");
        }
    }

    private static byte[] from(S3Store store, StoredObject object, long from) throws IOException {
        try (InputStream in = store.read(object, from)) {
            return in.readAllBytes();
        }
    }

    private static byte[] rest(int from) {
        return Arrays.copyOfRange(CONTENT, from, CONTENT.length);
    }

    private List<String> ranges() {
        return s3.proxy().requests().stream()
                .filter(GET)
                .map(request -> request.header("Range").orElse(""))
                .toList();
    }
}
