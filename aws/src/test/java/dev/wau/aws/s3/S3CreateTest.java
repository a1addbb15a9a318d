package dev.wau.aws.s3;

import static dev.wau.testing.network.HttpFault.loseReply;
import static dev.wau.testing.network.HttpFault.reply;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.testing.network.HttpFault;
import dev.wau.testing.network.HttpHead;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of many writers of one key, exactly one learns that it wrote it, whatever the network does. */
final class S3CreateTest {

    private static final ObjectKey KEY = new ObjectKey("complete/b.json");
    private static final Predicate<HttpHead> PUT = TestS3.request("PUT", "/complete/b.json");

    private final ProxiedS3 s3 = ProxiedS3.open();

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void aLostReplyIsToldFromAnotherWriter() {
        s3.fail(1, PUT, loseReply());

        assertThat(create("ours")).isTrue();
        assertThat(create("later")).isFalse();
        assertThat(s3.proxy().count(PUT)).isEqualTo(3);
    }

    @Test
    void aLostReplyOfTheLoserIsStillFalse() {
        assertThat(s3.near().createIfAbsent(KEY, "theirs".getBytes(UTF_8))).isTrue();
        s3.fail(1, PUT, loseReply());

        assertThat(create("ours")).isFalse();
    }

    @Test
    void whatSucceededThoughAllRepliesWereLostIsTrue() {
        s3.fail(100, PUT, loseReply());

        assertThat(create("ours")).isTrue();
    }

    @Test
    void whatSucceededThoughTheServerSaysItFailedIsTrue() {
        s3.fail(100, PUT, passage -> {
            passage.forward();
            passage.reply(TestS3.error(500, "InternalError", "We encountered an internal error."));
        });

        assertThat(create("ours")).isTrue();
    }

    @Test
    void whatNeverArrivedIsAFailure() {
        s3.fail(100, PUT, reply(TestS3.error(500, "InternalError", "We encountered an internal error.")));

        assertThatThrownBy(() -> create("ours"))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_FAILED))
                .hasMessageStartingWith("Cannot create s3://" + s3.bucket() + "/complete/b.json: InternalError")
                .hasMessageContaining("It was tried 4 times");
        assertThat(s3.near().find(KEY)).isEmpty();
    }

    @Test
    void aConflictIsTriedAgain() {
        s3.fail(
                2,
                PUT,
                reply(TestS3.error(409, "ConditionalRequestConflict", "A conflicting operation is under way.")));

        assertThat(create("ours")).isTrue();
        assertThat(create("later")).isFalse();
    }

    @Test
    void aConflictWithoutEndIsAFailure() {
        s3.fail(
                100,
                PUT,
                reply(TestS3.error(409, "ConditionalRequestConflict", "A conflicting operation is under way.")));

        assertThatThrownBy(() -> create("ours")).hasMessageContaining("ConditionalRequestConflict");
    }

    @Test
    void aServiceWithoutConditionalWritesIsTold() {
        s3.fail(100, PUT, reply(TestS3.error(501, "NotImplemented", "If-None-Match is not implemented.")));

        assertThatThrownBy(() -> create("ours"))
                .hasMessageContaining("NotImplemented, status 501")
                .hasMessageContaining("Use a service that knows conditional writes (If-None-Match, If-Match)");
    }

    @Test
    void ofManyThreadsOnABadNetworkExactlyOneCreates() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            for (int round = 0; round < 10; round++) {
                ObjectKey key = new ObjectKey("complete/" + round);
                s3.fail(3, TestS3.request("PUT", key.path()), HttpFault.loseReply());
                List<Callable<Boolean>> writers = new ArrayList<>();
                for (int writer = 0; writer < 12; writer++) {
                    byte[] content = ("writer " + writer).getBytes(UTF_8);
                    writers.add(() -> s3.store().createIfAbsent(key, content));
                }
                List<Boolean> results = new ArrayList<>();
                for (Future<Boolean> result : threads.invokeAll(writers)) {
                    results.add(result.get());
                }

                assertThat(results).containsOnlyOnce(true);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean create(String content) {
        return s3.store().createIfAbsent(KEY, content.getBytes(UTF_8));
    }
}
