package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.testing.aws.GlueFake;
import dev.wau.testing.aws.LambdaRuntimeFake;
import dev.wau.testing.aws.LambdaRuntimeFake.Ending;
import dev.wau.testing.aws.LambdaRuntimeFake.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures how long the packaged functions take from the start of their process until they ask for an event, and from then
 * until the first reply. Not part of the build: docs/results/2026-11-23-lambda.md has the command and the figures.
 */
class ColdStart {

    private static final int RUNS = 5;
    private static final List<String> RUNTIME =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx384m");

    @TempDir
    Path folder = Path.of("");

    private record Times(Duration start, Duration reply, Duration processor) {}

    private interface Run {
        Times run(List<String> options) throws Exception;
    }

    @Test
    void trigger() throws Exception {
        measure("trigger", this::trigger);
    }

    @Test
    void aggregate() throws Exception {
        measure("aggregate", this::aggregate);
    }

    private void measure(String function, Run run) throws Exception {
        Path archive = Path.of("target", function + ".jsa").toAbsolutePath();
        Files.deleteIfExists(archive);
        run.run(with(RUNTIME, "-XX:ArchiveClassesAtExit=" + archive));
        assertThat(archive).exists();
        print(function, "as Lambda's Java 17 runtime starts it", run, RUNTIME);
        print(function, "with both compilers", run, without(RUNTIME, "-XX:TieredStopAtLevel=1"));
        print(function, "with the other collector", run, without(RUNTIME, "-XX:+UseSerialGC"));
        print(function, "without any class-data archive", run, with(RUNTIME, "-Xshare:off"));
        print(function, "with an archive of its own", run, with(RUNTIME, "-XX:SharedArchiveFile=" + archive));
    }

    private static List<String> with(List<String> options, String another) {
        return Stream.concat(options.stream(), Stream.of(another)).toList();
    }

    private static List<String> without(List<String> options, String one) {
        return options.stream().filter(option -> !option.equals(one)).toList();
    }

    private static void print(String function, String how, Run run, List<String> options) throws Exception {
        List<Times> times = new ArrayList<>();
        for (int number = 0; number < RUNS; number++) {
            times.add(run.run(options));
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d |%n",
                function,
                how,
                median(times, Times::start),
                median(times, Times::reply),
                median(times, Times::processor));
    }

    private static long median(List<Times> times, Function<Times, Duration> which) {
        return times.stream()
                .map(which)
                .sorted()
                .skip(times.size() / 2)
                .findFirst()
                .orElseThrow()
                .toMillis();
    }

    private Times trigger(List<String> options) throws Exception {
        try (GlueFake glue = GlueFake.start()) {
            glue.job("wau-load", 1, arguments -> {});
            Map<String, String> variables = Map.of(
                    "AWS_ENDPOINT_URL_GLUE",
                    glue.endpoint().toString(),
                    "WAU_CENTRAL",
                    "s3://" + Events.BUCKET,
                    "WAU_GLUE_JOB",
                    "wau-load");
            return time(FunctionPackage.TRIGGER, Trigger.class, variables, Events.text("sqs-s3.json"), options);
        }
    }

    private Times aggregate(List<String> options) throws Exception {
        try (Cloud cloud = new Cloud(folder).customer("acme", 2).customer("bolt", 2)) {
            return time(
                    FunctionPackage.AGGREGATE, Aggregate.class, cloud.environment("fail"), AggregateEvent.ALL, options);
        }
    }

    private static Times time(
            FunctionPackage code, Class<?> handler, Map<String, String> variables, String event, List<String> options)
            throws Exception {
        code.folder();
        Instant begin = Instant.now();
        try (LambdaRuntimeFake runtime = LambdaRuntimeFake.start();
                FunctionProcess process = new FunctionProcess(code, handler, runtime, variables, options)) {
            Instant ready = runtime.awaitReady();
            Instant asked = Instant.now();
            Reply reply = runtime.invoke(event);
            Instant answered = Instant.now();
            assertThat(reply.ending()).as(process.log()).isEqualTo(Ending.RESPONSE);
            Duration processor = process.processor();
            process.end();
            return new Times(Duration.between(begin, ready), Duration.between(asked, answered), processor);
        }
    }
}
