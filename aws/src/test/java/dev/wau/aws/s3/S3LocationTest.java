package dev.wau.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import dev.wau.testing.aws.S3Server;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.s3.S3Client;

final class S3LocationTest {

    private static final String ARN = "arn:aws:s3:eu-west-1:123456789012:accesspoint/acme-logs";

    @Test
    void aPrefixIsAFolderHoweverItIsWritten() {
        assertThat(location("s3://acme-logs")).isEqualTo(new S3Location("acme-logs", ""));
        assertThat(location("s3://acme-logs/")).isEqualTo(new S3Location("acme-logs", ""));
        assertThat(location("s3://acme-logs/a/b")).isEqualTo(new S3Location("acme-logs", "a/b/"));
        assertThat(location("s3://acme-logs/a/b/")).isEqualTo(new S3Location("acme-logs", "a/b/"));
    }

    @Test
    void anAccessPointIsNamedByItsArn() {
        assertThat(location("s3://" + ARN)).isEqualTo(new S3Location(ARN, ""));
        assertThat(location("s3://" + ARN + "/a/b")).isEqualTo(new S3Location(ARN, "a/b/"));
        String colon = ARN.replace("accesspoint/", "accesspoint:");
        assertThat(location("s3://" + colon + "/a")).isEqualTo(new S3Location(colon, "a/"));
    }

    @Test
    void anAccessPointIsAskedAtItsOwnHost() {
        List<SdkHttpRequest> requests = new ArrayList<>();
        ExecutionInterceptor stop = new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                requests.add(context.httpRequest());
                throw new IllegalStateException("far enough");
            }
        };
        try (S3Client client = S3Server.client(URI.create("http://127.0.0.1:1"))
                .endpointOverride(null)
                .forcePathStyle(false)
                .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(stop))
                .build()) {
            S3Store store = new S3Store(client, StorePlace.of(Location.of("s3://" + ARN + "/logs")));
            assertThatThrownBy(() -> store.find(new ObjectKey("a.csv"))).hasMessage("far enough");
        }

        assertThat(requests).singleElement().satisfies(request -> {
            assertThat(request.host()).isEqualTo("acme-logs-123456789012.s3-accesspoint.eu-west-1.amazonaws.com");
            assertThat(request.encodedPath()).isEqualTo("/logs/a.csv");
        });
    }

    @Test
    void theAddressIsAUriThatEndsInASlash() {
        assertThat(location("s3://acme-logs/a b/ü%").uri().toString()).isEqualTo("s3://acme-logs/a%20b/ü%25/");
        assertThat(location("s3://acme-logs").uri()).hasToString("s3://acme-logs/");
        assertThat(location("s3://" + ARN + "/a").uri()).hasToString("s3://" + ARN + "/a/");
    }

    @Test
    void keysAreRelativeToThePrefix() {
        S3Location location = location("s3://acme-logs/a/b");

        assertThat(location.key(new ObjectKey("c.csv"))).isEqualTo("a/b/c.csv");
        assertThat(location.name("a/b/c.csv")).isEqualTo("c.csv");
    }

    @Test
    void aKeyThatS3CannotHoldIsRefused() {
        S3Location location = location("s3://acme-logs/ab");

        assertThat(location.key(new ObjectKey("x".repeat(1021)))).hasSize(1024);
        assertFails(location, "x".repeat(1022), "it has 1025 bytes");
        assertFails(location, "ü".repeat(511), "it has 1025 bytes");
        assertFails(location, "half \uD83D.csv", "unpaired surrogate");
    }

    private static void assertFails(S3Location location, String key, String why) {
        assertThatThrownBy(() -> location.key(new ObjectKey(key)))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_FAILED))
                .hasMessageStartingWith("Cannot use the key s3://acme-logs/ab/")
                .hasMessageContaining(why);
    }

    @Test
    void aPrefixWithDotsIsRefused() {
        for (String prefix : List.of(".", "..", "a/../b", "a/./b", "a/..")) {
            assertThatThrownBy(() -> location("s3://acme-logs/" + prefix))
                    .isInstanceOfSatisfying(
                            WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
        }
        assertThat(location("s3://acme-logs/a..b/.c").prefix()).isEqualTo("a..b/.c/");
    }

    @Test
    void aDirectoryBucketIsRefused() {
        assertThatThrownBy(() -> location("s3://logs--euw1-az1--x-s3/a")).hasMessageContaining("it lists in no order");
    }

    private static S3Location location(String uri) {
        return S3Location.of(Location.of(uri));
    }
}
