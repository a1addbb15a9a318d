package dev.wau.lambda;

import dev.wau.testing.aws.LambdaRuntimeFake;
import dev.wau.testing.aws.LambdaRuntimeFake.Ending;
import dev.wau.testing.aws.LambdaRuntimeFake.Reply;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The execution environments of the aggregation function, each a process of its own: an event goes to one that is idle,
 * or to a new one. Close it.
 */
final class Environments implements AutoCloseable {

    private final Map<String, String> variables = new HashMap<>();
    private final Queue<One> idle = new ConcurrentLinkedQueue<>();
    private final List<One> all = new CopyOnWriteArrayList<>();

    private record One(LambdaRuntimeFake runtime, FunctionProcess process) implements Closeable {
        @Override
        public void close() throws IOException {
            process.close();
            runtime.close();
        }
    }

    Environments(Map<String, String> variables) {
        this.variables.putAll(variables);
    }

    /** Those that start from now on have this variable. */
    void variable(String name, String value) {
        variables.put(name, value);
    }

    /** Invokes the function; one that isn't done in time is ended. */
    Reply invoke(String event, Duration time, String trace) throws Exception {
        One polled = idle.poll();
        One one = polled == null ? start() : polled;
        Reply reply = one.runtime().invoke(event, time, trace);
        if (reply.ending() == Ending.TIMEOUT) {
            one.close();
        } else {
            idle.add(one);
        }
        return reply;
    }

    private One start() throws Exception {
        LambdaRuntimeFake runtime = LambdaRuntimeFake.start();
        One one = new One(runtime, new FunctionProcess(FunctionPackage.AGGREGATE, Aggregate.class, runtime, variables));
        all.add(one);
        runtime.awaitReady();
        return one;
    }

    /** How many there have been. */
    int count() {
        return all.size();
    }

    /** Their logs. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        all.forEach(one -> lines.addAll(one.process().lines()));
        return lines;
    }

    @Override
    public void close() throws IOException {
        for (One one : all) {
            one.close();
        }
    }
}
