package dev.wau.testing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SQS, as far as GetQueueUrl and GetQueueAttributes go, in AWS JSON 1.0. Signatures are not checked. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html">AWS:
 *     GetQueueAttributes</a>
 */
public final class SqsFake implements AutoCloseable {

    private static final String ACCOUNT = "123456789012";

    private final JsonMapper json = new JsonMapper();
    private final Map<String, Map<String, String>> queues = new ConcurrentHashMap<>();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final FakeEndpoint endpoint = new FakeEndpoint(this::answer);

    /** Where clients find it. */
    public URI uri() {
        return endpoint.uri();
    }

    /** The ARN of a queue, there or not. */
    public static String arn(String name) {
        return "arn:aws:sqs:eu-west-1:" + ACCOUNT + ":" + name;
    }

    /** Makes a queue, or another of it. */
    public void queue(String name, Map<String, String> attributes) {
        queues.put(name, Map.copyOf(attributes));
    }

    /** Removes a queue. */
    public void remove(String name) {
        queues.remove(name);
    }

    /** From now on an operation is refused for want of a right. */
    public void deny(String operation) {
        denied.add(operation);
    }

    private FakeEndpoint.Reply answer(SignedRequest request) {
        if (denied.contains(request.operation())) {
            return error("AccessDeniedException", "User is not authorized to perform: sqs:" + request.operation());
        }
        try {
            JsonNode asked = json.readTree(request.body());
            return switch (request.operation()) {
                case "GetQueueUrl" -> url(asked.path("QueueName").asText());
                case "GetQueueAttributes" -> attributes(asked.path("QueueUrl").asText());
                default -> error("UnsupportedOperation", request.operation());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FakeEndpoint.Reply url(String name) {
        return queues.containsKey(name)
                ? ok(json.createObjectNode().put("QueueUrl", uri() + "/" + ACCOUNT + "/" + name))
                : missing();
    }

    private FakeEndpoint.Reply attributes(String url) {
        Map<String, String> attributes = queues.get(url.substring(url.lastIndexOf('/') + 1));
        if (attributes == null) {
            return missing();
        }
        ObjectNode answer = json.createObjectNode();
        ObjectNode members = answer.putObject("Attributes");
        attributes.forEach(members::put);
        return ok(answer);
    }

    private FakeEndpoint.Reply missing() {
        return error("QueueDoesNotExist", "The specified queue does not exist.");
    }

    private FakeEndpoint.Reply ok(ObjectNode answer) {
        return new FakeEndpoint.Reply(200, "application/x-amz-json-1.0", answer.toString());
    }

    private FakeEndpoint.Reply error(String code, String message) {
        ObjectNode answer = json.createObjectNode()
                .put("__type", "com.amazonaws.sqs#" + code)
                .put("message", message);
        return new FakeEndpoint.Reply(400, "application/x-amz-json-1.0", answer.toString());
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
