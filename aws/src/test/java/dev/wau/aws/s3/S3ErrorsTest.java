package dev.wau.aws.s3;

import static dev.wau.testing.network.HttpFault.changeReply;
import static dev.wau.testing.network.HttpFault.reply;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.testing.aws.S3Server;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** What is said when S3 refuses. */
final class S3ErrorsTest {

    private final ProxiedS3 s3 = ProxiedS3.open();

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void aWrongSecretIsNamedSoAndNotShown() {
        try (S3Client client =
                S3Server.client(TestS3.SERVER.uri(), "wrong-secret-key").build()) {
            S3Store store = TestS3.store(client, s3.bucket());

            TestS3.assertFails(ErrorCode.STORE_FAILED, () -> store.list("csv/").count())
                    .hasMessageMatching("Cannot list s3://" + s3.bucket()
                            + "/csv/: SignatureDoesNotMatch, status 403, request \\w+: The request signature we.*"
                            + " Correct the access key and its secret\\.")
                    .hasMessageNotContaining("wrong-secret-key")
                    .hasMessageNotContaining(S3Server.ACCESS_KEY);
            TestS3.assertFails(ErrorCode.STORE_FAILED, () -> store.find(new ObjectKey("a")))
                    .hasMessageContaining("A wrong secret or clock");
        }
    }

    @Test
    void aBucketThatIsNotThereIsNamed() {
        S3Store store = TestS3.store("no-such-bucket-anywhere");

        for (ThrowingCallable call : new ThrowingCallable[] {
            () -> store.list("").count(),
            () -> TestS3.put(store, "a", "x"),
            () -> store.createIfAbsent(new ObjectKey("a"), new byte[1]),
            () -> store.hold("aggregate")
        }) {
            TestS3.assertFails(ErrorCode.STORE_FAILED, call)
                    .hasMessageContaining("s3://no-such-bucket-anywhere/")
                    .hasMessageContaining("Make the bucket, or correct its name.");
        }
    }

    @Test
    void aMissingPermissionIsNamed() {
        s3.fail(1, request -> true, reply(TestS3.error(403, "AccessDenied", "User: x is not authorized.")));

        TestS3.assertFails(ErrorCode.STORE_FAILED, () -> s3.store().list("").count())
                .hasMessage("Cannot list s3://" + s3.bucket()
                        + "/: AccessDenied, status 403, request REQUEST1: User: x is not authorized. Allow"
                        + " s3:ListBucket to these credentials; where another account owns the bucket, in the bucket's"
                        + " policy too.");
    }

    @Test
    void eachOfTheseSaysWhatToDo() {
        assertAdvice(400, "ExpiredToken", "Renew the credentials: they have expired.");
        assertAdvice(403, "InvalidAccessKeyId", "Correct the access key and its secret.");
        assertAdvice(403, "RequestTimeTooSkewed", "Set this machine's clock.");
        assertAdvice(400, "KMS.DisabledException", "Allow kms:GenerateDataKey and kms:Decrypt");
        assertAdvice(503, "SlowDown", "It was tried 4 times. Run again later");
        assertAdvice(403, "InvalidObjectState", "Restore the object from the archive.");
        assertAdvice(400, "SomethingNew", "SomethingNew, status 400, request REQUEST1: Why.");
    }

    private void assertAdvice(int status, String code, String advice) {
        s3.proxy().heal();
        s3.fail(100, request -> true, reply(TestS3.error(status, code, "Why.")));
        TestS3.assertFails(ErrorCode.STORE_FAILED, () -> s3.store().list("").count())
                .hasMessageContaining(advice);
    }

    @Test
    void theRightRegionIsNamed() {
        s3.fail(
                1,
                request -> true,
                changeReply(ignored -> TestS3.error(301, "PermanentRedirect", "Use the specified endpoint.")
                        .with("x-amz-bucket-region", "us-west-2")));

        TestS3.assertFails(ErrorCode.STORE_FAILED, () -> s3.store().list("").count())
                .hasMessageContaining("Set the bucket's region: us-west-2.");
    }

    @Test
    void anEndpointThatDoesNotAnswerIsNamedSo() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        try (S3Client client =
                S3Server.client(URI.create("http://127.0.0.1:" + nobody)).build()) {
            TestS3.assertFails(
                            ErrorCode.STORE_FAILED,
                            () -> TestS3.store(client, "bucket").list("").count())
                    .hasMessageContaining("nobody answers there");
        }
    }
}
