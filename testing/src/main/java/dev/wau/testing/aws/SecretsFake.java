package dev.wau.testing.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** AWS Secrets Manager, as far as GetSecretValue goes, in its JSON protocol. Thread-safe. */
public final class SecretsFake implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private volatile @Nullable String refusal;
    private final FakeEndpoint endpoint = new FakeEndpoint(this::answer);

    /** Where it answers. */
    public URI uri() {
        return endpoint.uri();
    }

    /** Keeps a text under a name, in place of what was there. */
    public void put(String name, String value) {
        secrets.put(name, value);
    }

    /** Answers with this error from now on, for instance {@code AccessDeniedException}. */
    public void refuse(String type) {
        refusal = type;
    }

    /** How often it was asked. */
    public int requests() {
        return endpoint.requests().size();
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private FakeEndpoint.Reply answer(SignedRequest request) {
        try {
            String name = JSON.readTree(request.body()).path("SecretId").asText();
            String value = secrets.get(name);
            if (refusal != null) {
                return error(refusal, "made by a test");
            }
            if (!request.operation().equals("GetSecretValue") || value == null) {
                return error("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
            }
            ObjectNode reply = JSON.createObjectNode()
                    .put("ARN", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:" + name)
                    .put("Name", name)
                    .put("SecretString", value)
                    .put("VersionId", "00000000-0000-0000-0000-000000000001");
            return reply(200, reply);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FakeEndpoint.Reply error(String type, String message) throws JsonProcessingException {
        return reply(400, JSON.createObjectNode().put("__type", type).put("Message", message));
    }

    private static FakeEndpoint.Reply reply(int status, ObjectNode body) throws JsonProcessingException {
        return new FakeEndpoint.Reply(status, "application/x-amz-json-1.1", JSON.writeValueAsString(body));
    }
}
