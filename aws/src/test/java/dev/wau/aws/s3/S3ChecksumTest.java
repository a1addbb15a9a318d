package dev.wau.aws.s3;

import static dev.wau.testing.network.HttpFault.damageRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.network.HttpHead;
import java.io.IOException;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** What arrives is what was sent, or nothing is stored. */
final class S3ChecksumTest {

    private static final int PART = 8 << 20;
    private static final ObjectKey KEY = new ObjectKey("a");
    private static final Predicate<HttpHead> PUT = TestS3.request("PUT", "/a");

    private final ProxiedS3 s3 = ProxiedS3.open();

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void everyPartCarriesItsSha256() throws IOException {
        TestS3.put(s3.store(), "a", TestS3.content(PART + 1));
        TestS3.put(s3.store(), "a", "small");

        assertThat(s3.proxy().requests().stream().filter(PUT))
                .hasSize(3)
                .allSatisfy(
                        put -> assertThat(put.header("x-amz-checksum-sha256")).isPresent());
    }

    @Test
    void whatIsDamagedOnItsWayIsNotStored() {
        s3.fail(1, PUT, damageRequest());

        TestS3.assertFails(ErrorCode.STORE_FAILED, () -> TestS3.put(s3.store(), "a", TestS3.content(1_000)))
                .hasMessageStartingWith("Cannot write s3://" + s3.bucket() + "/a: ");
        assertThat(s3.near().find(KEY)).isEmpty();
    }

    @Test
    void whatDoesNotHaveItsSha256IsNotStored() {
        try (S3Client client = S3Server.client(s3.proxy().uri())
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(new WrongChecksum()))
                .build()) {
            S3Store store = TestS3.store(client, s3.bucket());

            assertThatThrownBy(() -> TestS3.put(store, "a", "x")).hasMessageContaining("nothing was stored");
            assertThatThrownBy(() -> TestS3.put(store, "a", new byte[PART + 1]))
                    .hasMessageContaining("nothing was stored");
        }
        assertThat(s3.near().find(KEY)).isEmpty();
    }

    private static final class WrongChecksum implements ExecutionInterceptor {
        private static final String OF_NOTHING = S3Bucket.sha256(new byte[0], 0);

        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            if (context.request() instanceof PutObjectRequest put) {
                return put.toBuilder().checksumSHA256(OF_NOTHING).build();
            }
            if (context.request() instanceof UploadPartRequest part) {
                return part.toBuilder().checksumSHA256(OF_NOTHING).build();
            }
            return context.request();
        }
    }
}
