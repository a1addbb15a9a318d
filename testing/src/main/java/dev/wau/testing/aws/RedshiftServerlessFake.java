package dev.wau.testing.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Redshift Serverless, as far as GetCredentials goes, in its JSON protocol: one workgroup, which gives the user {@code
 * IAMR:loader} a new password each time. Thread-safe.
 */
public final class RedshiftServerlessFake implements AutoCloseable {

    /** The user that it gives. */
    public static final String USER = "IAMR:loader";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String workgroup;
    private final BiConsumer<String, String> allow;
    private final AtomicInteger given = new AtomicInteger();
    private final FakeEndpoint endpoint = new FakeEndpoint(this::answer);

    /**
     * Answers from now on.
     *
     * @param workgroup its name
     * @param allow is told each user and password before they are given
     */
    public RedshiftServerlessFake(String workgroup, BiConsumer<String, String> allow) {
        this.workgroup = workgroup;
        this.allow = allow;
    }

    /** Where it answers. */
    public URI uri() {
        return endpoint.uri();
    }

    /** What it was asked, as it came. */
    public List<SignedRequest> requests() {
        return endpoint.requests();
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private FakeEndpoint.Reply answer(SignedRequest request) {
        try {
            JsonNode asked = JSON.readTree(request.body());
            boolean known = request.operation().equals("GetCredentials")
                    && asked.path("workgroupName").asText().equals(workgroup);
            return known
                    ? reply(200, credentials(asked.path("durationSeconds").asInt(900)))
                    : reply(
                            400,
                            JSON.createObjectNode()
                                    .put("__type", "ResourceNotFoundException")
                                    .put("message", "The workgroup doesn't exist"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode credentials(int seconds) {
        String password = "temporary-" + given.incrementAndGet();
        allow.accept(USER, password);
        Instant end = Instant.now().plus(Duration.ofSeconds(seconds));
        return JSON.createObjectNode()
                .put("dbUser", USER)
                .put("dbPassword", password)
                .put("expiration", end.getEpochSecond())
                .put("nextRefreshTime", end.getEpochSecond());
    }

    private static FakeEndpoint.Reply reply(int status, ObjectNode body) throws JsonProcessingException {
        return new FakeEndpoint.Reply(status, "application/x-amz-json-1.1", JSON.writeValueAsString(body));
    }
}
