package dev.wau.testing.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lambda's <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a> around one execution
 * environment: the real runtime interface client runs a handler against it in another process, which finds it by the
 * environment variable {@code AWS_LAMBDA_RUNTIME_API}. Thread-safe.
 */
public final class LambdaRuntimeFake implements Closeable {

    /** By which the function is invoked. */
    public static final String FUNCTION = "arn:aws:lambda:eu-west-1:111122223333:function:wau";

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String INVOCATION = ROOT + "invocation/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "lambda-runtime-fake");
        thread.setDaemon(true);
        return thread;
    });
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final CompletableFuture<Instant> snapshot = new CompletableFuture<>();
    private final CompletableFuture<Instant> restored = new CompletableFuture<>();
    private final CompletableFuture<Instant> ready = new CompletableFuture<>();

    private record Invocation(String id, String event, Duration time, String trace, CompletableFuture<Reply> reply) {}

    /** How an invocation ended. */
    public enum Ending {
        RESPONSE,
        /** The handler threw. */
        ERROR,
        /** Its time was over. */
        TIMEOUT
    }

    /**
     * What the function answered.
     *
     * @param ending of the invocation
     * @param body the handler's output, or the error as the client tells it: {@code errorType}, {@code errorMessage};
     *     empty after a time-out
     */
    public record Reply(Ending ending, String body) {}

    private LambdaRuntimeFake() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(ROOT, this::answer);
        server.start();
    }

    /** An execution environment that nothing runs in yet. */
    public static LambdaRuntimeFake start() throws IOException {
        return new LambdaRuntimeFake();
    }

    /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Invokes the function and waits for its answer, at most a minute. */
    public Reply invoke(String event) throws Exception {
        Reply reply = invoke(event, PATIENCE, "");
        if (reply.ending() == Ending.TIMEOUT) {
            throw new TimeoutException("The function didn't answer within " + PATIENCE);
        }
        return reply;
    }

    /**
     * Invokes the function and waits for its answer for the time that it is told. One that doesn't answer in time is
     * still at work: Lambda would end its process.
     *
     * @param trace the trace header; empty for none
     */
    public Reply invoke(String event, Duration time, String trace) throws Exception {
        Invocation invocation =
                new Invocation(UUID.randomUUID().toString(), event, time, trace, new CompletableFuture<>());
        waiting.add(invocation);
        try {
            return invocation.reply().get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Reply(Ending.TIMEOUT, "");
        }
    }

    /** When the function first asked for an event: it has started. Waits for it. */
    public Instant awaitReady() throws Exception {
        return await(ready);
    }

    /** Waits until the function says why it can't start. */
    public String initError() throws Exception {
        return await(initError);
    }

    /** Waits until a function with {@code AWS_LAMBDA_INITIALIZATION_TYPE=snap-start} is ready for its snapshot. */
    public void awaitSnapshot() throws Exception {
        await(snapshot);
    }

    /** Lets that function go on, as after its snapshot was restored. */
    public void restore() {
        restored.complete(Instant.now());
    }

    private static <T> T await(CompletableFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case INVOCATION + "next" -> next(exchange);
                case ROOT + "restore/next" -> {
                    snapshot.complete(Instant.now());
                    await(restored);
                    exchange.sendResponseHeaders(200, -1);
                }
                case ROOT + "init/error" -> {
                    initError.complete(body(exchange));
                    exchange.sendResponseHeaders(202, -1);
                }
                default -> end(exchange, path.substring(INVOCATION.length()).split("/"));
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
    }

    private void next(HttpExchange exchange) throws InterruptedException, IOException {
        ready.complete(Instant.now());
        Invocation invocation = waiting.take();
        running.put(invocation.id(), invocation);
        exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        exchange.getResponseHeaders()
                .set(
                        "Lambda-Runtime-Deadline-Ms",
                        String.valueOf(Instant.now().plus(invocation.time()).toEpochMilli()));
        exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", FUNCTION);
        if (!invocation.trace().isEmpty()) {
            exchange.getResponseHeaders().set("Lambda-Runtime-Trace-Id", invocation.trace());
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] event = invocation.event().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
    }

    /** @param parts the invocation's id, and {@code response} or {@code error} */
    private void end(HttpExchange exchange, String[] parts) throws IOException {
        Invocation invocation = running.remove(parts[0]);
        if (invocation == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        Ending ending = parts[1].equals("response") ? Ending.RESPONSE : Ending.ERROR;
        String body = body(exchange);
        exchange.sendResponseHeaders(202, -1);
        invocation.reply().complete(new Reply(ending, body));
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
