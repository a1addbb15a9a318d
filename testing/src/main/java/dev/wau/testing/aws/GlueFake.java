package dev.wau.testing.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * AWS Glue's job runs over HTTP, as its clients speak to it (AWS JSON 1.1): StartJobRun, GetJobRun, GetJobRuns,
 * BatchStopJobRun, GetJob; and its {@link #catalog}. A job's body runs for real, in this process, on a thread for each run. At most as many runs of a job
 * are alive as it may have; 2 DPU each. Signatures are not checked. Thread-safe.
 */
public final class GlueFake implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET = "AWSGlue.";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "glue-fake");
        thread.setDaemon(true);
        return thread;
    });
    private final GlueFakeCatalog catalog = new GlueFakeCatalog();
    private final Map<String, GlueFakeJob> jobs = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private final Map<String, Queue<GlueFault>> faults = new ConcurrentHashMap<>();

    private GlueFake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A service without jobs. */
    public static GlueFake start() throws IOException {
        return new GlueFake();
    }

    /** Where clients find it. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Its Data Catalog. */
    public GlueFakeCatalog catalog() {
        return catalog;
    }

    /**
     * Defines a job.
     *
     * @param body is given a run's arguments; it succeeds by returning, and is interrupted when the run is stopped
     */
    public void job(String name, int maxConcurrentRuns, Consumer<Map<String, String>> body) {
        jobs.put(name, new GlueFakeJob(name, maxConcurrentRuns, body));
    }

    /** Says how a job is defined, in the members of Glue's own GetJob. */
    public void define(String name, ObjectNode members) {
        known(name).define(members);
    }

    /** Adds a run of a job without running anything, newer than all before it. */
    public String add(String job, Map<String, String> arguments, Instant started, String state) {
        return known(job).add(arguments, started, state).id();
    }

    /** What happens to the next requests of an operation, one fault each. */
    public void fail(String operation, GlueFault... next) {
        Collections.addAll(faults.computeIfAbsent(operation, key -> new ArrayDeque<>()), next);
    }

    /** How many requests of an operation came. */
    public int requests(String operation) {
        return requests.computeIfAbsent(operation, key -> new AtomicInteger()).get();
    }

    /** The arguments of all runs of a job, newest first. */
    public List<Map<String, String>> arguments(String job) {
        return known(job).runs().stream().map(GlueFakeRun::arguments).toList();
    }

    private GlueFakeJob known(@Nullable String job) {
        GlueFakeJob known = job == null ? null : jobs.get(job);
        if (known == null) {
            throw GlueError.invalid("EntityNotFoundException", "Failed to find job " + job);
        }
        return known;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target").substring(TARGET.length());
        requests.computeIfAbsent(operation, key -> new AtomicInteger()).incrementAndGet();
        GlueFault fault = fault(operation);
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            try {
                before(fault);
                JsonNode reply = carryOut(operation, request, fault);
                if (after(fault)) {
                    send(exchange, 200, reply);
                }
            } catch (GlueError e) {
                ObjectNode error =
                        JSON.createObjectNode().put("__type", e.type()).put("Message", e.getMessage());
                send(exchange, e.status(), error);
            }
        }
    }

    private @Nullable GlueFault fault(String operation) {
        Queue<GlueFault> queued = faults.get(operation);
        if (queued == null) {
            return null;
        }
        synchronized (queued) {
            return queued.poll();
        }
    }

    private static void before(@Nullable GlueFault fault) {
        if (fault == GlueFault.FAIL) {
            throw new GlueError(500, "InternalServiceException", "made by a test");
        }
        if (fault == GlueFault.THROTTLE) {
            throw GlueError.invalid("ThrottlingException", "Rate exceeded");
        }
        if (fault == GlueFault.DENY) {
            throw GlueError.invalid("AccessDeniedException", "User: made-by-a-test is not authorized");
        }
        if (fault == GlueFault.CONFLICT) {
            throw GlueError.invalid(
                    "ConcurrentModificationException", "Two processes are trying to modify a resource simultaneously");
        }
    }

    /** Whether to reply. */
    private static boolean after(@Nullable GlueFault fault) throws IOException {
        if (fault == GlueFault.DO_AND_FAIL) {
            throw new GlueError(500, "InternalServiceException", "made by a test");
        }
        if (fault == GlueFault.LATE_REPLY) {
            sleep();
        }
        return fault != GlueFault.LOSE_REPLY;
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(3_000);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private JsonNode carryOut(String operation, JsonNode request, @Nullable GlueFault fault) {
        return catalog.answer(operation, request).orElseGet(() -> ofJobs(operation, request, fault));
    }

    private JsonNode ofJobs(String operation, JsonNode request, @Nullable GlueFault fault) {
        GlueFakeJob job = known(request.path("JobName").textValue());
        return switch (operation) {
            case "StartJobRun" ->
                JSON.createObjectNode()
                        .put("JobRunId", job.start(arguments(request)).id());
            case "GetJobRun" ->
                JSON.createObjectNode()
                        .set(
                                "JobRun",
                                job.run(request.path("RunId").textValue()).json());
            case "GetJobRuns" -> list(job.runs(), request, fault);
            case "GetJob" -> JSON.createObjectNode().set("Job", job.definition());
            case "BatchStopJobRun" -> stop(job, request.path("JobRunIds"));
            default -> throw GlueError.invalid("UnknownOperationException", operation);
        };
    }

    private static Map<String, String> arguments(JsonNode request) {
        Map<String, String> arguments = new HashMap<>();
        request.path("Arguments")
                .properties()
                .forEach(argument ->
                        arguments.put(argument.getKey(), argument.getValue().textValue()));
        return arguments;
    }

    private static JsonNode list(List<GlueFakeRun> all, JsonNode request, @Nullable GlueFault fault) {
        List<GlueFakeRun> runs = fault == GlueFault.LAG && !all.isEmpty() ? all.subList(1, all.size()) : all;
        int from = request.path("NextToken").asInt(0);
        int to = Math.min(runs.size(), from + request.path("MaxResults").asInt(200));
        ObjectNode page = JSON.createObjectNode();
        ArrayNode listed = page.putArray("JobRuns");
        runs.subList(from, to).forEach(run -> listed.add(run.json()));
        if (to < runs.size()) {
            page.put("NextToken", String.valueOf(to));
        }
        return page;
    }

    private static JsonNode stop(GlueFakeJob job, JsonNode ids) {
        ObjectNode reply = JSON.createObjectNode();
        ArrayNode stopped = reply.putArray("SuccessfulSubmissions");
        ArrayNode errors = reply.putArray("Errors");
        for (JsonNode id : ids) {
            try {
                job.run(id.textValue()).stop();
                stopped.addObject().put("JobRunId", id.textValue());
            } catch (GlueError e) {
                ObjectNode error = errors.addObject().put("JobRunId", id.textValue());
                error.putObject("ErrorDetail").put("ErrorCode", e.type()).put("ErrorMessage", e.getMessage());
            }
        }
        return reply;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
