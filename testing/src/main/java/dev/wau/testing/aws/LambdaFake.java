package dev.wau.testing.aws;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Lambda's functions and event source mappings, to be looked at: GetFunctionConfiguration, ListEventSourceMappings, and
 * Invoke as a dry run; {@link LambdaInvokeFake} really invokes. Signatures are not checked. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html">AWS:
 *     GetFunctionConfiguration</a>
 */
public final class LambdaFake implements AutoCloseable {

    private static final String FUNCTIONS = "/2015-03-31/functions/";
    private static final String MAPPINGS = "/2015-03-31/event-source-mappings";

    private final JsonMapper json = new JsonMapper();
    private final Map<String, ObjectNode> functions = new ConcurrentHashMap<>();
    private final List<ObjectNode> mappings = new CopyOnWriteArrayList<>();
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final FakeEndpoint endpoint = new FakeEndpoint(this::answer);

    /** Where clients find it. */
    public URI uri() {
        return endpoint.uri();
    }

    /** The ARN of a function, there or not. */
    public static String arn(String name) {
        return "arn:aws:lambda:eu-west-1:123456789012:function:" + name;
    }

    /** Makes a function, or another of it; in the members of Lambda's own reply. */
    public void function(String name, ObjectNode configuration) {
        functions.put(name, configuration.deepCopy().put("FunctionName", name).put("FunctionArn", arn(name)));
    }

    /** Removes a function. */
    public void remove(String name) {
        functions.remove(name);
    }

    /** From now on these are all mappings; in the members of Lambda's own reply. */
    public void mappings(ObjectNode... all) {
        mappings.clear();
        mappings.addAll(List.of(all));
    }

    /** From now on an operation is refused for want of a right. */
    public void deny(String operation) {
        denied.add(operation);
    }

    private FakeEndpoint.Reply answer(SignedRequest request) {
        String path = URLDecoder.decode(request.path(), StandardCharsets.UTF_8);
        if (path.startsWith(MAPPINGS)) {
            return denied.contains("ListEventSourceMappings")
                    ? denied("ListEventSourceMappings")
                    : mappings(path.substring(path.indexOf("EventSourceArn=") + "EventSourceArn=".length()));
        }
        String[] parts = path.substring(FUNCTIONS.length()).split("/");
        ObjectNode function = functions.get(parts[0].substring(parts[0].lastIndexOf(':') + 1));
        String operation = parts[1].equals("configuration") ? "GetFunctionConfiguration" : "Invoke";
        if (denied.contains(operation)) {
            return denied(operation);
        }
        if (function == null) {
            return error(404, "ResourceNotFoundException", "Function not found: " + parts[0]);
        }
        if (operation.equals("Invoke")) {
            return request.header("X-Amz-Invocation-Type").equals("DryRun")
                    ? new FakeEndpoint.Reply(204, "application/json", "")
                    : error(400, "InvalidParameterValueException", "only dry runs here");
        }
        return new FakeEndpoint.Reply(200, "application/json", function.toString());
    }

    private FakeEndpoint.Reply mappings(String source) {
        ObjectNode answer = json.createObjectNode();
        ArrayNode found = answer.putArray("EventSourceMappings");
        mappings.stream()
                .filter(one -> one.path("EventSourceArn").asText().equals(source))
                .forEach(found::add);
        return new FakeEndpoint.Reply(200, "application/json", answer.toString());
    }

    private FakeEndpoint.Reply denied(String operation) {
        return error(403, "AccessDeniedException", "User is not authorized to perform: lambda:" + operation);
    }

    private FakeEndpoint.Reply error(int status, String code, String message) {
        ObjectNode answer =
                json.createObjectNode().put("__type", code).put("Type", "User").put("message", message);
        return new FakeEndpoint.Reply(status, "application/json", answer.toString());
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
