package dev.wau.testing.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch Logs, as far as {@code DescribeLogGroups} and {@code FilterLogEvents} go, in AWS JSON 1.1. Events come in
 * the order in which they were put, so that only what a client does itself sorts them. {@link Manners} make it behave as
 * the service does at its worst. Thread-safe.
 */
public final class LogsFake implements AutoCloseable {

    /** Spreads ids, so that their order is not that in which events were put. */
    private static final BigInteger STEP = new BigInteger("57896044618658097711785492504343953926634992332820282019");

    private static final BigInteger IDS = BigInteger.TEN.pow(56);

    /** Begins a token whose empty page was given. */
    private static final String FULL = "full-";

    private final JsonMapper json = new JsonMapper();
    private final Map<String, Group> groups = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong ids = new AtomicLong();
    private final Set<String> repeated = ConcurrentHashMap.newKeySet();
    private volatile Manners manners = new Manners(10_000, false, false, false, 0);
    private final FakeEndpoint endpoint = new FakeEndpoint(this::answer);

    /**
     * How it answers.
     *
     * @param pageSize events a page
     * @param emptyPages whether an empty page comes before every other
     * @param equalTokens whether each token is answered with itself once
     * @param overlapping whether each page begins with the last event of the one before
     * @param throttleEvery that many calls one is refused; 0: none
     */
    public record Manners(
            int pageSize, boolean emptyPages, boolean equalTokens, boolean overlapping, int throttleEvery) {}

    private record Group(
            Instant created,
            @Nullable Integer retentionDays,
            @Nullable String owner,
            List<Event> events) {}

    private record Event(String stream, long timestamp, String id, String message) {}

    /** Where it answers. */
    public URI uri() {
        return endpoint.uri();
    }

    /** All requests until now. */
    public List<SignedRequest> requests() {
        return endpoint.requests();
    }

    /** From now on. */
    public void behave(Manners newManners) {
        manners = newManners;
    }

    /** Makes a log group; without days it keeps its events for ever. */
    public void group(String name, Instant created, @Nullable Integer retentionDays) {
        groups.put(name, new Group(created, retentionDays, null, new CopyOnWriteArrayList<>()));
    }

    /** Makes a log group whose events only keys of this role can read, with their own token. */
    public void group(String name, Instant created, String roleArn) {
        groups.put(name, new Group(created, null, roleArn, new CopyOnWriteArrayList<>()));
    }

    /** The ARN of a group, as this service names it. */
    public static String arn(String group) {
        return "arn:aws:logs:eu-west-1:222222222222:log-group:" + group;
    }

    /**
     * Takes an event in.
     *
     * @return the id that it gets
     */
    public String put(String group, String stream, Instant time, String message) {
        BigInteger number =
                STEP.multiply(BigInteger.valueOf(ids.incrementAndGet())).mod(IDS);
        String id = String.format(Locale.ROOT, "%056d", number);
        require(group).events().add(new Event(stream, time.toEpochMilli(), id, message));
        return id;
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private Group require(String name) {
        Group group = groups.get(name);
        if (group == null) {
            throw new IllegalArgumentException("No such group: " + name);
        }
        return group;
    }

    private FakeEndpoint.Reply answer(SignedRequest request) {
        int every = manners.throttleEvery();
        if (every > 0 && calls.incrementAndGet() % every == 0) {
            return error("ThrottlingException", "Rate exceeded");
        }
        try {
            JsonNode asked = json.readTree(request.body());
            return switch (request.operation()) {
                case "DescribeLogGroups" -> describe(asked);
                case "FilterLogEvents" -> filter(asked, request);
                default -> error("UnknownOperationException", request.operation());
            };
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FakeEndpoint.Reply describe(JsonNode asked) {
        ObjectNode answer = json.createObjectNode();
        ArrayNode found = answer.putArray("logGroups");
        for (JsonNode identifier : asked.path("logGroupIdentifiers")) {
            String name = name(identifier.asText());
            Group group = groups.get(name);
            if (group != null) {
                ObjectNode described = found.addObject()
                        .put("logGroupName", name)
                        .put("logGroupArn", arn(name))
                        .put("arn", arn(name) + ":*")
                        .put("creationTime", group.created().toEpochMilli());
                if (group.retentionDays() != null) {
                    described.put("retentionInDays", group.retentionDays());
                }
            }
        }
        return ok(answer);
    }

    private FakeEndpoint.Reply filter(JsonNode asked, SignedRequest request) {
        Group group = groups.get(name(asked.path("logGroupIdentifier").asText()));
        if (group == null) {
            return error("ResourceNotFoundException", "The specified log group does not exist.");
        }
        if (!mayRead(group, request)) {
            return error("AccessDeniedException", "User: " + request.accessKey() + " is not authorized");
        }
        String token = asked.path("nextToken").asText("0");
        if (manners.equalTokens() && asked.has("nextToken") && repeated.add(asked.toString())) {
            return emptyPage(token);
        }
        boolean empty = manners.emptyPages() && !token.startsWith(FULL);
        return empty
                ? emptyPage(FULL + token)
                : page(
                        matching(group, asked),
                        Integer.parseInt(token.replace(FULL, "")),
                        asked.path("limit").asInt(manners.pageSize()));
    }

    private static boolean mayRead(Group group, SignedRequest request) {
        String owner = group.owner();
        return owner == null
                || (StsFake.isKeyOf(owner, request.accessKey())
                        && StsFake.token(request.accessKey()).equals(request.sessionToken()));
    }

    private List<Event> matching(Group group, JsonNode asked) {
        Stream<Event> events = group.events().stream();
        return events.filter(event -> event.stream()
                        .startsWith(asked.path("logStreamNamePrefix").asText("")))
                .filter(event -> event.timestamp() >= asked.path("startTime").asLong(0))
                // Inclusive, as the service's is.
                .filter(event -> event.timestamp() <= asked.path("endTime").asLong(Long.MAX_VALUE))
                .toList();
    }

    private FakeEndpoint.Reply emptyPage(String token) {
        ObjectNode answer = json.createObjectNode().put("nextToken", token);
        answer.putArray("events");
        return ok(answer);
    }

    private FakeEndpoint.Reply page(List<Event> events, int from, int most) {
        ObjectNode answer = json.createObjectNode();
        ArrayNode page = answer.putArray("events");
        int to = Math.min(events.size(), from + Math.min(most, manners.pageSize()));
        int first = manners.overlapping() && from > 0 ? from - 1 : from;
        for (Event event : events.subList(first, to)) {
            page.addObject()
                    .put("logStreamName", event.stream())
                    .put("timestamp", event.timestamp())
                    .put("ingestionTime", event.timestamp())
                    .put("eventId", event.id())
                    .put("message", event.message());
        }
        return ok(to == events.size() ? answer : answer.put("nextToken", String.valueOf(to)));
    }

    private static String name(String identifier) {
        int name = identifier.indexOf(":log-group:");
        return name < 0 ? identifier : identifier.substring(name + ":log-group:".length());
    }

    private FakeEndpoint.Reply ok(ObjectNode answer) {
        return new FakeEndpoint.Reply(200, "application/x-amz-json-1.1", answer.toString());
    }

    private FakeEndpoint.Reply error(String code, String message) {
        ObjectNode answer = json.createObjectNode().put("__type", code).put("message", message);
        return new FakeEndpoint.Reply(400, "application/x-amz-json-1.1", answer.toString());
    }
}
