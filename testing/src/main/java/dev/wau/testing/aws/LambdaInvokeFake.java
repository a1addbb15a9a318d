package dev.wau.testing.aws;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lambda's <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a> of one function, as far as
 * asynchronous invocations go: the event is queued, the function runs on a thread of its own, and once more if it fails
 * (Lambda repeats it twice, after minutes). It counts chains of invocations by the trace header and refuses to go on after
 * 16, as Lambda does. Signatures are not checked. Thread-safe.
 */
public final class LambdaInvokeFake implements AutoCloseable {

    private static final int LONGEST_CHAIN = 16;
    private static final String ROOT = "/2015-03-31/functions/";
    private static final Pattern LINEAGE = Pattern.compile("Lineage=1:wau:([0-9]+)");

    private final Function function;
    private final FakeEndpoint endpoint = new FakeEndpoint(this::answer);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Integer> chains = new CopyOnWriteArrayList<>();
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    // One party for this fake itself, one for each event that is not done.
    private final Phaser atWork = new Phaser(1);

    /** What is invoked. Thread-safe; by throwing it fails. */
    public interface Function {

        /**
         * Runs.
         *
         * @param trace the header by which chains are counted
         */
        void run(String event, String trace) throws Exception;
    }

    /** An error that a request gets: its HTTP status and code. */
    public record Refusal(int status, String code) {}

    /** A service with this one function. */
    public LambdaInvokeFake(Function function) {
        this.function = function;
    }

    /** The trace header of an event that no function caused. */
    public static String trace() {
        return trace(0);
    }

    private static String trace(int count) {
        return "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0;Lineage=1:wau:" + count;
    }

    /** Where clients find it. */
    public URI uri() {
        return endpoint.uri();
    }

    /** The events so far, in the order in which they came. */
    public List<String> events() {
        return List.copyOf(events);
    }

    /** For each event how many invocations led to it, by the trace header; 0 where there was none. */
    public List<Integer> chains() {
        return List.copyOf(chains);
    }

    /** The next requests are refused, one each. */
    public void refuse(Refusal... next) {
        refusals.addAll(List.of(next));
    }

    /** Waits until everything that was invoked, and what that invoked in turn, has ended. */
    public void await(Duration time) throws InterruptedException, TimeoutException {
        int phase = atWork.arrive();
        atWork.awaitAdvanceInterruptibly(phase, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private FakeEndpoint.Reply answer(SignedRequest request) {
        Refusal refusal = refusals.poll();
        if (refusal != null) {
            return refuse(refusal);
        }
        String path = URLDecoder.decode(request.path(), StandardCharsets.UTF_8);
        if (!path.equals(ROOT + LambdaRuntimeFake.FUNCTION + "/invocations")) {
            return refuse(new Refusal(404, "ResourceNotFoundException"));
        }
        if (!request.header("X-Amz-Invocation-Type").equals("Event")) {
            return refuse(new Refusal(400, "InvalidParameterValueException"));
        }
        Matcher lineage = LINEAGE.matcher(request.header("X-Amzn-Trace-Id"));
        int count = lineage.find() ? Integer.parseInt(lineage.group(1)) + 1 : 0;
        if (count > LONGEST_CHAIN) {
            return refuse(new Refusal(400, "RecursiveInvocationException"));
        }
        events.add(request.body());
        chains.add(count);
        atWork.register();
        threads.execute(() -> run(request.body(), trace(count)));
        return new FakeEndpoint.Reply(202, "application/json", "");
    }

    private void run(String event, String trace) {
        try {
            function.run(event, trace);
        } catch (Exception first) {
            try {
                function.run(event, trace);
            } catch (Exception second) {
                second.addSuppressed(first);
                throw new IllegalStateException("The function failed twice at " + event, second);
            }
        } finally {
            atWork.arriveAndDeregister();
        }
    }

    private static FakeEndpoint.Reply refuse(Refusal refusal) {
        return new FakeEndpoint.Reply(
                refusal.status(),
                "application/json",
                "{\"__type\": \"" + refusal.code() + "\", \"Type\": \"User\", \"message\": \"refused by the fake\"}");
    }

    @Override
    public void close() {
        endpoint.close();
        threads.shutdownNow();
    }
}
